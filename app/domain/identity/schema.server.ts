import { customType, integer, pgTable, text } from "drizzle-orm/pg-core";
import { at } from "#app/db/columns.server.ts";

const bytea = customType<{ data: Buffer }>({ dataType: () => "bytea" });

export const credentials = pgTable("credentials", {
  personId: integer().primaryKey(),
  passwordHash: text().notNull(),
  changedAt: at().notNull(),
  failures: integer().notNull().default(0),
});

export const sessions = pgTable("sessions", {
  id: text().primaryKey(),
  secretHash: bytea().notNull(),
  personId: integer().notNull(),
  createdAt: at().notNull(),
  lastSeenAt: at().notNull(),
  idleSeconds: integer().notNull(),
  expiresAt: at().notNull(),
  absoluteUntil: at().notNull(),
  userAgent: text().notNull().default(""),
  peer: text().notNull().default(""),
});
