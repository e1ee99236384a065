import { Form } from "@remix-run/react";
import type { SystemChoice } from "#app/domain/directory/catalog.server.ts";
import { useLang, useWords } from "#app/i18n/words.tsx";
import { SelectField } from "#app/ui/field.tsx";
import { type Reply, useReply } from "#app/ui/form-reply.ts";
import { SubmitButton } from "#app/ui/submit-button.tsx";

type Props = { watched: readonly SystemChoice[]; others: readonly SystemChoice[]; reply?: Reply };

export function WatchedSystems({ watched, others, reply }: Props) {
  const w = useWords();
  const said = w.notifications.choices;
  const english = useLang() === "en";
  const nameOf = (system: SystemChoice) => (english ? system.nameEn : system.name);
  const { error } = useReply(reply, { "systemId.required": w.common.choose, system_unknown: said.systemUnknown });
  return (
    <>
      <p className="max-w-text text-quiet">{said.watchedLead}</p>
      {watched.length === 0 && <p>{said.watchedNone}</p>}
      <ul className="divide-y divide-line empty:hidden">
        {watched.map((system) => (
          <li key={system.id} className="flex items-center justify-between gap-4 py-1">
            <span className="min-w-0">{nameOf(system)}</span>
            <Form method="post" preventScrollReset>
              <input type="hidden" name="systemId" value={system.id} />
              <SubmitButton
                variant="quiet"
                name="intent"
                value="unwatch"
                aria-label={said.unwatchNamed(nameOf(system))}
              >
                {said.unwatch}
              </SubmitButton>
            </Form>
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <Form method="post" preventScrollReset noValidate className="flex max-w-96 items-end gap-2">
          <SelectField
            name="systemId"
            label={said.watchWhich}
            empty={w.common.choose}
            choices={others.map((system) => ({ value: system.id, label: nameOf(system) }))}
            error={error("systemId")}
            className="min-w-0 grow"
            required
          />
          <SubmitButton
            variant="secondary"
            name="intent"
            value="watch"
            className="min-h-9 shrink-0 whitespace-nowrap pointer-coarse:min-h-11"
          >
            {said.watch}
          </SubmitButton>
        </Form>
      )}
    </>
  );
}
