import { createHash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import type { Db } from "#app/db/connect.server.ts";
import { inContext } from "#app/db/context.server.ts";
import { repaint } from "#app/files/image.server.ts";
import { cleanFileName } from "#app/files/name.ts";
import { type FileType, sniff } from "#app/files/sniff.server.ts";
import { digestOf, type FileStore, isStorageFault, type Stored, thumbOf } from "#app/files/store.server.ts";
import { log } from "#app/lib/log.server.ts";
import type { Person } from "../../policy/actor.ts";
import { DAILY_MAX_BYTES, type FileFault } from "./file-limits.ts";
import { countBytesSince, type FileCard, findOwnFile, registerFile } from "./files.server.ts";

type From = { db: Db; actor: Person; now: Date; store: FileStore };
export type Arrived = { name: string; path: string; size: number };
export type Taken = { ok: true; file: FileCard } | { ok: false; name: string; fault: FileFault };

const DAY_MS = 86_400_000;
const ENDING: Record<FileType, string> = {
  "image/png": "png",
  "image/jpeg": "jpg",
  "image/webp": "webp",
  "application/pdf": "pdf",
};

/**
 * Looks at a received file, keeps a clean copy and its row, all outside any transaction that a page holds.
 * `key` is the command id of the form: the same file sent with it again is the same file.
 */
export async function takeIn(from: From, arrived: Arrived, key?: string): Promise<Taken> {
  const refuse = (fault: FileFault): Taken => ({ ok: false, name: cleanFileName(arrived.name, "?"), fault });
  const { db, actor, now, store } = from;
  const { type, whole } = await sniff(arrived.path);
  if (!type) return refuse("file_type");
  if (!whole) return refuse("file_broken");
  const name = cleanFileName(arrived.name, `tep.${ENDING[type]}`);
  const id = key ? await idFrom(actor.personId, key, name, arrived.path) : randomUUID();
  const before = await inContext(db, actor, now, async (ctx) => ({
    file: await findOwnFile(ctx, id),
    bytes: await countBytesSince(ctx, new Date(now.getTime() - DAY_MS)),
  }));
  if (before.file) return { ok: true, file: before.file };
  if (before.bytes + arrived.size > DAILY_MAX_BYTES) return refuse("file_quota");
  try {
    const kept = await keep(store, id, arrived.path, type);
    if (!kept) return refuse("file_broken");
    const { size, ...rest } = kept;
    const row = { id, name, mime: type, sizeBytes: size, ...rest };
    return { ok: true, file: await inContext(db, actor, now, (ctx) => registerFile({ ...ctx, actor }, row)) };
  } catch (error) {
    if (!isStorageFault(error)) throw error;
    log.error({ err: error }, "a file could not be stored");
    return refuse("storage_full");
  }
}

type Kept = Stored & { width: number | null; height: number | null };

async function keep(store: FileStore, id: string, path: string, type: FileType): Promise<Kept | null> {
  if (type === "application/pdf") {
    return { ...(await store.put(id, createReadStream(path))), width: null, height: null };
  }
  const picture = await repaint(path, type);
  if (!picture) return null;
  await store.put(thumbOf(id), picture.thumb);
  return { ...(await store.put(id, picture.full)), width: picture.width, height: picture.height };
}

async function idFrom(personId: number, key: string, name: string, path: string): Promise<string> {
  const content = await digestOf(createReadStream(path));
  const hex = createHash("sha256")
    .update(JSON.stringify([personId, key, name, content]))
    .digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
