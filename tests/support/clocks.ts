import { asc, eq } from "drizzle-orm";
import { expect } from "vitest";
import type { Db } from "#app/db/connect.server.ts";
import { type Calendar, type Interval, WEEKDAYS, type Weekday } from "#app/domain/sla/calendar.ts";
import { type CalendarHours, countedFrom, type SpecialDay } from "#app/domain/sla/hours.ts";
import { readJudgements } from "#app/domain/sla/judgement.server.ts";
import type { Policy } from "#app/domain/sla/policy.ts";
import { replay } from "#app/domain/sla/replay.ts";
import { calendars, calendarVersions, slaPolicies } from "#app/domain/sla/schema.server.ts";
import { factsFrom } from "#app/domain/tickets/clocks/clock-facts.ts";
import { listClockEvents, rowOf } from "#app/domain/tickets/clocks/clocks.server.ts";
import { clocks } from "#app/domain/tickets/clocks/clocks-schema.server.ts";
import type { castOf } from "#tests/support/cast.ts";

const OFFICE: Interval[] = [
  ["07:30", "11:30"],
  ["13:00", "17:00"],
];
export const ROUND_THE_CLOCK: Interval[] = [["00:00", "24:00"]];
export const EVERY_DAY = WEEKDAYS;
export const HOUR = 3_600;

export const weekOf = (days: readonly Weekday[], intervals = OFFICE): Calendar["weekly"] => {
  const on = (day: Weekday) => (days.includes(day) ? intervals : []);
  // Safe because every weekday is in it.
  return Object.fromEntries(WEEKDAYS.map((day) => [day, on(day)])) as Record<Weekday, Interval[]>;
};

const NO_DAYS: CalendarHours = { timeZone: "Asia/Ho_Chi_Minh", followsCity: false, weekly: weekOf([]), days: [] };
const EARLY = new Date("2025-01-01T00:00+07:00");
const CITY_CALENDAR = 1;

/** Looks at clocks as they are stored, and changes what they are counted by. `owner` sees past row-level security. */
export function clocksIn(owner: Db, { asSystem, reload }: Pick<ReturnType<typeof castOf>, "asSystem" | "reload">) {
  const read = (number: number) =>
    asSystem(({ db }) => db.select().from(clocks).where(eq(clocks.ticketNumber, number)).orderBy(asc(clocks.target)));

  /** Both clocks of a ticket, once they have been proven to be what its events add up to. */
  async function clocksOf(number: number) {
    const stored = await read(number);
    const events = await asSystem((ctx) => listClockEvents(ctx, number));
    const judgements = events.flatMap(({ judged }) => judged ?? []);
    const judgementOf = await asSystem((ctx) => readJudgements(ctx, judgements));
    const replayed = replay(factsFrom(events, judgementOf));
    if (judgements.length === 0) throw new Error(`${number} was never judged`);
    const byTarget = replayed.map((clock) => rowOf(number, clock));
    expect(stored).toHaveLength(byTarget.length);
    for (const row of stored) expect(row).toMatchObject(byTarget.find(({ target }) => target === row.target) ?? {});
    const due = stored.flatMap(({ state, dueAt }) => (state === "running" && dueAt ? [dueAt.getTime()] : []));
    const nextDueAt = due.length > 0 ? new Date(Math.min(...due)) : null;
    expect((await reload(number)).nextDueAt).toEqual(nextDueAt);
    const of = (target: (typeof stored)[number]["target"]) => stored.find((row) => row.target === target) ?? null;
    return { response: of("first_response"), resolution: of("resolution"), nextDueAt };
  }

  async function addVersion(calendarId: number, hours: CalendarHours, counted: Calendar): Promise<void> {
    const known = await owner.select().from(calendarVersions).where(eq(calendarVersions.calendarId, calendarId));
    const version = known.length + 1;
    await owner.insert(calendarVersions).values({ calendarId, version, hours, counted, why: "", madeAt: EARLY });
  }

  return {
    clocksOf,
    /** A ward or a team gets hours of its own, from the day given. The city's days off do not count there. */
    async giveCalendar(
      of: { siteId: number } | { teamId: number },
      weekly: Calendar["weekly"],
      validFrom = "2025-01-01",
    ): Promise<void> {
      const [made] = await owner
        .insert(calendars)
        .values({ ...of, validFrom })
        .returning();
      if (!made) throw new Error("the calendar was not stored");
      const hours = { ...NO_DAYS, weekly };
      await addVersion(made.id, hours, countedFrom(hours, NO_DAYS));
    },
    /** The city decides on another day off, or a day worked. */
    async editCityCalendar(...days: SpecialDay[]): Promise<void> {
      const versions = await owner
        .select()
        .from(calendarVersions)
        .where(eq(calendarVersions.calendarId, CITY_CALENDAR))
        .orderBy(asc(calendarVersions.version));
      const last = versions.at(-1);
      if (!last) throw new Error("the city has no calendar");
      const hours = { ...last.hours, days: [...last.hours.days, ...days] };
      await addVersion(CITY_CALENDAR, hours, countedFrom(hours, hours));
    },
    async editPolicies(change: (policy: Policy) => Policy): Promise<void> {
      const versions = await owner.select().from(slaPolicies).orderBy(asc(slaPolicies.version));
      const list = versions.at(-1)?.list ?? [];
      await owner.insert(slaPolicies).values({ list: list.map(change), why: "", madeAt: EARLY });
    },
  };
}
