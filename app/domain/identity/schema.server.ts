import { bigint, customType, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { at } from "#app/db/columns.server.ts";
import { LINK_PURPOSES } from "./links.ts";

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

export const accountLinks = pgTable("account_links", {
  id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
  personId: integer().notNull(),
  purpose: text({ enum: LINK_PURPOSES }).notNull(),
  secretHash: bytea().notNull(),
  address: text(),
  createdAt: at().notNull(),
  validUntil: at().notNull(),
  usedAt: at(),
  endedAt: at(),
});

export const knownDevices = pgTable(
  "known_devices",
  {
    tokenHash: bytea().notNull(),
    personId: integer().notNull(),
    createdAt: at().notNull(),
    validUntil: at().notNull(),
    failures: integer().notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.tokenHash, t.personId] })],
);
