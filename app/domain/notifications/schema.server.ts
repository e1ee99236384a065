import { bigint, boolean, integer, pgTable, primaryKey, text, time, uuid } from "drizzle-orm/pg-core";
import { at } from "#app/db/columns.server.ts";
import { MAIL_WISHES, TOPICS } from "./topics.ts";

export const notifications = pgTable("notifications", {
  id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
  personId: integer().notNull(),
  ticketNumber: integer().notNull(),
  eventId: bigint({ mode: "number" }).notNull(),
  topic: text({ enum: TOPICS }).notNull(),
  relation: text().notNull(),
  inPage: boolean().notNull(),
  mail: text({ enum: MAIL_WISHES }).notNull(),
  at: at().notNull(),
  readAt: at(),
  mailedAt: at(),
  /** The letter that speaks of it, taken when it was first tried. */
  deliveryId: uuid(),
});

export const notificationChoices = pgTable(
  "notification_choices",
  {
    personId: integer().notNull(),
    topic: text({ enum: TOPICS }).notNull(),
    inPage: boolean().notNull(),
    mail: text({ enum: MAIL_WISHES }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.topic] })],
);

export const notificationHours = pgTable("notification_hours", {
  personId: integer().primaryKey(),
  quietFrom: time(),
  quietUntil: time(),
});

export const systemWatches = pgTable(
  "system_watches",
  { personId: integer().notNull(), systemId: integer().notNull(), since: at().notNull() },
  (t) => [primaryKey({ columns: [t.personId, t.systemId] })],
);
