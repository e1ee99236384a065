import { boolean, date, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
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
});

export const teams = pgTable("teams", {
  id: integer().primaryKey().generatedByDefaultAsIdentity(),
  key: text().notNull(),
  name: text().notNull(),
  nameEn: text().notNull(),
});

export const systems = pgTable("systems", {
  id: integer().primaryKey().generatedByDefaultAsIdentity(),
  key: text().notNull(),
  name: text().notNull(),
  nameEn: text().notNull(),
  teamId: integer().notNull(),
  sort: integer().notNull().default(100),
  retiredAt: at(),
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
