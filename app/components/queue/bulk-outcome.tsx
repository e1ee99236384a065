import { Link } from "@remix-run/react";
import type { BulkResult } from "#app/domain/tickets/queue/queue.ts";
import { paths } from "#app/http/paths.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";

/** What an action of the queue answers: what was done ticket by ticket, or why nothing was. */
export type BulkReply = { result: BulkResult } | { problem: BulkProblem };
export type BulkProblem = "nothingPicked" | "tooMany" | "personMissing" | "wordsMissing" | "untilPast" | "malformed";

export function BulkOutcome({ reply, onClose }: { reply: BulkReply; onClose: () => void }) {
  const w = useWords();
  const { bulk } = w.queue;
  const close = (
    <Button variant="quiet" onClick={onClose}>
      {w.common.close}
    </Button>
  );
  if ("problem" in reply) {
    const said = reply.problem === "malformed" ? w.formErrors.malformed : bulk[reply.problem];
    return (
      <Notice tone="warning" live action={close}>
        {said}
      </Notice>
    );
  }
  const { intent, done, failed } = reply.result;
  const reasons: Record<string, string> = w.refusal;
  return (
    <Notice tone={failed.length === 0 ? "good" : "warning"} live action={close}>
      {done.length > 0 && <p>{bulk.done[intent](done.length)}</p>}
      {failed.length > 0 && (
        <>
          <p className="font-medium">{bulk.failed(failed.length)}</p>
          <ul className="mt-1 grid gap-1">
            {failed.map(({ number, reason }) => (
              <li key={number}>
                <Link to={paths.ticket(number)} className="figures underline underline-offset-2">
                  {bulk.ticket(number)}
                </Link>
                : {reasons[reason] ?? bulk.notSeen}
              </li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  );
}
