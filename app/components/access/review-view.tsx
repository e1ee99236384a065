import { Form } from "@remix-run/react";
import { dayText } from "#app/components/admin/dates.tsx";
import type { ReviewPage } from "#app/domain/access/review-page.server.ts";
import { useWords } from "#app/i18n/words.tsx";
import { formatDate } from "#app/lib/format.ts";
import { Status } from "#app/ui/badge.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { TextField } from "#app/ui/field.tsx";
import { type Reply, useReply } from "#app/ui/form-reply.ts";
import { Notice } from "#app/ui/notice.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { useNamed } from "./access-home-view.tsx";

type Line = ReviewPage["lines"][number];

/** Keep or revoke, right by right; the rest is kept with one press. */
export function ReviewView({ page, reply }: { page: ReviewPage; reply?: Reply }) {
  const words = useWords().accessTasks;
  const { problems, value, error } = useReply(reply, words.problems);
  if (page.lines.length === 0) return <Empty title={words.review.nothing} />;
  const verdicts = page.lines.filter(({ ended }) => !ended).map(({ verdict }) => verdict);
  return (
    <>
      <ErrorSummary problems={problems} />
      {page.doneAt && page.doneBy && (
        <Notice tone="plain">
          {`${words.review.done(page.doneBy, formatDate(page.doneAt))} ${words.review.result(
            page.lines.filter(({ verdict }) => verdict === "keep").length,
            page.lines.filter(({ verdict }) => verdict === "revoke").length,
          )}`}
        </Notice>
      )}
      <Form method="post" className="grid content-start gap-6">
        {[...Map.groupBy(page.lines, ({ personId }) => personId)].map(([personId, lines]) => (
          <section key={personId} aria-labelledby={`person-${personId}`}>
            <h2 id={`person-${personId}`} className="font-medium">
              {[lines[0]?.person, lines[0]?.position].filter(Boolean).join(" · ")}
            </h2>
            {lines[0]?.own && !page.doneAt && <p className="max-w-text text-sm text-quiet">{words.review.own}</p>}
            <ul>
              {lines.map((line) => (
                <ReviewLine key={line.id} line={line} over={page.doneAt !== null} />
              ))}
            </ul>
          </section>
        ))}
        {!page.doneAt && (
          <TextField
            name="why"
            label={words.review.why}
            optional
            maxLength={200}
            defaultValue={value("why")}
            error={error("why")}
          />
        )}
        {!page.doneAt && (
          <div className="sticky bottom-0 flex flex-wrap items-center gap-3 border-t border-line bg-page py-3">
            <SubmitButton name="intent" value="finish">
              {words.review.keepRest}
            </SubmitButton>
            <SubmitButton name="intent" value="save" variant="secondary">
              {words.review.save}
            </SubmitButton>
            <span className="text-sm text-quiet">
              {words.review.left(verdicts.filter((verdict) => verdict === null).length)}
            </span>
          </div>
        )}
      </Form>
    </>
  );
}

function ReviewLine({ line, over }: { line: Line; over: boolean }) {
  const w = useWords();
  const named = useNamed();
  const words = w.accessTasks.review;
  const { id, right, system, from, until, ended, verdict, why, own } = line;
  return (
    <li className="grid gap-x-6 gap-y-1 border-b border-line py-2 sm:grid-cols-[1fr_auto]">
      <div className="min-w-0">
        <span>{`${named(system)}: ${named(right)}`}</span>
        <span className="block text-sm text-quiet">{`${dayText(from)} – ${until ? dayText(until) : w.access.untilEnded}`}</span>
      </div>
      {ended || over || own ? (
        <p className="text-sm">
          {ended ? (
            <Status tone="grey">{words.gone}</Status>
          ) : (
            verdict && (
              <Status tone={verdict === "keep" ? "green" : "amber"}>
                {[words[verdict], why].filter(Boolean).join(": ")}
              </Status>
            )
          )}
        </p>
      ) : (
        <label className="target flex items-center gap-2">
          <input
            type="checkbox"
            name="revoke"
            value={id}
            defaultChecked={verdict === "revoke"}
            className="size-[18px] accent-accent"
          />
          {words.revoke}
          <span className="sr-only">{`: ${named(right)}, ${line.person}`}</span>
        </label>
      )}
    </li>
  );
}
