import type { RequestPage } from "#app/domain/access/request-page.server.ts";
import type { FileCard } from "#app/domain/tickets/files/files.server.ts";
import { useWords } from "#app/i18n/words.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { type Reply, useReply } from "#app/ui/form-reply.ts";
import { Section } from "#app/ui/page.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { useNamed } from "./access-home-view.tsx";
import { FileField } from "./file-field.tsx";
import { useRefusals } from "./refusals.ts";
import { RequestForm } from "./request-form.tsx";

type Props = { page: RequestPage; reply?: Reply; kept?: readonly FileCard[] };

/** The person affected tries it, or the engineer of the ward with them. */
export function ProofForms({ page, reply, kept }: Props) {
  const w = useWords();
  const named = useNamed();
  const words = w.accessPages.request;
  const { value, error } = useReply(reply, useRefusals(reply));
  return (
    <Section id="prove" title={words.prove}>
      <p className="max-w-text">{words.proveHint}</p>
      {page.items
        .filter(({ may }) => may.includes("prove"))
        .map((item) => (
          <RequestForm key={item.id} page={page} files>
            <input type="hidden" name="itemId" value={item.id} />
            <p className="font-medium">{`${named(item.right)} · ${item.person}`}</p>
            {item.how.prove && <p className="max-w-text">{item.how.prove}</p>}
            {item.atDesk && <p className="max-w-text text-sm text-quiet">{words.atDesk}</p>}
            <TextArea
              id={`note-${item.id}`}
              name="note"
              label={words.note}
              hint={words.noteHint}
              rows={2}
              maxLength={2_000}
              defaultValue={value("itemId") === String(item.id) ? value("note") : undefined}
              error={error("note")}
            />
            <FileField
              id={`proof-files-${item.id}`}
              label={words.picture}
              kept={value("itemId") === String(item.id) ? kept : []}
              error={value("itemId") === String(item.id) ? error("files") : null}
            />
            <div className="flex flex-wrap gap-3">
              <SubmitButton name="intent" value="works">
                {words.works}
              </SubmitButton>
              <SubmitButton name="intent" value="fails" variant="secondary">
                {words.fails}
              </SubmitButton>
            </div>
          </RequestForm>
        ))}
    </Section>
  );
}
