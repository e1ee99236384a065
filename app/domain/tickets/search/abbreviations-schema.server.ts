import { pgTable, text } from "drizzle-orm/pg-core";
import { at } from "#app/db/columns.server.ts";

export const ABBREVIATION_KINDS = ["office", "chat", "place"] as const;
export type AbbreviationKind = (typeof ABBREVIATION_KINDS)[number];

export const abbreviations = pgTable("abbreviations", {
  /** One folded word. */
  short: text().primaryKey(),
  long: text().notNull(),
  kind: text({ enum: ABBREVIATION_KINDS }).notNull(),
  changedAt: at().notNull().defaultNow(),
});
