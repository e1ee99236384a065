import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { DataTable } from "#app/components/admin/data-table.tsx";
import { Pager } from "#app/components/admin/pager.tsx";
import { SearchForm } from "#app/components/admin/search-form.tsx";
import { placeName } from "#app/components/place-name.ts";
import { listUnits, UNIT_STATES, type UnitState } from "#app/domain/directory/sites-admin.server.ts";
import { requireAdmin } from "#app/domain/policy/require-admin.ts";
import { withContext } from "#app/http/context.server.ts";
import { paths } from "#app/http/paths.ts";
import { optionalId } from "#app/http/record-id.server.ts";
import { searchWords } from "#app/http/search-words.server.ts";
import type { Words } from "#app/i18n/vi.ts";
import { useWords } from "#app/i18n/words.tsx";
import { dateIn } from "#app/lib/time.ts";
import { Badge } from "#app/ui/badge.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { SelectField } from "#app/ui/field.tsx";
import { Page } from "#app/ui/page.tsx";

export const handle = { title: (w: Words) => w.places.sections.sites };

export const loader = (args: LoaderFunctionArgs) =>
  withContext(args, async (ctx) => {
    requireAdmin(ctx.actor);
    const { searchParams } = new URL(args.request.url);
    const q = searchWords(searchParams);
    const state: UnitState = UNIT_STATES.find((one) => one === searchParams.get("state")) ?? "now";
    const { rows, more } = await listUnits(ctx, { q, state, after: optionalId(searchParams.get("after")) });
    const next = more ? (rows.at(-1)?.id ?? null) : null;
    return { q, state, states: UNIT_STATES, rows, next, today: dateIn(ctx.now) };
  });

export default function Sites() {
  const w = useWords();
  const { q, state, states, rows, next, today } = useLoaderData<typeof loader>();
  const words = w.places.sites;
  return (
    <Page
      title={w.places.sections.sites}
      lead={words.lead}
      actions={<ButtonLink to={paths.admin("sites/new")}>{words.add}</ButtonLink>}
    >
      <SearchForm q={q} stateKey={state} label={words.search} hint={words.searchHint}>
        <SelectField
          name="state"
          label={words.state}
          defaultValue={state}
          choices={states.map((value) => ({ value, label: words.states[value] }))}
          className="max-sm:grow"
        />
      </SearchForm>
      {rows.length === 0 ? (
        <Empty title={words.none}>{words.noneHint}</Empty>
      ) : (
        <DataTable
          caption={w.places.sections.sites}
          rows={rows}
          keyOf={(row) => row.id}
          columns={[
            {
              label: words.name,
              cell: (row) => (
                <span className="inline-flex flex-wrap items-center gap-x-2">
                  <Link to={paths.admin(`sites/${row.id}`)}>{placeName(row, w)}</Link>
                  {row.validUntil !== null && row.validUntil < today && <Badge>{w.places.ended}</Badge>}
                  {row.validFrom > today && <Badge>{w.places.notYet}</Badge>}
                </span>
              ),
            },
            { label: words.formerArea, plain: true, cell: (row) => row.formerArea },
            { label: w.places.departments, numeric: true, cell: (row) => row.departments },
            { label: w.places.people, numeric: true, cell: (row) => row.people },
            {
              label: w.common.role.engineer,
              numeric: true,
              cell: (row) =>
                row.engineers === 0 ? <span className="text-quiet">{words.noEngineer}</span> : row.engineers,
            },
          ]}
        />
      )}
      <Pager next={next} />
    </Page>
  );
}
