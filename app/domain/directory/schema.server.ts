import { boolean, date, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { at } from "#app/db/columns.server.ts";
import type { Lang } from "#app/lib/lang.ts";
import { SITE_KINDS, UNIT_KINDS } from "./site.ts";

export const sites = pgTable("sites", {
  id: integer().primaryKey().generatedByDefaultAsIdentity(),
  parentId: integer(),
  kind: text({ enum: SITE_KINDS }).notNull(),
  path: integer().array().notNull(),
  slug: text(),
  name: text().notNull(),
  unitKind: text({ enum: UNIT_KINDS }),
  formerArea: text(),
  population: integer(),
  validFrom: date().notNull(),
  validUntil: date(),
  sort: integer().notNull().default(100),
  mergedIntoId: integer(),
  version: integer().notNull().default(1),
});

/** What a place was called until a date. */
export const siteNames = pgTable("site_names", {
  id: integer().primaryKey().generatedAlwaysAsIdentity(),
  siteId: integer().notNull(),
  name: text().notNull(),
  unitKind: text({ enum: UNIT_KINDS }),
  until: date().notNull(),
});

export const people = pgTable("people", {
  id: integer().primaryKey().generatedByDefaultAsIdentity(),
  fullName: text().notNull(),
  email: text().notNull(),
  phone: text(),
  position: text(),
  siteId: integer(),
  lang: text().$type<Lang>().notNull().default("vi"),
  isDemo: boolean().notNull().default(false),
  disabledAt: at(),
  createdAt: at().notNull(),
  /** Counts the changes of what a form about the person shows, their rights included. */
  version: integer().notNull().default(1),
  disabledReason: text(),
  /** The last day, of somebody who is about to leave. */
  leavesOn: date(),
  /** The first day at the next place. */
  movesOn: date(),
  nextSiteId: integer(),
  nextPosition: text(),
  invitedAt: at(),
  /** Since when there is a password; kept by a trigger. */
  joinedAt: at(),
});

export const peopleImports = pgTable("people_imports", {
  id: uuid().primaryKey().defaultRandom(),
  byId: integer().notNull(),
  name: text().notNull(),
  content: text().notNull(),
  createdAt: at().notNull(),
  doneAt: at(),
  result: jsonb().$type<unknown>(),
});

export const teams = pgTable("teams", {
  id: integer().primaryKey().generatedByDefaultAsIdentity(),
  key: text().notNull(),
  name: text().notNull(),
  nameEn: text().notNull(),
  version: integer().notNull().default(1),
});

export const systems = pgTable("systems", {
  id: integer().primaryKey().generatedByDefaultAsIdentity(),
  key: text().notNull(),
  name: text().notNull(),
  nameEn: text().notNull(),
  teamId: integer().notNull(),
  sort: integer().notNull().default(100),
  retiredAt: at(),
  version: integer().notNull().default(1),
});

export const systemUsage = pgTable(
  "system_usage",
  { siteId: integer().notNull(), systemId: integer().notNull(), tickets: integer().notNull().default(0) },
  (t) => [primaryKey({ columns: [t.siteId, t.systemId] })],
);

export const settings = pgTable("settings", {
  key: text().primaryKey(),
  value: jsonb().$type<unknown>().notNull(),
  changedAt: at().notNull(),
});
