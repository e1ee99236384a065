import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { isMigrated, migrate, readMigrations } from "#drizzle/migrate.ts";
import { openTestDatabase } from "#tests/support/db.ts";

let database: Awaited<ReturnType<typeof openTestDatabase>>;
let folder: string;

beforeEach(async () => {
  database = await openTestDatabase({ template: null });
  folder = mkdtempSync(join(tmpdir(), "tram-migrations-"));
});
afterEach(async () => {
  rmSync(folder, { recursive: true });
  await database.close();
});

const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
const run = (say?: (line: string) => void) => migrate(database.url, say, folder);
const tables = async () =>
  (await database.owner.sql`select tablename from pg_tables where schemaname = 'public' order by 1`).map(
    (row) => row.tablename,
  );
const applied = async () =>
  (await database.owner.sql`select name from tram_meta.migrations order by name`).map((row) => row.name);

test("files are applied in order, once", async () => {
  write("0001_wards.sql", "create table wards (id int primary key);");
  write("0002_tickets.sql", "create table tickets (ward_id int references wards); insert into wards values (1);");
  await run();
  await run();
  expect(await tables()).toEqual(["tickets", "wards"]);
  expect(await applied()).toEqual(["0001_wards.sql", "0002_tickets.sql"]);
  expect(await database.owner.sql`select count(*)::int as count from wards`).toEqual([{ count: 1 }]);
});

test("a later file is applied to a database that has the earlier ones", async () => {
  write("0001_wards.sql", "create table wards (id int);");
  await run();
  write("0002_tickets.sql", "create table tickets (id int);");
  expect(await isMigrated(database.owner.sql, folder)).toBe(false);
  await run();
  expect(await isMigrated(database.owner.sql, folder)).toBe(true);
  expect(await tables()).toEqual(["tickets", "wards"]);
});

test("a file that was changed after it was applied is refused", async () => {
  write("0001_wards.sql", "create table wards (id int);");
  await run();
  write("0001_wards.sql", "create table wards (id bigint);");
  await expect(run()).rejects.toThrow("Migration 0001_wards.sql was changed after it was applied");
});

test("a file that was checked out with other line ends is the same file", async () => {
  write("0001_wards.sql", "create table wards (\n  id int\n);\n");
  await run();
  write("0001_wards.sql", "create table wards (\r\n  id int\r\n);\r\n");
  await run();
});

test("an applied file that is gone is refused", async () => {
  write("0001_wards.sql", "create table wards (id int);");
  await run();
  rmSync(join(folder, "0001_wards.sql"));
  await expect(run()).rejects.toThrow("Migration 0001_wards.sql was applied to this database, but its file is gone");
});

test("a new file numbered before the last applied one is refused, and nothing is applied", async () => {
  write("0002_wards.sql", "create table wards (id int);");
  await run();
  write("0001_late.sql", "create table late (id int);");
  write("0003_next.sql", "create table next (id int);");
  await expect(run()).rejects.toThrow("Migration 0001_late.sql comes before 0002_wards.sql");
  expect(await tables()).toEqual(["wards"]);
});

test("a file without a number is refused", () => {
  write("wards.sql", "create table wards (id int);");
  expect(() => readMigrations(folder)).toThrow("its name must be like 0001_what_it_does.sql");
});

test("a migration that fails leaves nothing, and those before it stay", async () => {
  write("0001_wards.sql", "create table wards (id int);");
  write("0002_broken.sql", "create table half (id int); insert into half values (1); select 1 / 0;");
  await expect(run()).rejects.toThrow("Migration 0002_broken.sql failed and left nothing behind: division by zero");
  expect(await tables()).toEqual(["wards"]);
  expect(await applied()).toEqual(["0001_wards.sql"]);

  write("0002_broken.sql", "create table whole (id int);");
  await run();
  expect(await tables()).toEqual(["wards", "whole"]);
});

test("a migration whose process is killed leaves nothing, and the next start completes it", async () => {
  write("0001_slow.sql", "create table half (id int); insert into half values (1); select pg_sleep(30);");
  const script = `import { migrate } from "#drizzle/migrate.ts"; await migrate(process.argv[1], undefined, process.argv[2]);`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script, database.url, folder], {
    cwd: resolve(import.meta.dirname, "../.."),
    stdio: "ignore",
  });
  await until(async () => (await sleeping()).length === 1);
  child.kill("SIGKILL");
  await new Promise((done) => child.once("exit", done));

  expect(await tables()).toEqual([]);
  write("0001_slow.sql", "create table whole (id int);");
  await run();
  expect(await tables()).toEqual(["whole"]);
});

test("a migration whose connection is cut leaves nothing", async () => {
  write("0001_slow.sql", "create table half (id int); select pg_sleep(30);");
  const running = run();
  const refused = expect(running).rejects.toThrow("Migration 0001_slow.sql failed and left nothing behind");
  await until(async () => (await sleeping()).length === 1);
  await database.owner.sql`select pg_terminate_backend(${(await sleeping())[0]?.pid})`;
  await refused;
  expect(await tables()).toEqual([]);
});

test("of two at once one migrates and the other waits", async () => {
  write("0001_wards.sql", "create table wards (id int); select pg_sleep(0.3);");
  const said: string[] = [];
  await Promise.all([run((line) => said.push(line)), run((line) => said.push(line))]);
  expect(said.toSorted()).toEqual([
    "Another Trạm is migrating this database: waiting for it…",
    "Migrating: 0001_wards",
  ]);
  expect(await applied()).toEqual(["0001_wards.sql"]);
});

test("a database that is not there is one line, without the password", async () => {
  const away = Object.assign(new URL(database.url), { port: "1", password: "geheim" }).toString();
  const error = await migrate(away, undefined, folder).catch((one: Error) => one);
  expect(error).toMatchObject({ name: "StartError" });
  expect(String(error)).toMatch(/The database at 127\.0\.0\.1:1\/test_\w+ does not let Trạm in .*ECONNREFUSED/);
  expect(String(error)).not.toMatch(/geheim|\n/);
});

const sleeping = () =>
  database.owner.sql`select pid from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'`;

async function until(condition: () => Promise<boolean>) {
  for (const end = Date.now() + 10_000; Date.now() < end; await sleep(20)) if (await condition()) return;
  throw new Error("It did not happen within 10 seconds.");
}
