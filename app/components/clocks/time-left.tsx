import { AlarmClock, CircleAlert, CirclePause } from "lucide-react";
import { type TimeLeft as Left, pressureOf } from "#app/domain/sla/time-left.ts";
import { useWords } from "#app/i18n/words.tsx";
import { formatDateTime } from "#app/lib/format.ts";
import { cx } from "#app/ui/cx.ts";
import { useMovingNow } from "./moving-now.ts";
import { sayLeft } from "./say-left.ts";

const LOOKS = {
  late: { className: "font-medium text-red", Icon: CircleAlert },
  soon: { className: "font-medium text-amber", Icon: AlarmClock },
  paused: { className: "text-amber", Icon: CirclePause },
  ahead: { className: "text-quiet", Icon: null },
} as const;

/** How long the support side still has. Goes on counting while the page is open, in a place of its own width. */
export function TimeLeft({ left, className }: { left: Left; className?: string }) {
  const w = useWords();
  const now = useMovingNow();
  const pressure = pressureOf(left, now);
  const { className: look, Icon } = LOOKS[pressure !== "late" && left.paused ? "paused" : pressure];
  const due = left.dueAt && !left.paused ? w.clocks.by(formatDateTime(left.dueAt)) : null;
  return (
    <span
      title={[w.clocks.target[left.target], due].filter(Boolean).join(" · ")}
      className={cx("figures inline-flex min-w-0 items-center gap-1 text-sm whitespace-nowrap", look, className)}
    >
      {Icon && <Icon aria-hidden className="size-4 shrink-0" />}
      <span className="truncate">{sayLeft(left, now, w)}</span>
      {pressure === "soon" && <span className="sr-only"> ({w.clocks.soon})</span>}
    </span>
  );
}
