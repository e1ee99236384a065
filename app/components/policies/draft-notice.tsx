import { Form } from "@remix-run/react";
import type { DraftLine } from "#app/domain/tickets/clocks/policies-page.server.ts";
import { paths } from "#app/http/paths.ts";
import { useLang, useWords } from "#app/i18n/words.tsx";
import { formatNumber } from "#app/lib/format.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";

/** What is being prepared and does not hold yet, with the way on and the ways back. */
export function DraftNotice({ draft }: { draft: DraftLine }) {
  const w = useWords();
  const lang = useLang();
  const words = w.policies.draft;
  return (
    <Notice
      tone="warning"
      action={
        <div className="flex flex-wrap gap-2 print:hidden">
          <ButtonLink to={paths.admin("policies/review")} variant="primary">
            {words.review}
          </ButtonLink>
          <Form method="post" action={paths.admin("policies")} preventScrollReset className="flex flex-wrap gap-2">
            {draft.canUndo && (
              <SubmitButton name="intent" value="undo" variant="secondary">
                {w.common.undo}
              </SubmitButton>
            )}
            <SubmitButton name="intent" value="discard" variant="quiet">
              {words.discard}
            </SubmitButton>
          </Form>
        </div>
      }
    >
      <p className="font-semibold">{words.title}</p>
      <p>{draft.changes > 0 ? words.changes(formatNumber(draft.changes, lang)) : words.noChanges}</p>
      {draft.outdated && <p>{words.outdated}</p>}
    </Notice>
  );
}
