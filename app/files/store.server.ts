import { createHash, randomUUID } from "node:crypto";
import { createReadStream, createWriteStream, type Dirent } from "node:fs";
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { env } from "#app/env.server.ts";

export type Stored = { size: number; sha256: string };

/** Where the bytes of files are. A key is never made of anything a person typed. */
export type FileStore = {
  /** Nothing is found under the key until all of it is safely down. */
  put(key: string, content: Readable | Uint8Array): Promise<Stored>;
  /** null when there is no such file. */
  read(key: string): Promise<Readable | null>;
  remove(key: string): Promise<void>;
  list(): AsyncIterable<{ key: string; changedAt: Date }>;
};

const KEY = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?:\.thumb)?(?:\.[0-9a-f-]{36}\.part)?$/;

export const thumbOf = (id: string) => `${id}.thumb`;
export const idOfKey = (key: string) => key.slice(0, 36);

export function localStore(root: string): FileStore {
  const pathOf = (key: string) => {
    if (!KEY.test(key)) throw new Error("not a key of the file store");
    return join(root, key.slice(0, 2), key);
  };
  return {
    async put(key, content) {
      const path = pathOf(key);
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      const draft = `${path}.${randomUUID()}.part`;
      try {
        const stored = await write(draft, content);
        await rename(draft, path);
        await settle(dirname(path));
        return stored;
      } catch (error) {
        await rm(draft, { force: true });
        throw error;
      }
    },
    async read(key) {
      const path = pathOf(key);
      return (await stat(path).catch(absent)) ? createReadStream(path) : null;
    },
    remove: (key) => rm(pathOf(key), { force: true }),
    async *list() {
      for (const folder of await entries(root)) {
        for (const { name } of await entries(join(root, folder.name))) {
          const found = await stat(join(root, folder.name, name)).catch(absent);
          if (found && KEY.test(name)) yield { key: name, changedAt: found.mtime };
        }
      }
    },
  };
}

async function write(path: string, content: Readable | Uint8Array): Promise<Stored> {
  const hash = createHash("sha256");
  let size = 0;
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      size += chunk.length;
      done(null, chunk);
    },
  });
  const source = content instanceof Readable ? content : Readable.from([content]);
  await pipeline(source, count, createWriteStream(path, { flags: "wx", mode: 0o600, flush: true }));
  return { size, sha256: hash.digest("hex") };
}

/** A rename is on disk only when its folder is. */
async function settle(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  await handle.sync().finally(() => handle.close());
}

const entries = (folder: string): Promise<Dirent[]> =>
  readdir(folder, { withFileTypes: true }).catch((error) => absent(error) ?? []);

function absent(error: unknown): undefined {
  if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR"))
    return undefined;
  throw error;
}

export const fileStore: FileStore = localStore(join(env.DATA_DIR, "files"));

export async function digestOf(content: Readable): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of content) hash.update(chunk);
  return hash.digest("hex");
}

const FULL = new Set(["ENOSPC", "EROFS", "EDQUOT", "EACCES", "EIO"]);
export const isStorageFault = (error: unknown) =>
  error instanceof Error && "code" in error && typeof error.code === "string" && FULL.has(error.code);
