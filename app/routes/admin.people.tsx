import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Pager } from "#app/components/admin/pager.tsx";
import { SearchForm } from "#app/components/admin/search-form.tsx";
import { PeopleTable } from "#app/components/people/people-table.tsx";
import { placeName } from "#app/components/place-name.ts";
import { listWards } from "#app/domain/directory/catalog.server.ts";
import { PEOPLE_STATES, peopleQuery, readPeopleFilters } from "#app/domain/policy/people-filters.ts";
import { listPeople } from "#app/domain/policy/people-list.server.ts";
import { requireAdmin } from "#app/domain/policy/require-admin.ts";
import { ROLES } from "#app/domain/policy/roles.ts";
import { withContext } from "#app/http/context.server.ts";
import { paths } from "#app/http/paths.ts";
import type { Words } from "#app/i18n/vi.ts";
import { useWords } from "#app/i18n/words.tsx";
import { ButtonLink, buttonClass } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { SelectField } from "#app/ui/field.tsx";
import { Page } from "#app/ui/page.tsx";

export const handle = { title: (w: Words) => w.people.title };

export const loader = (args: LoaderFunctionArgs) =>
  withContext(args, async (ctx) => {
    requireAdmin(ctx.actor);
    const filters = readPeopleFilters(new URL(args.request.url).searchParams);
    const { people, more } = await listPeople(ctx, filters);
    return { filters, people, wards: await listWards(ctx), next: more ? (people.at(-1)?.id ?? null) : null };
  });

export default function People() {
  const w = useWords();
  const { filters, people, wards, next } = useLoaderData<typeof loader>();
  const words = w.people;
  return (
    <Page
      title={words.title}
      lead={words.lead}
      width="full"
      actions={
        <>
          <ButtonLink to={paths.admin("people/new")} variant="primary">
            {words.add}
          </ButtonLink>
          <ButtonLink to={paths.admin("people/import")}>{words.importIt}</ButtonLink>
          <a href={paths.admin("people/export", peopleQuery(filters))} download className={buttonClass("secondary")}>
            {words.exportIt}
          </a>
        </>
      }
    >
      <SearchForm q={filters.q} stateKey={JSON.stringify(filters)} label={words.search}>
        <SelectField
          name="site"
          label={words.place}
          empty={words.anyPlace}
          defaultValue={filters.site ?? ""}
          choices={wards.map((ward) => ({ value: ward.id, label: placeName(ward, w) }))}
          className="max-sm:w-full"
        />
        <SelectField
          name="role"
          label={words.role}
          empty={words.anyRole}
          defaultValue={filters.role ?? ""}
          choices={ROLES.map((role) => ({ value: role, label: w.common.role[role] }))}
          className="max-sm:grow"
        />
        <SelectField
          name="state"
          label={words.state}
          defaultValue={filters.state}
          choices={PEOPLE_STATES.map((state) => ({ value: state, label: words.states[state] }))}
          className="max-sm:grow"
        />
      </SearchForm>
      {people.length === 0 ? <Empty title={words.nobody}>{words.nobodyLead}</Empty> : <PeopleTable people={people} />}
      <Pager next={next} />
    </Page>
  );
}
