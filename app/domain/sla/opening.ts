import { dueIn, isServiceTime, type Timetable } from "./timetable.ts";

const MOMENT_MS = 1;

/** The moment itself where it is service time, else the next opening; null when there is none within 400 days. */
export function openingFrom(timetable: Timetable, at: Date): Date | null {
  if (isServiceTime(timetable, at)) return at;
  const served = dueIn(timetable, at, MOMENT_MS / 1_000, []);
  return served && new Date(served.getTime() - MOMENT_MS);
}
