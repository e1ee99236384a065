import { Form } from "@remix-run/react";
import { useState } from "react";
import { REOPEN_DAYS } from "#app/domain/tickets/ticket.ts";
import type { TicketForm } from "#app/domain/tickets/ticket-form.server.ts";
import { paths } from "#app/http/paths.ts";
import { useWords } from "#app/i18n/words.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Dialog } from "#app/ui/dialog.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { type Reply, useReply } from "#app/ui/form-reply.ts";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { ConflictNotice } from "./conflict-notice.tsx";
import { FORMS } from "./doing-forms.tsx";
import { type DoingName, needsWords, wordOf } from "./doing-names.ts";
import type { PageData } from "./page-data.ts";
import { useKept } from "./use-kept.ts";

type DoingDialogProps = {
  page: PageData;
  doing: DoingName;
  form: TicketForm & { commandId: string };
  answer?: { reply: Reply; since: number | null };
};

/** Asks for the words a change needs. Whatever happens meanwhile, what was typed stays. */
export function DoingDialog({ page, doing, form, answer }: DoingDialogProps) {
  const w = useWords();
  const [first] = useState(form);
  const given = useKept(answer);
  const { number, version } = form.ticket;
  const replying = useReply(given?.reply, w.refusal);
  const title = w.ticket.action[wordOf(doing)];
  const back = paths.ticket(number);
  const since = given?.since ?? first.ticket.version;
  const possible = form.refusal === null;
  const typed = needsWords(doing) && (first.refusal === null || given !== undefined);
  const Fields = FORMS[doing];
  return (
    <Dialog title={title} closeTo={back}>
      <Form method="post" action={paths.ticketPart(number, doing)} preventScrollReset className="grid gap-4">
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="commandId" value={form.commandId} />
        {version > since && <ConflictNotice page={page} since={since} typed={typed} possible={possible} />}
        <ErrorSummary problems={replying.problems} />
        {form.refusal !== null && (
          <p>
            {w.ticket.notNow}: {w.refusal[form.refusal]}. {typed && w.ticket.conflict.copy}
          </p>
        )}
        {(possible || typed) && (
          <>
            {doing === "follow-up" && <p className="text-quiet">{w.ticket.form.followUpLead(REOPEN_DAYS)}</p>}
            {Fields && (
              <Fields
                opened={first.ticket}
                choices={form.choices.length > 0 ? form.choices : first.choices}
                replying={replying}
              />
            )}
          </>
        )}
        <div className="flex flex-wrap gap-2">
          {possible && (
            <SubmitButton name="intent" value={doing} variant={doing === "cancel" ? "danger" : "primary"}>
              {needsWords(doing) ? title : w.ticket.form.pressAgain(title)}
            </SubmitButton>
          )}
          <ButtonLink to={back} variant="quiet" preventScrollReset>
            {possible ? w.common.cancel : w.ticket.backToTicket}
          </ButtonLink>
        </div>
      </Form>
    </Dialog>
  );
}
