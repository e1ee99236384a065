import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { postmasterOf } from "#app/db/embedded/postmaster.server.ts";
import { startEmbedded } from "#app/db/embedded.server.ts";

vi.setConfig({ testTimeout: 60_000 });

const ROOT = resolve(import.meta.dirname, "../..");
const RUN = `
  import { startEmbedded } from "#app/db/embedded.server.ts";
  const { url } = await startEmbedded({ dataDir: process.argv[1], say() {} });
  console.log(url);
  setInterval(() => {}, 1000);`;

let home: string;
let said: string[];
let stops: (() => Promise<void>)[];

beforeEach(() => {
  home = mkdtempSync(join(realpathSync(tmpdir()), "tram dữ liệu "));
  chmodSync(home, 0o755);
  said = [];
  stops = [];
});
afterEach(async () => {
  for (const stop of stops) await stop();
  rmSync(home, { recursive: true, force: true });
});

async function start(dataDir = home, share = false) {
  const embedded = await startEmbedded({ dataDir, say: (line) => said.push(line), share });
  stops.push(embedded.stop);
  return embedded;
}

async function query<T>(url: string, text: string): Promise<T[]> {
  const sql = postgres(url, { max: 1, connect_timeout: 3, onnotice: () => {} });
  try {
    return (await sql.unsafe(text)) as unknown as T[];
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** Another process that runs the database of `home`, for us to kill. */
async function startElsewhere(): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, ["--input-type=module", "-e", RUN, home], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "ignore"],
  });
  const url = await new Promise<string>((done) =>
    child.stdout.once("data", (line: Buffer) => done(line.toString().trim())),
  );
  return { child, url };
}

async function killed(child: ChildProcess): Promise<void> {
  child.kill("SIGKILL");
  await new Promise((done) => child.once("exit", done));
}

const postmaster = () => postmasterOf(join(home, "postgres"))?.pid ?? 0;

test("the first start makes a database that only this machine and user reach; the next finds it", async () => {
  const first = await start();
  await query(first.url, "create table notes (body text); insert into notes values ('Tân Bình')");
  expect(
    await query(
      first.url,
      "select current_setting('data_checksums') as sums, current_setting('unix_socket_directories') as sockets, lower('ĐẤT') as lower",
    ),
  ).toEqual([{ sums: "on", sockets: "", lower: "đất" }]);
  expect(statSync(join(home, "postgres.json")).mode & 0o777).toBe(0o600);
  await expect(query(first.url.replace(/:[^:@]*@/, ":wrong@"), "select 1")).rejects.toMatchObject({ code: "28P01" });
  await first.stop();
  expect(postmaster()).toBe(0);

  const second = await start();
  expect(second.url).toBe(first.url);
  expect(await query(second.url, "select body from notes")).toEqual([{ body: "Tân Bình" }]);
});

test("a database whose Trạm was killed still runs, and is used again", async () => {
  const { child, url } = await startElsewhere();
  await query(url, "create table notes (body text); insert into notes values ('kept')");
  const pid = postmaster();
  await killed(child);

  const again = await start();
  expect([again.url, postmaster()]).toEqual([url, pid]);
  expect(said).toEqual(["The database was still running: using it."]);
  expect(await query(again.url, "select body from notes")).toEqual([{ body: "kept" }]);
});

test("after both were killed, the next start recovers what was committed", async () => {
  const { child, url } = await startElsewhere();
  await query(url, "create table notes (body text); insert into notes values ('kept')");
  process.kill(postmaster(), "SIGKILL");
  await killed(child);

  const again = await start();
  expect(await query(again.url, "select body from notes")).toEqual([{ body: "kept" }]);
});

test("a database that is killed under a running Trạm is started again", async () => {
  const { url } = await start();
  process.kill(postmaster(), "SIGKILL");
  for (const end = Date.now() + 10_000; Date.now() < end; await sleep(50)) {
    const rows = await query<{ one: number }>(url, "select 1 as one").catch(() => []);
    if (rows.length === 1) return expect(said.at(-1)).toBe("The database runs again.");
  }
  throw new Error(said.join("\n"));
});

test("a first start that was killed half way leaves nothing in the way", async () => {
  const child = spawn(process.execPath, ["--input-type=module", "-e", RUN, home], { cwd: ROOT, stdio: "ignore" });
  for (const end = Date.now() + 10_000; Date.now() < end; await sleep(5)) {
    if (statSync(join(home, `postgres.new-${child.pid}/base`), { throwIfNoEntry: false })) break;
  }
  await killed(child);
  const { url } = await start();
  expect(await query(url, "select 1 as one")).toEqual([{ one: 1 }]);
  const drafts = () => readdirSync(home).filter((name) => name.includes(".new"));
  // The orphaned initdb may still be at work for a moment; a start after it clears the rest away.
  for (const end = Date.now() + 5_000; drafts().length > 0 && Date.now() < end; await sleep(50)) {}
  await stops.pop()?.();
  await start();
  expect(drafts()).toEqual([]);
});

test("a command shares the database of a Trạm that runs there, and leaves it running", async () => {
  const { url } = await start();
  const shared = await startEmbedded({ dataDir: home, say: () => {}, share: true });
  expect(shared.url).toBe(url);
  await shared.stop();
  expect(await query(url, "select 1 as one")).toEqual([{ one: 1 }]);
});

test("a database made by another PostgreSQL, or without its password, is left alone", async () => {
  await (await start()).stop();
  const version = join(home, "postgres/PG_VERSION");
  const ours = readFileSync(version, "utf8");
  writeFileSync(version, "14\n");
  await expect(start()).rejects.toThrow("was made by PostgreSQL 14");
  writeFileSync(version, ours);
  rmSync(join(home, "postgres.json"));
  await expect(start()).rejects.toThrow("The password of the database is gone");
});

test.runIf(process.getuid?.() === 0)("as root, a database that root restored is used all the same", async () => {
  const first = await start();
  await first.stop();
  execFileSync("chown", ["-R", "0:0", join(home, "postgres")]);
  expect((await start()).url).toBe(first.url);
});

test.runIf(process.getuid?.() === 0)("as root, a folder that others may not enter is no obstacle", async () => {
  chmodSync(home, 0o700);
  const { url } = await start(join(home, "data"));
  expect(await query(url, "select 1 as one")).toEqual([{ one: 1 }]);
  const place = readlinkSync(join(home, "data/postgres"));
  expect(said[0]).toBe(`PostgreSQL cannot enter ${home}: its files go to ${place}`);
  stops.push(async () => rmSync(dirname(place), { recursive: true }));
});
