import { date, integer, jsonb, pgTable, text, unique } from "drizzle-orm/pg-core";
import { at } from "#app/db/columns.server.ts";
import type { Calendar } from "./calendar.ts";
import type { CalendarHours } from "./hours.ts";
import type { Policy } from "./policy.ts";

export const calendars = pgTable("calendars", {
  id: integer().primaryKey().generatedByDefaultAsIdentity(),
  siteId: integer(),
  teamId: integer(),
  validFrom: date().notNull(),
  /** The last day; the city's counts again from the next. */
  validUntil: date(),
});

export const calendarVersions = pgTable(
  "calendar_versions",
  {
    id: integer().primaryKey().generatedByDefaultAsIdentity(),
    calendarId: integer().notNull(),
    version: integer().notNull(),
    hours: jsonb().$type<CalendarHours>().notNull(),
    counted: jsonb().$type<Calendar>().notNull(),
    /** "" for what was there from the start. */
    why: text().notNull(),
    madeById: integer(),
    madeAt: at().notNull(),
  },
  (t) => [unique().on(t.calendarId, t.version)],
);

export const slaPolicies = pgTable("sla_policies", {
  version: integer().primaryKey().generatedByDefaultAsIdentity(),
  list: jsonb().$type<Policy[]>().notNull(),
  why: text().notNull(),
  madeById: integer(),
  madeAt: at().notNull(),
});
