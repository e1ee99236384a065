import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { claimDataDir } from "#app/boot/claim.ts";
import { openTestDatabase } from "#tests/support/db.ts";
import { runToEnd } from "#tests/support/server.ts";

vi.setConfig({ testTimeout: 60_000 });

// Every start that cannot succeed says in one line why and what to do, and exits with 1.

let home: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), "tram-refusals-"));
});
afterAll(() => rmSync(home, { recursive: true }));

test("a data folder that cannot be written", async () => {
  writeFileSync(join(home, "file"), "");
  const { code, stderr } = await runToEnd({ DATA_DIR: join(home, "file", "data"), PORT: "0" });
  expect(stderr).toMatch(/^Trạm cannot write to its data folder .*file\/data \(ENOTDIR\): .*set DATA_DIR.*\n$/);
  expect(code).toBe(1);
});

test.runIf(process.platform === "linux")("a data folder where none can be made", async () => {
  const { code, stderr } = await runToEnd({ DATA_DIR: "/proc/none", PORT: "0" });
  expect(stderr).toMatch(/^Trạm cannot write to its data folder \/proc\/none \(ENOENT\): .*\n$/);
  expect(code).toBe(1);
});

test("a data folder where Trạm runs already", async () => {
  const release = claimDataDir(home, "http://localhost:3999");
  const { code, stderr } = await runToEnd({ DATA_DIR: home, PORT: "0" });
  release();
  expect(stderr).toMatch(
    new RegExp(`^Trạm already runs on .*: http://localhost:3999, process ${process.pid}\\. Stop it first.*\\n$`),
  );
  expect(code).toBe(1);
});

test("a database that does not answer", async () => {
  const { code, stderr } = await runToEnd({ DATABASE_URL: "postgres://tram:geheim@127.0.0.1:1/tram", DATA_DIR: home });
  expect(stderr).toMatch(
    /^The database at 127\.0\.0\.1:1\/tram does not let Trạm in \(.*ECONNREFUSED.*\): .*DATABASE_URL.*\n$/,
  );
  expect(stderr).not.toContain("geheim");
  expect(code).toBe(1);
});

test("a database behind a proxy that takes the call and hangs up", async () => {
  const proxy = createServer((socket) => socket.end()).listen(0, "127.0.0.1");
  await once(proxy, "listening");
  const { port } = proxy.address() as AddressInfo;
  const { code, stderr } = await runToEnd({ DATABASE_URL: `postgres://a:b@127.0.0.1:${port}/tram`, DATA_DIR: home });
  proxy.close();
  expect(stderr).toMatch(/^The database at .* does not let Trạm in \(no answer in 10 seconds\): .*\n$/);
  expect(code).toBe(1);
});

test("a database address that is none", async () => {
  const { code, stderr } = await runToEnd({ DATABASE_URL: "mysql://somewhere/else", DATA_DIR: home });
  expect(stderr).toMatch(/^.*DATABASE_URL.*\n$/);
  expect(code).toBe(1);
});

test("a PostgreSQL that is too old", async () => {
  const database = await openTestDatabase({ template: null });
  const name = new URL(database.url).pathname.slice(1);
  await database.owner.sql.unsafe(`
    create schema old;
    create function old.current_setting(text) returns text language sql as
      $$ select case $1 when 'server_version_num' then '140012' else '14.12' end $$;
    alter database ${name} set search_path = old, pg_catalog`);
  const { code, stderr } = await runToEnd({ DATABASE_URL: database.url, DATA_DIR: home });
  await database.close();
  expect(stderr).toBe("Trạm needs PostgreSQL 15 or newer; the one at DATABASE_URL is 14.12.\n");
  expect(code).toBe(1);
});

test("a port that is taken", async () => {
  const database = await openTestDatabase();
  const other = createServer();
  const port = await new Promise<number>((done) =>
    other.listen(0, "127.0.0.1", () => done((other.address() as { port: number }).port)),
  );
  const { code, stderr } = await runToEnd({ DATABASE_URL: database.url, DATA_DIR: home, PORT: String(port) });
  other.close();
  await database.close();
  expect(stderr).toBe(`Port ${port} on 127.0.0.1 is taken by another program: stop it, or set PORT to a free one.\n`);
  expect(code).toBe(1);
});
