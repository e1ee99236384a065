import { integer, jsonb, pgTable } from "drizzle-orm/pg-core";
import { at } from "#app/db/columns.server.ts";
import type { Policy } from "./policy.ts";

export const policyDrafts = pgTable("policy_drafts", {
  personId: integer().primaryKey(),
  basedOn: integer().notNull(),
  list: jsonb().$type<readonly Policy[]>().notNull(),
  previous: jsonb().$type<readonly Policy[]>(),
  changedAt: at().notNull(),
});
