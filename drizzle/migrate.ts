import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type postgres from "postgres";
import { StartError } from "#app/boot/fail.ts";
import { openDatabase } from "#app/db/connect.server.ts";

export type Migration = { name: string; sha256: string; text: string };
type Applied = { name: string; sha256: string };
type Say = (line: string) => void;

export const MIGRATIONS = join(import.meta.dirname, "migrations");
const OLDEST_SERVER = 15;
const ANSWER_MS = 10_000;
const LOCK = 7_872_611; // Any number, the same in every process that migrates.
const NAME = /^\d{4}_[a-z0-9_]+\.sql$/;

/** Brings the database up to the files in `folder`, in their order; refuses when its history is another one. */
export async function migrate(url: string, say: Say = () => {}, folder = MIGRATIONS): Promise<void> {
  const { sql, close } = openDatabase(url, { owner: true, max: 1 });
  try {
    await refuseOldServer(sql, url);
    await underLock(sql, say, async () => {
      const pending = pendingOf(readMigrations(folder), await readApplied(sql));
      for (const migration of pending) {
        say(`Migrating: ${basename(migration.name, ".sql")}`);
        await apply(sql, migration);
      }
    });
  } finally {
    await close();
  }
}

/** Nothing to do, for a node that is told not to migrate. */
export async function isMigrated(sql: postgres.Sql, folder = MIGRATIONS): Promise<boolean> {
  return pendingOf(readMigrations(folder), await readApplied(sql)).length === 0;
}

export function readMigrations(folder: string): Migration[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".sql"))
    .sort()
    .map((name) => {
      if (!NAME.test(name)) throw new StartError(`Migration ${name}: its name must be like 0001_what_it_does.sql`);
      const text = readFileSync(join(folder, name), "utf8").replaceAll("\r\n", "\n");
      return { name, text, sha256: createHash("sha256").update(text).digest("hex") };
    });
}

export function pendingOf(files: Migration[], applied: Applied[]): Migration[] {
  applied.forEach(({ name, sha256 }) => {
    const file = files.find((one) => one.name === name);
    if (!file)
      throw new StartError(`Migration ${name} was applied to this database, but its file is gone: put it back.`);
    if (file.sha256 !== sha256) {
      throw new StartError(
        `Migration ${name} was changed after it was applied: undo the change and write a new migration.`,
      );
    }
  });
  const last = applied.at(-1)?.name ?? "";
  const pending = files.filter((file) => !applied.some(({ name }) => name === file.name));
  const late = pending.find((file) => file.name < last);
  if (late)
    throw new StartError(`Migration ${late.name} comes before ${last}, which is applied: give it a later number.`);
  return pending;
}

async function refuseOldServer(sql: postgres.Sql, url: string): Promise<void> {
  const asked = sql<{ version: number; text: string }[]>`
    select current_setting('server_version_num')::int as version, current_setting('server_version') as text
  `;
  const [server] = await Promise.race([asked, noAnswer()]).catch((error: Error) => {
    throw new StartError(unreachable(url, error));
  });
  if (server && server.version < OLDEST_SERVER * 10_000) {
    throw new StartError(`Trạm needs PostgreSQL ${OLDEST_SERVER} or newer; the one at DATABASE_URL is ${server.text}.`);
  }
}

/** postgres.js tries for ever where somebody takes the call and hangs up, as a proxy before a dead database does. */
async function noAnswer(): Promise<never> {
  await sleep(ANSWER_MS, undefined, { ref: false });
  throw new Error(`no answer in ${ANSWER_MS / 1_000} seconds`);
}

/** Says where we tried, never the password. */
export function unreachable(url: string, error: Error): string {
  const at = URL.canParse(url) ? `${new URL(url).host}${new URL(url).pathname}` : "an address that cannot be read";
  return `The database at ${at} does not let Trạm in (${error.message.split("\n")[0]}): check DATABASE_URL and that PostgreSQL runs.`;
}

async function underLock(sql: postgres.Sql, say: Say, work: () => Promise<void>): Promise<void> {
  const [lock] = await sql`select pg_try_advisory_lock(${LOCK}) as taken`;
  if (!lock?.taken) {
    say("Another Trạm is migrating this database: waiting for it…");
    await sql`select pg_advisory_lock(${LOCK})`;
  }
  try {
    await work();
  } finally {
    await sql`select pg_advisory_unlock(${LOCK})`.catch(() => {});
  }
}

async function readApplied(sql: postgres.Sql): Promise<Applied[]> {
  const [table] = await sql`select to_regclass('tram_meta.migrations') is not null as exists`;
  return table?.exists ? sql<Applied[]>`select name, sha256 from tram_meta.migrations order by name` : [];
}

async function apply(sql: postgres.Sql, { name, text, sha256 }: Migration): Promise<void> {
  await sql
    .begin(async (tx) => {
      await tx.unsafe(`
        create schema if not exists tram_meta;
        create table if not exists tram_meta.migrations (
          name text primary key, sha256 text not null, applied_at timestamptz not null default now()
        )`);
      await tx.unsafe(text).simple();
      await tx`insert into tram_meta.migrations (name, sha256) values (${name}, ${sha256})`;
    })
    .catch((error: Error) => {
      throw new StartError(`Migration ${name} failed and left nothing behind: ${error.message}`);
    });
}
