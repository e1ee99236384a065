/** As an event keeps it: versions never change, so the event alone says how its ticket was judged. */
export type Judged = {
  policies: number;
  /** Its key; null where none fits, so that nothing is promised. */
  policy: string | null;
  /** `calendar` is the id of a calendar's version. */
  timetable: { from: string | null; calendar: number }[];
  /** Solved before these calendars: by them its silence is counted, and nothing else. */
  closing?: { from: string | null; calendar: number }[];
};

/** Every version of a calendar that is named. */
export const versionsIn = (judged: readonly Judged[]): number[] => [
  ...new Set(
    judged.flatMap(({ timetable, closing = [] }) => [...timetable, ...closing].map(({ calendar }) => calendar)),
  ),
];

/** Without a part that goes on with the calendar before it. */
export const joined = (timetable: Judged["timetable"]): Judged["timetable"] =>
  timetable.filter(({ calendar }, at) => calendar !== timetable[at - 1]?.calendar);

/** What has been counted keeps its calendars; from `at` on, what holds at the new place. */
export function goOnWith(before: Judged, after: Judged, at: Date): Judged {
  const kept = before.timetable.filter(({ from }) => from === null || new Date(from) < at);
  const [first, ...later] = after.timetable;
  if (!first || kept.at(-1)?.calendar === first.calendar) return { ...after, timetable: [...kept, ...later] };
  return { ...after, timetable: [...kept, { ...first, from: at.toISOString() }, ...later] };
}

export const sameJudged = (a: Judged, b: Judged): boolean =>
  a.policies === b.policies &&
  a.policy === b.policy &&
  a.timetable.length === b.timetable.length &&
  a.timetable.every(
    ({ from, calendar }, at) => from === b.timetable[at]?.from && calendar === b.timetable[at]?.calendar,
  );
