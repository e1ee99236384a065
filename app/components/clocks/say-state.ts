import type { ClockState } from "#app/domain/sla/replay.ts";
import { SOON_SHARE } from "#app/domain/sla/time-left.ts";
import type { Words } from "#app/i18n/vi.ts";
import type { Tone } from "#app/ui/badge.tsx";
import { sayServiceTime } from "./say-left.ts";

/** A clock with what it has counted so far, whether it still runs or not. */
export type Counted = { state: ClockState; targetSeconds: number; elapsed: number };

/** "đúng hạn", "quá hạn 2 giờ", "còn 14 phút", "dừng, còn 3 giờ". */
export function sayState({ state, targetSeconds, elapsed }: Counted, w: Words): string {
  const late = elapsed > targetSeconds;
  const time = sayServiceTime(Math.abs(targetSeconds - elapsed), w);
  switch (state) {
    case "running":
      return late ? w.clocks.late(time) : w.clocks.left(time);
    case "paused":
      return late ? w.clocks.pausedLate(time) : w.clocks.paused(time);
    case "met":
      return w.clocks.met;
    case "missed":
      return w.clocks.missed(time);
    default:
      return w.clocks.state[state];
  }
}

export function toneOf({ state, targetSeconds, elapsed }: Counted): Tone {
  if (elapsed > targetSeconds) return "red";
  if (state === "met") return "green";
  if (state === "paused") return "amber";
  if (state !== "running") return "grey";
  return targetSeconds - elapsed <= targetSeconds * SOON_SHARE ? "amber" : "blue";
}
