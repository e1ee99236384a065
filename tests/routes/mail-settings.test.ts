import { afterAll, beforeAll, expect, test } from "vitest";
import { loader } from "#app/routes/admin.settings.tsx";
import { action } from "#app/routes/admin.settings-mail.ts";
import { asking } from "#tests/routes/asking.ts";
import { idOf, seedCast } from "#tests/support/cast.ts";
import { openTestDatabase } from "#tests/support/db.ts";

const world = await openTestDatabase();
const { get, post } = asking(world.db);
const { sql } = world.owner;
beforeAll(() => seedCast(world.db));
afterAll(() => world.close());

const AT = "/admin/settings/mail";
const content = async () =>
  ((await get(loader, "admin", "/admin/settings")).body as { mail: { content: string } }).mail.content;
const audited = () => sql`select actor_id, action, object_id, before, after from audit_entries order by id`;

test("nothing of a ticket leaves by mail until an admin says otherwise, which is written down", async () => {
  expect(await content()).toBe("nothing");
  const saved = await post(action, "admin", AT, { intent: "content", content: "title" });
  expect(saved).toMatchObject({ status: 302, to: "/admin/settings?done=saved" });
  expect(await content()).toBe("title");
  await post(action, "admin", AT, { intent: "content", content: "title" });
  expect([...(await audited())]).toEqual([
    {
      actor_id: idOf("admin"),
      action: "setting.changed",
      object_id: "mail_content",
      before: { value: "nothing" },
      after: { value: "title" },
    },
  ]);
});

test("a test letter is left for the worker, to the admin's own address", async () => {
  const asked = await post(action, "admin", AT, { intent: "test" });
  expect(asked).toMatchObject({ status: 302, to: "/admin/settings?done=test_letter" });
  expect([...(await sql`select person_id, to_address, purpose, state from deliveries`)]).toEqual([
    { person_id: idOf("admin"), to_address: null, purpose: "test", state: "waiting" },
  ]);
  expect((await audited()).at(-1)).toMatchObject({ action: "delivery.tested", object_id: String(idOf("admin")) });
});

test.each(["lan", "chau", "minh", "thu", "son"] as const)("for %s there is no such address", async (by) => {
  const before = await content();
  expect((await post(action, by, AT, { intent: "content", content: "text" })).status).toBe(404);
  expect((await post(action, by, AT, { intent: "test" })).status).toBe(404);
  expect(await content()).toBe(before);
  expect((await sql`select 1 from deliveries where person_id = ${idOf(by)}`).length).toBe(0);
});

test.each([{ intent: "content", content: "all" }, { intent: "content" }, { intent: "spam" }, {}])(
  "%j changes nothing",
  async (fields) => {
    const before = await content();
    expect((await post(action, "admin", AT, fields as Record<string, string>)).status).toBe(422);
    expect(await content()).toBe(before);
  },
);
