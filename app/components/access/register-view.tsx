import { Form, Link } from "@remix-run/react";
import { DataTable } from "#app/components/admin/data-table.tsx";
import { dayText } from "#app/components/admin/dates.tsx";
import { placeName } from "#app/components/place-name.ts";
import type { RegisterPage, RegisterRow } from "#app/domain/access/register-page.server.ts";
import type { RegisterWish } from "#app/domain/access/register-wish.ts";
import { accessPaths } from "#app/http/access-paths.ts";
import { useWords } from "#app/i18n/words.tsx";
import { formatDate } from "#app/lib/format.ts";
import { Status } from "#app/ui/badge.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/choices.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { SelectField, TextField } from "#app/ui/field.tsx";
import { useNamed } from "./access-home-view.tsx";

type Props = { page: RegisterPage; wish: RegisterWish };

/** Query of a wish, without the place in the list. */
const asQuery = ({ expiring, ended, before: _, ...rest }: RegisterWish) => ({
  ...rest,
  ...(expiring && { expiring: "on" }),
  ...(ended && { ended: "on" }),
});

export function RegisterView({ page, wish }: Props) {
  const w = useWords();
  const named = useNamed();
  const words = w.accessRegister;
  return (
    <>
      <RegisterFilter page={page} wish={wish} />
      {page.rows.length === 0 ? (
        <Empty title={words.none}>{words.noneHint}</Empty>
      ) : (
        <DataTable
          caption={words.title}
          rows={page.rows}
          keyOf={({ id }) => id}
          columns={[
            {
              label: w.access.person,
              cell: (row) => (
                <>
                  <Link to={accessPaths.entitlement(row.id)}>{row.person}</Link>
                  <span className="block text-sm font-normal text-quiet">
                    {[row.position, row.department, placeName(row.ward, w)].filter(Boolean).join(" · ")}
                  </span>
                </>
              ),
            },
            {
              label: w.access.right,
              cell: ({ right, system }) => (
                <>
                  {named(right)}
                  <span className="block text-sm text-quiet">{named(system)}</span>
                </>
              ),
            },
            { label: words.since, cell: ({ since }) => dayText(since) },
            { label: w.access.until, cell: ({ until }) => (until ? dayText(until) : w.access.untilEnded) },
            { label: words.state, plain: true, cell: (row) => <EntitlementState row={row} /> },
          ]}
        />
      )}
      {page.next !== null && (
        <p className="mt-4">
          <ButtonLink to={accessPaths.register({ ...asQuery(wish), before: page.next })} variant="secondary">
            {words.more}
          </ButtonLink>
        </p>
      )}
    </>
  );
}

export function EntitlementState({ row: { endedAt, expired } }: { row: RegisterRow }) {
  const words = useWords().accessRegister;
  if (endedAt) return <Status tone="grey">{words.revoked(formatDate(endedAt))}</Status>;
  return expired ? <Status tone="red">{words.expired}</Status> : <Status tone="green">{words.inUse}</Status>;
}

function RegisterFilter({ page: { choices }, wish }: Props) {
  const w = useWords();
  const named = useNamed();
  const words = w.accessRegister;
  return (
    <Form key={JSON.stringify(wish)} role="search" className="mb-4 flex flex-wrap items-end gap-3 print:hidden">
      <TextField
        name="name"
        type="search"
        label={words.name}
        maxLength={100}
        defaultValue={wish.name}
        autoComplete="off"
      />
      {choices.wards.length > 1 && (
        <SelectField
          name="siteId"
          label={w.accessPages.ask.unit}
          empty={words.everything}
          choices={choices.wards.map((ward) => ({ value: ward.id, label: placeName(ward, w) }))}
          defaultValue={wish.siteId ?? ""}
        />
      )}
      <SelectField
        name="systemId"
        label={w.access.system}
        empty={words.everything}
        choices={choices.systems.map((system) => ({ value: system.id, label: named(system) }))}
        defaultValue={wish.systemId ?? ""}
      />
      <Checkbox name="expiring" label={words.expiring} defaultChecked={wish.expiring} />
      <Checkbox name="ended" label={words.ended} defaultChecked={wish.ended} />
      <Button type="submit">{words.filter}</Button>
    </Form>
  );
}
