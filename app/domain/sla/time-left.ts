import type { Target } from "./policy.ts";

/** How much of a target is left when it is due soon. */
export const SOON_SHARE = 0.25;

/** In milliseconds. */
export type OpenSpan = readonly [from: number, to: number];

/** How a clock that runs or is paused stands, with what a browser needs to go on counting by itself. */
export type TimeLeft = {
  readonly target: Target;
  readonly targetSeconds: number;
  readonly dueAt: Date | null;
  readonly paused: boolean;
  /** Service seconds left at `asOf`; negative when it is late. */
  readonly seconds: number;
  readonly asOf: Date;
  /** The next service hours: only in them it runs down. Beyond the last one a page asks again. */
  readonly open: readonly OpenSpan[];
};

/** Service seconds left; negative when it is late. */
export function secondsLeft({ seconds, paused, asOf, open }: TimeLeft, now: Date): number {
  if (paused) return seconds;
  const [from, to] = [asOf.getTime(), now.getTime()];
  const served = open.reduce(
    (ms, [opens, closes]) => ms + Math.max(0, Math.min(to, closes) - Math.max(from, opens)),
    0,
  );
  return seconds - served / 1_000;
}

export type Pressure = "late" | "soon" | "ahead";

export function pressureOf(left: TimeLeft, now: Date): Pressure {
  const seconds = secondsLeft(left, now);
  if (seconds < 0) return "late";
  return seconds <= left.targetSeconds * SOON_SHARE ? "soon" : "ahead";
}
