import type { Ctx } from "#app/db/context.server.ts";
import {
  addOverride,
  type CalendarChange,
  changeCalendar,
  countedAfter,
  type NewOverride,
  type Period,
  samePeriod,
} from "../../sla/calendar-changes.server.ts";
import { getCityCalendar, type KeptCalendar } from "../../sla/calendars.server.ts";
import { type CalendarHours, countedFrom } from "../../sla/hours.ts";
import type { Impact } from "./impact.ts";
import { startRecomputation } from "./recompute.server.ts";
import { previewChange } from "./recompute-preview.server.ts";

/** A calendar's edit with what follows from it: the open tickets are counted anew. */
export async function editCalendar(ctx: Ctx, change: CalendarChange): Promise<void> {
  await changeCalendar(ctx, change);
  await startRecomputation(ctx, { cause: "calendar", why: change.why });
}

export async function giveCalendar(ctx: Ctx, override: NewOverride): Promise<number> {
  const id = await addOverride(ctx, override);
  await startRecomputation(ctx, { cause: "calendar", why: override.why });
  return id;
}

export async function previewEdit(
  ctx: Ctx,
  calendar: KeptCalendar,
  hours: CalendarHours,
  period: Period,
): Promise<Impact> {
  const { siteId, teamId } = calendar;
  const counted = await countedAfter(ctx, calendar, hours);
  return previewChange(ctx, {
    calendars: new Map(counted.map((one) => [one.id, one.counted])),
    overrides: samePeriod(calendar, period) ? [] : [{ siteId, teamId, ...period }],
  });
}

export async function previewOverride(ctx: Ctx, override: Omit<NewOverride, "why">): Promise<Impact> {
  const { siteId, teamId, validFrom, validUntil, hours } = override;
  const city = await getCityCalendar(ctx);
  const counted = countedFrom(hours, city.hours);
  return previewChange(ctx, { overrides: [{ siteId, teamId, validFrom, validUntil, counted }] });
}
