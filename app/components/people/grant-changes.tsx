import { Form } from "@remix-run/react";
import type { HeldGrant } from "#app/domain/policy/grants-held.server.ts";
import { useLang, useWords } from "#app/i18n/words.tsx";
import { buttonClass } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";
import { type Reply, useReply } from "#app/ui/form-reply.ts";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { VisuallyHidden } from "#app/ui/visually-hidden.tsx";
import { Press } from "./press.tsx";
import { grantText } from "./words.ts";

type GrantChangesProps = { grant: HeldGrant; version: number; today: string; refused?: Reply };

/** End it now, on a day, or let it go on: folded, because most days nobody wants to. */
export function GrantChanges({ grant, version, today, refused }: GrantChangesProps) {
  const w = useWords();
  const lang = useLang();
  const words = w.people.grants;
  const mine = refused?.values.grantId === String(grant.id) ? refused : undefined;
  const { error, value } = useReply(mine, w.people.form.errors);
  const carries = { version, grantId: grant.id };
  return (
    <details open={mine !== undefined} className="print:hidden">
      <summary className={buttonClass("quiet")}>
        {words.change}
        <VisuallyHidden>{grantText(grant, w, lang)}</VisuallyHidden>
      </summary>
      <div className="mt-2 grid gap-3">
        <Press intent="end_now" carries={carries} variant="danger">
          {grant.from >= today ? words.takeBack : words.endNow}
        </Press>
        <Form method="post" noValidate className="flex flex-wrap items-end gap-2">
          <input type="hidden" name="version" value={version} />
          <input type="hidden" name="grantId" value={grant.id} />
          <TextField
            id={`lastDay-${grant.id}`}
            name="lastDay"
            label={words.until}
            defaultValue={value("lastDay")}
            error={error("lastDay")}
            placeholder={words.dayShape}
            inputMode="numeric"
            autoComplete="off"
            maxLength={10}
            className="w-44"
          />
          <SubmitButton name="intent" value="end" variant="secondary">
            {words.endOn}
          </SubmitButton>
          {grant.until !== null && (
            <SubmitButton name="intent" value="prolong" variant="secondary">
              {words.prolong}
            </SubmitButton>
          )}
        </Form>
        {grant.until !== null && (
          <Press intent="no_end" carries={carries}>
            {words.withoutEnd}
          </Press>
        )}
      </div>
    </details>
  );
}
