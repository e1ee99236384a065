import { Form } from "@remix-run/react";
import { type KeyboardEvent, type ReactNode, useCallback, useRef } from "react";
import { FileUploader } from "#app/components/report/file-uploader.tsx";
import { useUploads } from "#app/components/report/use-uploads.ts";
import type { FileCard } from "#app/domain/tickets/files/files.server.ts";
import { TEXT_MAX } from "#app/domain/tickets/ticket.ts";
import { paths } from "#app/http/paths.ts";
import { useWords } from "#app/i18n/words.tsx";
import { cx } from "#app/ui/cx.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Field } from "#app/ui/field.tsx";
import { type Reply, useReply } from "#app/ui/form-reply.ts";
import { Notice } from "#app/ui/notice.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { MentionBoxes, MentionOffer, useMentions } from "./mention-field.tsx";
import type { PageData } from "./page-data.ts";
import { useDraft } from "./use-draft.ts";
import { useKept } from "./use-kept.ts";
import { useSteady } from "./use-steady.ts";

export type SayReply = Reply & { files: FileCard[] };

/** Words for everybody, or, behind the other tab and on another colour, for the support side only. */
export function ReplyBox({ page, reply }: { page: PageData; reply?: SayReply }) {
  const w = useWords();
  const field = useRef<HTMLTextAreaElement>(null);
  const box = useRef<HTMLFormElement>(null);
  useSteady(box);
  const { ticket, offered } = page;
  const sent = page.done === "ticket.reply" || page.done === "ticket.note";
  const uploads = useUploads(reply?.files);
  const to = replyGoesTo(page);
  const special = { ...w.refusal, ...w.report.fileFaults, "body.required": w.ticket.reply.missing };
  const kept = useKept(reply);
  const { value, error, problems } = useReply(kept, special);
  const mentions = useMentions(field, page.mentionable, [kept?.values.mentions ?? []].flat());
  const onSent = () => {
    uploads.clear();
    mentions.clear();
  };
  const { keep, sends } = useDraft({ number: ticket.number, to: to ?? ticket.number, field, sent, onSent });
  const writesNote = useCallback(() => box.current?.querySelector("[value=internal]:checked") != null, []);
  const mayReply = offered.includes("reply") || to !== null;
  const mayNote = offered.includes("note");
  if (!mayReply && !mayNote) {
    return <p className="border-t border-line pt-4 text-quiet print:hidden">{w.ticket.reply.closed}</p>;
  }
  const internal = !mayReply || value("visibility") === "internal";
  return (
    <Form
      ref={box}
      id="say"
      method="post"
      action={paths.ticket(to ?? ticket.number)}
      encType="multipart/form-data"
      preventScrollReset
      onKeyDown={sendOnCtrlEnter}
      onSubmit={(event) => {
        void uploads.onSubmit(event);
        if (!event.defaultPrevented) sends();
      }}
      className="group/say grid grid-cols-[minmax(0,1fr)] scroll-mt-6 gap-3 rounded-md border border-line bg-raised p-4 has-[[value=internal]:checked]:border-amber-line has-[[value=internal]:checked]:bg-amber-soft print:hidden"
    >
      <input type="hidden" name="commandId" value={page.commandIds.say} />
      <ErrorSummary problems={problems} />
      {to !== null && <Notice>{w.ticket.duplicate.replies(to)}</Notice>}
      {ticket.holdReason === "reporter" && !page.me.works && (
        <Notice tone="warning">{w.ticket.reply.waitingForYou}</Notice>
      )}
      {mayReply && mayNote ? (
        <Tabs internal={internal} />
      ) : (
        <input type="radio" hidden readOnly name="visibility" value={internal ? "internal" : "public"} checked />
      )}
      <Typing
        label={mayReply && mayNote ? w.ticket.reply.label : internal ? w.ticket.reply.internal : w.ticket.reply.public}
        field={field}
        typed={value("body")}
        error={error("body")}
        keep={keep}
        offer={<MentionOffer mentions={mentions} field={field} wanted={writesNote} />}
      />
      {mayNote && <MentionBoxes mentions={mentions} error={error("mentions")} />}
      <div className="flex flex-wrap items-end gap-3">
        <div className="min-w-0 grow">
          <FileUploader uploads={uploads} compact error={error("files")} />
        </div>
        <span className="py-1.5 text-sm text-quiet max-sm:hidden">{w.ticket.reply.keys}</span>
        <SubmitButton
          name="intent"
          value="say"
          pending={uploads.busy}
          variant={page.primary === "reply" ? "primary" : "secondary"}
        >
          <span className="group-has-[[value=internal]:checked]/say:hidden">{w.ticket.reply.send}</span>
          <span className="hidden group-has-[[value=internal]:checked]/say:inline">{w.ticket.reply.sendNote}</span>
        </SubmitButton>
      </div>
    </Form>
  );
}

/** On a duplicate the conversation goes on at the original, for those who may read it. */
function replyGoesTo({ original }: PageData): number | null {
  if (!original || original.status === null) return null;
  return original.status === "closed" || original.status === "cancelled" ? null : original.number;
}

/** Telex composes letters with Enter on some systems, so a key that belongs to composing sends nothing. */
function sendOnCtrlEnter(event: KeyboardEvent<HTMLFormElement>): void {
  const composing = event.nativeEvent.isComposing || event.keyCode === 229;
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || composing) return;
  event.preventDefault();
  event.currentTarget.requestSubmit(event.currentTarget.querySelector<HTMLButtonElement>("button[type=submit]"));
}

const TAB = cx(
  "target inline-flex cursor-pointer items-center rounded-md px-3 font-medium text-quiet hover:text-ink",
  "has-checked:bg-sunken has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-offset-2",
  "has-focus-visible:outline-accent group-has-[[value=internal]:checked]/say:has-checked:bg-raised",
);

function Tabs({ internal }: { internal: boolean }) {
  const w = useWords();
  return (
    <fieldset className="flex flex-wrap gap-1">
      <legend className="sr-only">{w.ticket.reply.kinds}</legend>
      <label className={TAB}>
        <input type="radio" name="visibility" value="public" defaultChecked={!internal} className="sr-only" />
        {w.ticket.reply.public}
      </label>
      <label className={TAB}>
        <input type="radio" name="visibility" value="internal" defaultChecked={internal} className="sr-only" />
        {w.ticket.reply.internal}
      </label>
    </fieldset>
  );
}

type TypingProps = {
  label: string;
  field: React.RefObject<HTMLTextAreaElement>;
  typed?: string;
  error: string | null;
  keep(text: string): void;
  offer: ReactNode;
};

function Typing({ label, field, typed, error, keep, offer }: TypingProps) {
  const w = useWords();
  const hint = (
    <>
      <span className="group-has-[[value=internal]:checked]/say:hidden">{w.ticket.reply.publicHint}</span>
      <span className="hidden group-has-[[value=internal]:checked]/say:inline">{w.ticket.reply.internalHint}</span>
    </>
  );
  return (
    <Field name="body" label={label} hint={hint} error={error}>
      {(wiring) => (
        <div className="relative grid">
          <textarea
            ref={field}
            rows={4}
            className="field field-sizing-content max-h-[60vh] min-h-24"
            defaultValue={typed}
            maxLength={TEXT_MAX}
            required
            onInput={(event) => keep(event.currentTarget.value)}
            {...wiring}
          />
          {offer}
        </div>
      )}
    </Field>
  );
}
