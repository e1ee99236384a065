import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestDatabase } from "#tests/support/db.ts";

let database: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

test("the app connects as a role that row-level security binds, with limits on its statements", async () => {
  const [session] = await database.sql`
    select current_user as role, rolbypassrls or rolsuper as unbound, current_setting('statement_timeout') as statement,
      current_setting('lock_timeout') as lock, current_setting('idle_in_transaction_session_timeout') as idle,
      current_setting('TimeZone') as zone
    from pg_roles where rolname = current_user`;
  expect(session).toEqual({ role: "tram_app", unbound: false, statement: "5s", lock: "3s", idle: "15s", zone: "UTC" });
});

test("the owner sees past row-level security and may take its time", async () => {
  const [session] = await database.owner
    .sql`select current_user as role, current_setting('statement_timeout') as statement`;
  expect(session).toEqual({ role: "tram", statement: "0" });
});

test("a wrong statement leaves the connection usable", async () => {
  await expect(database.sql`select nonsense`).rejects.toMatchObject({ code: "42703" });
  expect(await database.sql`select 1 as one`).toEqual([{ one: 1 }]);
});
