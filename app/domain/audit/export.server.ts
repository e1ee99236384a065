import { recordAudit } from "#app/db/audit.server.ts";
import type { Ctx } from "#app/db/context.server.ts";
import { type HistoryEntry, listHistory, type Shown } from "./history.server.ts";
import type { HistoryWish } from "./wish.ts";

export const EXPORTED_AT_MOST = 10_000;

/** The newest of what was asked for. That it left the building is an entry of its own. */
export async function exportHistory(ctx: Ctx, wish: HistoryWish, shown: readonly Shown[]): Promise<HistoryEntry[]> {
  const { entries } = await listHistory(ctx, { ...wish, cursor: null }, shown, EXPORTED_AT_MOST);
  const object = { id: "history", name: "audit_entries" };
  await recordAudit(ctx, { action: "request.exported", object, after: { entries: entries.length } });
  return entries;
}
