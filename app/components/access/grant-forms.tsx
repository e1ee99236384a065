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

/** What to do in the other system, and a place for what was done. */
export function GrantForms({ page, reply, kept }: Props) {
  const w = useWords();
  const named = useNamed();
  const words = w.accessPages.request;
  const { value, error } = useReply(reply, useRefusals(reply));
  const items = page.items.filter(({ may }) => may.includes("grant"));
  const before = [reply?.values.itemIds ?? []].flat();
  return (
    <Section id="grant" title={words.grant}>
      <RequestForm page={page} files>
        <ul className="grid gap-4">
          {items.map((item) => (
            <li key={item.id}>
              <label className="target flex items-start gap-2 font-medium">
                <input
                  type="checkbox"
                  name="itemIds"
                  value={item.id}
                  defaultChecked={before.length === 0 || before.includes(String(item.id))}
                  className="mt-[3px] size-[18px] shrink-0 accent-accent"
                />
                {`${w.access.kind[item.kind]}: ${named(item.right)} · ${item.person}`}
              </label>
              <dl className="grid max-w-text gap-1 pl-6 text-sm wrap-anywhere">
                <Fact term={words.howTo} text={item.kind === "grant" ? item.how.grant : item.how.revoke} />
                <Fact term={words.keep} text={item.how.evidence} />
              </dl>
            </li>
          ))}
        </ul>
        <TextArea
          name="done"
          label={words.done}
          hint={words.doneHint}
          rows={3}
          maxLength={2_000}
          defaultValue={value("done")}
          error={error("done")}
        />
        <FileField id="grant-files" label={words.evidence} kept={kept} error={error("files")} />
        <SubmitButton name="intent" value="grant" className="justify-self-start">
          {words.markDone}
        </SubmitButton>
        <TextArea
          name="reason"
          label={words.cannot}
          rows={2}
          maxLength={2_000}
          defaultValue={value("reason")}
          error={error("reason")}
        />
        <SubmitButton name="intent" value="hand_back" variant="secondary" className="justify-self-start">
          {words.handBack}
        </SubmitButton>
      </RequestForm>
    </Section>
  );
}

function Fact({ term, text }: { term: string; text: string }) {
  if (!text) return null;
  return (
    <div>
      <dt className="text-quiet">{term}</dt>
      <dd className="whitespace-pre-line">{text}</dd>
    </div>
  );
}
