import { eq, sql } from "drizzle-orm";
import type { Tx } from "#app/db/connect.server.ts";
import { settings } from "./schema.server.ts";

export type SettingKey =
  | "session_preset"
  | "priority_matrix"
  | "mail_content"
  | "escalation_ladder"
  | "demo"
  | "demo_progress";

export async function readSetting(tx: Tx, key: SettingKey): Promise<unknown> {
  const [row] = await tx.select({ value: settings.value }).from(settings).where(eq(settings.key, key));
  return row?.value ?? null;
}

export async function writeSetting(tx: Tx, key: SettingKey, value: unknown, now: Date): Promise<void> {
  const row = { key, value, changedAt: now };
  await tx.insert(settings).values(row).onConflictDoUpdate({ target: settings.key, set: row });
}

/** The first start of a demo writes months of tickets, oldest first; jobs that act on old tickets wait for its end. */
export async function demoIsBeingWritten(tx: Tx): Promise<boolean> {
  const [row] = await tx.execute(
    sql`select from settings where key = 'demo_progress' and value->>'done' <> value->>'days'`,
  );
  return row !== undefined;
}
