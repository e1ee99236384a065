import { pressureOf, type TimeLeft } from "#app/domain/sla/time-left.ts";
import type { HoldReason, TicketStatus } from "#app/domain/tickets/ticket.ts";
import type { Words } from "#app/i18n/vi.ts";
import { useWords } from "#app/i18n/words.tsx";
import { formatDateTime } from "#app/lib/format.ts";
import { cx } from "#app/ui/cx.ts";
import { useMovingNow } from "./moving-now.ts";
import { sayDay, sayWhen } from "./say-when.ts";

export type Promised = {
  status: TicketStatus;
  holdReason: HoldReason | null;
  closesAt: Date | null;
  left: TimeLeft | null;
};
type Said = { text: string; late: boolean; at: Date | null };

/** What was promised to the officer, in words: by when, or whom it waits for. null where there is nothing to say. */
export function sayPromise({ status, holdReason, closesAt, left }: Promised, now: Date, words: Words): Said | null {
  const say = words.clocks.officer;
  if (status === "resolved")
    return closesAt && { text: say.closes(sayDay(closesAt, now, words)), late: false, at: closesAt };
  if (!left) return null;
  if (left.paused) return { text: say.waits[holdReason ?? "scheduled"], late: false, at: null };
  if (!left.dueAt) return null;
  const when = sayWhen(left.dueAt, now, words);
  const answer = left.target === "first_response";
  const late = pressureOf(left, now) === "late";
  const text = late ? (answer ? say.answerLate : say.doneLate) : answer ? say.answerBy : say.doneBy;
  return { text: text(when), late, at: left.dueAt };
}

/** The same in a row's few words. */
function sayPromiseShort({ status, closesAt, left }: Promised, now: Date, words: Words): Said | null {
  const say = words.clocks.officer.short;
  if (status === "resolved")
    return closesAt && { text: say.closes(sayDay(closesAt, now, words)), late: false, at: closesAt };
  if (!left) return null;
  if (left.paused) return { text: say.paused, late: false, at: null };
  if (!left.dueAt) return null;
  if (pressureOf(left, now) === "late") return { text: say.late, late: true, at: left.dueAt };
  const when = sayWhen(left.dueAt, now, words);
  return { text: left.target === "first_response" ? say.answer(when) : say.done(when), late: false, at: left.dueAt };
}

type PromiseProps = { promised: Promised; short?: boolean; className?: string };

export function PromiseWords({ promised, short = false, className }: PromiseProps) {
  const words = useWords();
  const now = useMovingNow();
  const said = (short ? sayPromiseShort : sayPromise)(promised, now, words);
  if (!said) return null;
  return (
    <span
      title={said.at ? formatDateTime(said.at) : undefined}
      className={cx(said.late ? "text-red" : short && "text-quiet", className)}
    >
      {said.text}
    </span>
  );
}
