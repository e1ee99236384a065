import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as historyExport from "#app/routes/admin.history.export.ts";
import * as home from "#app/routes/home.ts";
import { startSmallApp } from "#tests/http/small-app.ts";
import { asking } from "#tests/routes/asking.ts";
import { seedCast } from "#tests/support/cast.ts";
import { openTestDatabase } from "#tests/support/db.ts";

describe("a page that only reads", () => {
  const METHODS = ["POST", "PUT", "PATCH", "DELETE"];
  test.each(METHODS)(
    "answers %s as it answers GET to whoever may not see it, and 405 to whoever may",
    async (method) => {
      const app = await startSmallApp();
      const headers = { origin: "http://tram.example" };
      const [seen, hidden] = [
        await app.fetch("/page", { method, headers }),
        await app.fetch("/hidden", { method, headers }),
      ];
      expect([seen.status, seen.headers.allow]).toEqual([405, "GET, HEAD"]);
      expect(hidden.status).toBe(404);
      await app.stop();
    },
  );
});

describe("a loader that is only asked who may see its page", () => {
  const world = openTestDatabase();
  const asked = async () => asking((await world).db, { asksOnly: true });
  beforeAll(async () => seedCast((await world).db));
  afterAll(async () => (await world).close());
  const exports = async () =>
    (await (await world).owner.sql`select 1 from audit_entries where action like '%export%'`).length;

  test("sends strangers to sign in, hides the page from others, and leaves nothing behind of what it does", async () => {
    const { post } = await asked();
    const answers = [null, "lan", "admin"].map((by) =>
      post(historyExport.loader, by as "lan" | null, "/admin/history/export", { of: "everything" }),
    );
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([302, 404, 405]);
    expect(await exports()).toBe(0);
    const { get } = asking((await world).db);
    expect((await get(historyExport.loader, "admin", "/admin/history/export")).status).toBe(200);
    expect(await exports()).toBe(1);
  });

  test("leads nobody on who is signed in", async () => {
    const { post } = await asked();
    expect((await post(home.loader, "lan", "/", {})).status).toBe(405);
    expect((await post(home.loader, null, "/", {})).to).toBe("/login");
  });
});
