import { Link } from "@remix-run/react";
import { secondsLeft } from "#app/domain/sla/time-left.ts";
import type { ShownClock } from "#app/domain/tickets/clocks/time-left.server.ts";
import { paths } from "#app/http/paths.ts";
import { useWords } from "#app/i18n/words.tsx";
import { formatDateTime } from "#app/lib/format.ts";
import { cx } from "#app/ui/cx.ts";
import { Bar } from "./bar.tsx";
import { useMovingNow } from "./moving-now.ts";
import { sayState, toneOf } from "./say-state.ts";
import { sayWhen } from "./say-when.ts";

const TEXT = { red: "text-red", amber: "text-amber" } as const;

/** What was promised for this ticket and how it stands, with a bar each; for whoever keeps the promise. */
export function Deadlines({ number, clocks }: { number: number; clocks: readonly ShownClock[] }) {
  const w = useWords();
  if (clocks.length === 0) return null;
  return (
    <section aria-labelledby="deadlines" className="grid gap-2">
      <h2 id="deadlines" className="text-sm font-normal text-quiet">
        {w.clocks.deadlines}
      </h2>
      <ul className="grid gap-3">
        {clocks.map((clock) => (
          <Deadline key={clock.target} clock={clock} />
        ))}
      </ul>
      <Link
        to={paths.ticketPart(number, "clock")}
        className="target inline-flex items-center text-sm text-accent print:hidden"
      >
        {w.clocks.why.link}
      </Link>
    </section>
  );
}

function Deadline({ clock }: { clock: ShownClock }) {
  const w = useWords();
  const now = useMovingNow();
  const { target, targetSeconds, state, left, dueAt } = clock;
  // A hold whose end has come counts on, also where nobody has noticed yet.
  const running = left && !left.paused ? "running" : state;
  const elapsed = left ? targetSeconds - secondsLeft(left, now) : (clock.elapsedSeconds ?? 0);
  const counted = { state: running, targetSeconds, elapsed };
  const tone = toneOf(counted);
  return (
    <li>
      <span className="flex flex-wrap justify-between gap-x-2">
        <span>{w.clocks.target[target]}</span>
        <span className={cx("figures font-medium", tone === "red" || tone === "amber" ? TEXT[tone] : undefined)}>
          {sayState(counted, w)}
        </span>
      </span>
      <Bar share={elapsed / targetSeconds} tone={tone} />
      {running === "running" && dueAt && (
        <span title={formatDateTime(dueAt)} className="text-sm text-quiet">
          {w.clocks.by(sayWhen(dueAt, now, w))}
        </span>
      )}
    </li>
  );
}
