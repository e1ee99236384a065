import { createHash } from "node:crypto";
import type { Ctx } from "#app/db/context.server.ts";
import { dateIn } from "#app/lib/time.ts";
import type { Calendar } from "../../sla/calendar.ts";
import { isCity, type Period } from "../../sla/calendar-changes.server.ts";
import { differencesBetween, type HoursDifference } from "../../sla/calendar-difference.ts";
import { type CountedDay, weeksAhead, workedBesideDaysOff } from "../../sla/calendar-years.ts";
import { getCityCalendar, type KeptCalendar } from "../../sla/calendars.server.ts";
import { type CalendarHours, countedFrom } from "../../sla/hours.ts";
import { previewEdit, previewOverride } from "./calendar-edits.server.ts";
import type { Impact } from "./impact.ts";

type ShownDay = CountedDay & { readonly changed: boolean };
export type Preview = {
  /** Of what was looked at: only that may be saved. */
  print: string;
  differences: HoursDifference[];
  /** Where the first or last day changes. */
  period: { before: Period; after: Period } | null;
  weeks: ShownDay[][];
  saturdays: string[];
  impact: Impact;
};
export type Proposal = Period & { readonly hours: CalendarHours };
/** Whose calendar a new one would be. */
export type Owner = { readonly siteId: number | null; readonly teamId: number | null };

const printOf = (proposal: unknown): string =>
  createHash("sha256").update(JSON.stringify(proposal)).digest("base64url").slice(0, 22);

export const proposalPrint = ({ hours, validFrom, validUntil }: Proposal, owner?: Owner): string =>
  printOf([hours, validFrom, validUntil, owner?.siteId, owner?.teamId]);

/** What an edit would change: in the calendar, in the next weeks, and for whom. Nothing is stored. */
export async function previewCalendar(ctx: Ctx, calendar: KeptCalendar, proposal: Proposal): Promise<Preview> {
  const cityCounted = await cityCountedAfter(ctx, calendar, proposal.hours);
  const counted = isCity(calendar) ? cityCounted : await countedHere(ctx, proposal.hours);
  const { validFrom, validUntil } = isCity(calendar) ? calendar : proposal;
  const period = { validFrom, validUntil };
  const same = calendar.validFrom === period.validFrom && calendar.validUntil === period.validUntil;
  return {
    print: proposalPrint(proposal),
    differences: differencesBetween(calendar.hours, proposal.hours),
    period: same ? null : { before: calendar, after: period },
    weeks: compared(ctx, await weeksOf(ctx, calendar), { ...period, counted }, cityCounted),
    saturdays: workedBesideDaysOff(counted, dateIn(ctx.now)),
    impact: await previewEdit(ctx, calendar, proposal.hours, period),
  };
}

export async function previewNewCalendar(ctx: Ctx, owner: Owner, proposal: Proposal): Promise<Preview> {
  const city = await getCityCalendar(ctx);
  const counted = await countedHere(ctx, proposal.hours);
  return {
    print: proposalPrint(proposal, owner),
    // What the place does today is what the city does.
    differences: differencesBetween({ ...city.hours, followsCity: true, days: [] }, proposal.hours),
    period: null,
    weeks: compared(ctx, await weeksOf(ctx, city), { ...proposal, counted }, city.counted),
    saturdays: workedBesideDaysOff(counted, dateIn(ctx.now)),
    impact: await previewOverride(ctx, { ...owner, ...proposal }),
  };
}

/** The next four weeks as they are counted by what is stored. */
export async function weeksOf(ctx: Ctx, calendar: KeptCalendar): Promise<CountedDay[][]> {
  const city = isCity(calendar) ? calendar : await getCityCalendar(ctx);
  return weeksAhead(inForce(calendar), city.counted, dateIn(ctx.now));
}

const inForce = ({ counted, validFrom, validUntil }: Period & { counted: Calendar }) => ({
  counted,
  from: validFrom,
  until: validUntil,
});

async function countedHere(ctx: Ctx, hours: CalendarHours): Promise<Calendar> {
  const city = await getCityCalendar(ctx);
  return countedFrom(hours, city.hours);
}

async function cityCountedAfter(ctx: Ctx, calendar: KeptCalendar, hours: CalendarHours): Promise<Calendar> {
  return isCity(calendar) ? countedFrom(hours, hours) : (await getCityCalendar(ctx)).counted;
}

function compared(
  ctx: Ctx,
  before: readonly (readonly CountedDay[])[],
  own: Period & { counted: Calendar },
  city: Calendar,
): ShownDay[][] {
  const was = new Map(before.flat().map(({ date, intervals }) => [date, JSON.stringify(intervals)]));
  const weeks = weeksAhead(inForce(own), city, dateIn(ctx.now));
  return weeks.map((days) =>
    days.map((day) => ({ ...day, changed: was.get(day.date) !== JSON.stringify(day.intervals) })),
  );
}
