import { Form } from "@remix-run/react";
import type { listConflictsOf } from "#app/domain/access/duties-admin.server.ts";
import { useWords } from "#app/i18n/words.tsx";
import { SelectField, TextField } from "#app/ui/field.tsx";
import { type Reply, useReply } from "#app/ui/form-reply.ts";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { useNamed } from "./access-home-view.tsx";

type Named = { name: string; nameEn: string };
type Props = {
  conflicts: Awaited<ReturnType<typeof listConflictsOf>>;
  others: readonly ({ id: number; system: Named } & Named)[];
  reply?: Reply;
};

/** Rights that the same person should not have beside this one. */
export function ConflictList({ conflicts, others, reply }: Props) {
  const w = useWords();
  const named = useNamed();
  const words = w.accessCatalogue;
  const { error, value } = useReply(reply, words.problems);
  return (
    <>
      <p className="max-w-text text-quiet">{words.right.conflictsLead}</p>
      {conflicts.length === 0 && <p className="text-quiet">{words.right.noConflicts}</p>}
      <ul className="grid gap-2">
        {conflicts.map(({ id, reason, system, ...right }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-3">
            <span>{`${named(right)} · ${named(system)}: ${reason}`}</span>
            <Form method="post">
              <input type="hidden" name="otherId" value={id} />
              <SubmitButton name="intent" value="remove-conflict" variant="quiet">
                {words.right.removeConflict(named(right))}
              </SubmitButton>
            </Form>
          </li>
        ))}
      </ul>
      <Form method="post" noValidate className="grid content-start gap-4">
        <SelectField
          name="otherId"
          label={words.right.other}
          empty={w.common.choose}
          choices={others
            .filter(({ id }) => !conflicts.some((conflict) => conflict.id === id))
            .map(({ id, system, ...right }) => ({ value: id, label: `${named(system)}: ${named(right)}` }))}
          defaultValue={value("otherId") ?? ""}
          error={error("otherId")}
        />
        <TextField
          name="reason"
          label={words.right.reason}
          maxLength={200}
          defaultValue={value("reason")}
          error={error("reason")}
        />
        <SubmitButton name="intent" value="add-conflict" variant="secondary" className="justify-self-start">
          {words.right.addConflict}
        </SubmitButton>
      </Form>
    </>
  );
}
