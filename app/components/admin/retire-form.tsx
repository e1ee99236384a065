import { Form } from "@remix-run/react";
import { useWords } from "#app/i18n/words.tsx";
import { formatDate } from "#app/lib/format.ts";
import { type Reply, useReply } from "#app/ui/form-reply.ts";
import { Notice } from "#app/ui/notice.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { DayField } from "./dates.tsx";

type RetireFormProps = { system: { version: number; retiredAt: Date | null }; now: Date; today: string; reply?: Reply };

export function RetireForm({ system: { version, retiredAt }, now, today, reply }: RetireFormProps) {
  const { retire } = useWords().places.system;
  const w = useWords();
  const { error, value } = useReply(reply, w.places.problems);
  const hidden = <input type="hidden" name="version" value={version} />;
  if (retiredAt) {
    const day = formatDate(retiredAt);
    return (
      <Notice
        tone="warning"
        action={
          <Form method="post">
            {hidden}
            <SubmitButton name="intent" value="bring-back" variant="secondary">
              {retire.bringBack}
            </SubmitButton>
          </Form>
        }
      >
        {retiredAt > now ? retire.willRetire(day) : retire.retired(day)}
      </Notice>
    );
  }
  return (
    <Form method="post" noValidate className="flex flex-wrap items-end gap-3">
      {hidden}
      <DayField name="on" label={retire.on} day={today} typed={value("on")} error={error("on")} />
      <SubmitButton name="intent" value="retire" variant="danger">
        {retire.title}
      </SubmitButton>
    </Form>
  );
}
