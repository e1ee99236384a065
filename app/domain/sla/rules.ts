import { addDays, dateIn, startOfDate } from "#app/lib/time.ts";
import { goOnWith, type Judged, joined } from "./judged.ts";
import { choosePolicy, type Policy, type PolicyFacts } from "./policy.ts";
import type { Judgement } from "./replay.ts";

/** A calendar, the days on which it is in force, and its newest version. */
export type Owned = {
  id: number;
  version: number;
  siteId: number | null;
  teamId: number | null;
  from: string;
  until: string | null;
};

/** What holds: the newest policies and calendars. */
export type Rules = { policies: number; list: readonly Policy[]; calendars: readonly Owned[] };

export type Place = PolicyFacts & { readonly teamId: number | null };

export const judgeBy = (rules: Rules, place: Place, from: Date): Judged => ({
  policies: rules.policies,
  policy: choosePolicy(rules.list, place)?.key ?? null,
  timetable: timetableAt(rules.calendars, place, from),
});

/**
 * By what holds now, as if it always had. Where it stood before it last changed its place stays with the calendars that
 * counted there, each in its newest version: `calendarOf` gives the calendar of a version.
 */
export function judgeAfresh(
  rules: Rules,
  { place, receivedAt, placedAt, last }: { place: Place; receivedAt: Date; placedAt: Date | null; last?: Judged },
  calendarOf: (version: number) => number | undefined,
): Judged {
  if (!last || placedAt === null) return judgeBy(rules, place, receivedAt);
  const newest = (version: number) => rules.calendars.find(({ id }) => id === calendarOf(version))?.version ?? version;
  const renewed = last.timetable.map(({ from, calendar }) => ({ from, calendar: newest(calendar) }));
  return goOnWith({ ...last, timetable: joined(renewed) }, judgeBy(rules, place, placedAt), placedAt);
}

/** Whether two judgements come to the same, whatever the versions are called. */
export function sameInEffect(a: Judgement, b: Judgement): boolean {
  const promised = ({ policy }: Judgement) =>
    JSON.stringify(policy && [policy.key, policy.targets, policy.vendorStops]);
  return (
    promised(a) === promised(b) &&
    a.timetable.length === b.timetable.length &&
    a.timetable.every(({ from, calendar }, at) => {
      const other = b.timetable[at];
      if (!other || from?.getTime() !== other.from?.getTime()) return false;
      return calendar === other.calendar || JSON.stringify(calendar) === JSON.stringify(other.calendar);
    })
  );
}

/** The team's calendar before the ward's before the city's, each on the days it is in force. */
function timetableAt(calendars: readonly Owned[], { siteIds, teamId }: Place, from: Date): Judged["timetable"] {
  const rank = (one: Owned) => (one.teamId !== null ? 0 : one.siteId !== null ? 1 : 2);
  const counts = (one: Owned) =>
    one.teamId !== null ? one.teamId === teamId : one.siteId === null || siteIds.includes(one.siteId);
  const byRank = calendars.filter(counts).sort((a, b) => rank(a) - rank(b));
  const inForce = (date: string) =>
    byRank.find((one) => rank(one) === 2 || (one.from <= date && (one.until === null || date <= one.until)))?.version;
  const today = dateIn(from);
  const turns = byRank.flatMap((one) => [one.from, ...(one.until === null ? [] : [addDays(one.until, 1)])]);
  const dates = [today, ...[...new Set(turns)].filter((date) => date > today).sort()];
  return joined(
    dates.map((date, at) => {
      const calendar = inForce(date);
      if (calendar === undefined) throw new Error("the city has no calendar");
      return { from: at === 0 ? null : startOfDate(date).toISOString(), calendar };
    }),
  );
}
