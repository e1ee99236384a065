import { integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { at } from "./columns.server.ts";
import type { Ctx } from "./context.server.ts";

export const PURPOSES = [
  "ticket",
  "digest",
  "invitation",
  "password_reset",
  "password_changed",
  "address_confirm",
  "address_changed",
  "test",
  "access_waits",
] as const;
export type Purpose = (typeof PURPOSES)[number];
export const DELIVERY_STATES = ["waiting", "queued", "sent", "failed", "dropped"] as const;

export const deliveries = pgTable("deliveries", {
  id: uuid().primaryKey().defaultRandom(),
  personId: integer().notNull(),
  toAddress: text(),
  purpose: text({ enum: PURPOSES }).notNull(),
  ticketNumber: integer(),
  state: text({ enum: DELIVERY_STATES }).notNull().default("waiting"),
  createdAt: at().notNull(),
  dueAt: at().notNull(),
  queuedAt: at(),
  attempts: integer().notNull().default(0),
  round: integer().notNull().default(0),
  lastError: text(),
  sentAt: at(),
  provider: text(),
  providerId: text(),
});
export type Delivery = typeof deliveries.$inferSelect;

/**
 * Leaves a letter for the worker, in the transaction of its cause. `toAddress` only where it is not the person's own;
 * the secret of a link is made when the letter is sent, so that no table ever holds it.
 */
export async function putLetter(
  ctx: Ctx,
  letter: { personId: number; purpose: Exclude<Purpose, "ticket">; toAddress?: string; dueAt?: Date },
): Promise<void> {
  const { dueAt = ctx.now, ...rest } = letter;
  await ctx.db.insert(deliveries).values({ ...rest, createdAt: ctx.now, dueAt });
}
