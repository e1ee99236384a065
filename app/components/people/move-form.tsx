import { Form } from "@remix-run/react";
import type { PlaceChoices } from "#app/domain/directory/people-places.server.ts";
import type { HeldGrant } from "#app/domain/policy/grants-held.server.ts";
import type { PersonPage } from "#app/domain/policy/person-page.server.ts";
import { ROLE_SITES } from "#app/domain/policy/role-sites.ts";
import { ROLES } from "#app/domain/policy/roles.ts";
import { useLang, useWords } from "#app/i18n/words.tsx";
import { TextField } from "#app/ui/field.tsx";
import { type Reply, useReply } from "#app/ui/form-reply.ts";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { dayText } from "../admin/dates.tsx";
import { PlaceField } from "./place-field.tsx";
import { daysText, grantText } from "./words.ts";

type MoveFormProps = { page: PersonPage; places: PlaceChoices; reply?: Reply };

/** Asks the page itself what the move would do; nothing is written by this form. */
export function MoveForm({ page, places, reply }: MoveFormProps) {
  const w = useWords();
  const lang = useLang();
  const words = w.people.move;
  const { error, value } = useReply(reply, w.people.form.errors);
  const { now, later } = page.grants;
  const unitId = page.place?.unitId ?? null;
  const here = (grant: HeldGrant) => unitId !== null && grant.site.unitId === unitId;
  const asked = (name: string) => (reply ? [reply.values[name] ?? []].flat() : null);
  const kept = asked("keep") ?? [...now, ...later].filter((grant) => !here(grant)).map(({ id }) => String(id));
  const begun = asked("begin") ?? now.filter(here).map(({ role }) => role);
  return (
    <Form method="get" noValidate className="grid content-start gap-4">
      <input type="hidden" name="look" value="1" />
      <PlaceField
        name="to"
        label={words.to}
        places={places}
        empty={w.common.choose}
        defaultValue={value("to")}
        error={error("to")}
        required
      />
      <TextField
        name="on"
        label={words.on}
        defaultValue={value("on") ?? dayText(page.today)}
        error={error("on")}
        placeholder={w.people.grants.dayShape}
        inputMode="numeric"
        autoComplete="off"
        maxLength={10}
        className="max-w-56"
      />
      <TextField
        name="position"
        label={words.position}
        hint={words.positionHint}
        defaultValue={value("position")}
        error={error("position")}
        maxLength={120}
        autoComplete="off"
        optional
      />
      {now.length + later.length > 0 && (
        <Ticks legend={words.keep} hint={words.keepHint}>
          {[...now, ...later].map((grant) => (
            <Tick key={grant.id} name="keep" value={grant.id} checked={kept.includes(String(grant.id))}>
              {grantText(grant, w, lang)} <span className="text-quiet">{daysText(grant, w)}</span>
            </Tick>
          ))}
        </Ticks>
      )}
      <Ticks legend={words.begin}>
        {ROLES.filter((role) => ROLE_SITES[role].includes("ward")).map((role) => (
          <Tick key={role} name="begin" value={role} checked={begun.includes(role)}>
            {w.common.role[role]}
          </Tick>
        ))}
      </Ticks>
      <SubmitButton className="justify-self-start">{words.look}</SubmitButton>
    </Form>
  );
}

function Ticks({ legend, hint, children }: { legend: string; hint?: string; children: React.ReactNode }) {
  return (
    <fieldset className="grid gap-1">
      <legend className="mb-1 font-medium">{legend}</legend>
      {hint && <p className="max-w-text text-sm text-quiet">{hint}</p>}
      {children}
    </fieldset>
  );
}

type TickProps = { name: string; value: string | number; checked: boolean; children: React.ReactNode };

function Tick({ name, value, checked, children }: TickProps) {
  return (
    <label className="target flex items-start gap-2 py-1">
      <input
        type="checkbox"
        name={name}
        value={value}
        defaultChecked={checked}
        className="mt-[3px] size-[18px] shrink-0 accent-accent"
      />
      <span>{children}</span>
    </label>
  );
}
