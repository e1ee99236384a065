import { createHash, randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Carrier, Mail } from "./transport.server.ts";

const MOST = 500;
const NAME = /^\d{13}-[0-9a-f]{16}$/;
const ENDING = ".json";

export type KeptMail = { id: string; at: Date; mail: Mail };

const folderOf = (dataDir: string) => join(dataDir, "mail");

/** A mailbox in the data folder, for trying things out: the newest letters, readable by the process alone. */
export function diskTransport(dataDir: string): Carrier {
  return {
    name: "disk",
    async send(mail) {
      const folder = folderOf(dataDir);
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const names = await namesIn(folder);
      const key = createHash("sha256").update(mail.idempotencyKey).digest("hex").slice(0, 16);
      const known = names.find((name) => name.endsWith(key));
      if (known) return { ok: true, providerId: known };
      const id = `${String(Date.now()).padStart(13, "0")}-${key}`;
      await writeWhole(join(folder, id + ENDING), JSON.stringify(mail));
      const old = names.slice(MOST - 1);
      await Promise.all(old.map((name) => rm(join(folder, name + ENDING), { force: true })));
      return { ok: true, providerId: id };
    },
  };
}

/** A reader, or a crash, never meets half a letter. */
async function writeWhole(path: string, content: string): Promise<void> {
  const unfinished = `${path}.${randomUUID()}.tmp`;
  try {
    await writeFile(unfinished, content, { mode: 0o600, flush: true });
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

/** Newest first. */
async function namesIn(folder: string): Promise<string[]> {
  const files = await readdir(folder).catch(() => []);
  return files
    .filter((file) => file.endsWith(ENDING))
    .map((file) => file.slice(0, -ENDING.length))
    .filter((name) => NAME.test(name))
    .sort()
    .reverse();
}

export async function listKeptMail(dataDir: string, limit: number): Promise<KeptMail[]> {
  const names = (await namesIn(folderOf(dataDir))).slice(0, limit);
  const kept = await Promise.all(names.map((name) => findKeptMail(dataDir, name)));
  return kept.filter((one) => one !== null);
}

export async function findKeptMail(dataDir: string, id: string): Promise<KeptMail | null> {
  if (!NAME.test(id)) return null;
  const text = await readFile(join(folderOf(dataDir), id + ENDING), "utf8").catch(() => null);
  if (text === null) return null;
  // Safe because only this file writes there, and whole.
  return { id, at: new Date(Number(id.slice(0, 13))), mail: JSON.parse(text) as Mail };
}
