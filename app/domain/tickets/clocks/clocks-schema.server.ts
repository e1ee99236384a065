import { bigint, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { at } from "#app/db/columns.server.ts";
import { TARGETS } from "../../sla/policy.ts";
import { CLOCK_STATES } from "../../sla/replay.ts";

export const clocks = pgTable(
  "clocks",
  {
    ticketNumber: integer().notNull(),
    target: text({ enum: TARGETS }).notNull(),
    policyVersion: integer().notNull(),
    policyKey: text().notNull(),
    targetSeconds: integer().notNull(),
    state: text({ enum: CLOCK_STATES }).notNull(),
    startedAt: at().notNull(),
    dueAt: at(),
    overdueAt: at(),
    pausedAt: at(),
    leftSeconds: integer(),
    metAt: at(),
    elapsedSeconds: integer(),
    firstMetAt: at(),
    firstElapsedSeconds: integer(),
    vendorSeconds: integer().notNull(),
    nextStepAt: at(),
  },
  (t) => [primaryKey({ columns: [t.ticketNumber, t.target] })],
);

export const clockSteps = pgTable(
  "clock_steps",
  {
    ticketNumber: integer().notNull(),
    target: text({ enum: TARGETS }).notNull(),
    targetSeconds: integer().notNull(),
    percent: integer().notNull(),
    eventId: bigint({ mode: "number" }).notNull(),
    at: at().notNull(),
  },
  (t) => [primaryKey({ columns: [t.ticketNumber, t.target, t.targetSeconds, t.percent] })],
);
