import { integer, pgTable, text } from "drizzle-orm/pg-core";
import { at } from "#app/db/columns.server.ts";
import type { RejudgedFor } from "../events.ts";

export const recomputations = pgTable("recomputations", {
  id: integer().primaryKey().generatedByDefaultAsIdentity(),
  cause: text().$type<RejudgedFor>().notNull(),
  why: text().notNull(),
  startedById: integer(),
  startedAt: at().notNull(),
  finishedAt: at(),
  /** The last ticket it has been through. */
  reached: integer().notNull().default(0),
  /** How many there were when it began. */
  expected: integer().notNull(),
  done: integer().notNull().default(0),
  /** Open tickets with other deadlines than before. */
  changed: integer().notNull().default(0),
  /** Resolved ones that close at another time than before. */
  closings: integer().notNull().default(0),
});
export type Recomputation = typeof recomputations.$inferSelect;
