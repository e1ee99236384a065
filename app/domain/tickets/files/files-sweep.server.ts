import { and, inArray, isNull, lt } from "drizzle-orm";
import type { Db } from "#app/db/connect.server.ts";
import { inContext } from "#app/db/context.server.ts";
import { type FileStore, idOfKey, thumbOf } from "#app/files/store.server.ts";
import { SYSTEM } from "../../policy/actor.ts";
import { files } from "./files-schema.server.ts";

const HOUR_MS = 3_600_000;
const DRAFT_HOURS = 24;
/** A file is on disk a moment before its row is in the table. */
const STRAY_HOURS = 1;
const BATCH = 500;

/** Removes what was uploaded and never sent, and what lies on disk without a row. */
export async function sweepFiles(db: Db, store: FileStore, now: Date): Promise<{ drafts: number; strays: number }> {
  const before = (hours: number) => new Date(now.getTime() - hours * HOUR_MS);
  const forgotten = await inContext(db, SYSTEM, now, (ctx) =>
    ctx.db
      .delete(files)
      .where(and(isNull(files.ticketNumber), lt(files.createdAt, before(DRAFT_HOURS))))
      .returning({ id: files.id }),
  );
  for (const { id } of forgotten) await Promise.all([store.remove(id), store.remove(thumbOf(id))]);

  let strays = 0;
  let batch: string[] = [];
  const removeStrays = async () => {
    const ids = [...new Set(batch.map(idOfKey))];
    const known = await inContext(db, SYSTEM, now, (ctx) =>
      ctx.db.select({ id: files.id }).from(files).where(inArray(files.id, ids)).limit(ids.length),
    );
    const have = new Set(known.map(({ id }) => id));
    for (const key of batch.filter((each) => !have.has(idOfKey(each)) || each.endsWith(".part"))) {
      await store.remove(key);
      strays++;
    }
    batch = [];
  };
  for await (const { key, changedAt } of store.list()) {
    if (changedAt >= before(STRAY_HOURS)) continue;
    batch.push(key);
    if (batch.length === BATCH) await removeStrays();
  }
  if (batch.length > 0) await removeStrays();
  return { drafts: forgotten.length, strays };
}
