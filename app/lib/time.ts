import { Temporal } from "temporal-polyfill";

const ZONE = "Asia/Ho_Chi_Minh";

/** The calendar date in the city, as "2026-11-23". */
export const dateIn = (at: Date): string =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(ZONE).toPlainDate().toString();

/** The instant at which a calendar date begins in the city. */
export const startOfDate = (date: string): Date =>
  new Date(Temporal.PlainDate.from(date).toZonedDateTime(ZONE).epochMilliseconds);

export const addDays = (date: string, days: number): string => Temporal.PlainDate.from(date).add({ days }).toString();
