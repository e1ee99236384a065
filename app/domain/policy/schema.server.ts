import { date, integer, pgTable, text } from "drizzle-orm/pg-core";
import { ROLES } from "./roles.ts";

export const grants = pgTable("grants", {
  id: integer().primaryKey().generatedByDefaultAsIdentity(),
  personId: integer().notNull(),
  role: text({ enum: ROLES }).notNull(),
  siteId: integer().notNull(),
  teamId: integer(),
  validFrom: date().notNull(),
  validUntil: date(),
});
