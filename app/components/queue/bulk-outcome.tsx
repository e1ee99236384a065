import { Link } from "@remix-run/react";
import type { BulkResult } from "#app/domain/tickets/queue.ts";
import { paths } from "#app/http/paths.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Notice } from "#app/ui/notice.tsx";

/** What an action of the queue answers: what was done ticket by ticket, or why nothing was. */
export type BulkReply = { result: BulkResult } | { problem: BulkProblem };
export type BulkProblem = "nothingPicked" | "tooMany" | "personMissing" | "wordsMissing" | "untilPast" | "malformed";

export function BulkOutcome({ reply }: { reply: BulkReply | undefined }) {
  const w = useWords();
  if (!reply) return null;
  const { bulk } = w.queue;
  if ("problem" in reply) {
    const said = reply.problem === "malformed" ? w.formErrors.malformed : bulk[reply.problem];
    return (
      <Notice tone="warning" live>
        {said}
      </Notice>
    );
  }
  const { intent, done, failed } = reply.result;
  const reasons: Record<string, string> = w.refusal;
  return (
    <Notice tone={failed.length === 0 ? "good" : "warning"} live>
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
                : {reasons[reason] ?? w.errors.notFound.title}
              </li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  );
}
