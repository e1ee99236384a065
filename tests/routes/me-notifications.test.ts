import { afterAll, beforeAll, expect, test } from "vitest";
import { readChoices, readHours } from "#app/domain/notifications/choices.server.ts";
import { listWatched } from "#app/domain/notifications/watches.server.ts";
import { action, loader } from "#app/routes/me.notifications.tsx";
import { asking, type Fields } from "#tests/routes/asking.ts";
import { castOf, DOCUMENTS, type Name, seedCast } from "#tests/support/cast.ts";
import { openTestDatabase } from "#tests/support/db.ts";

const world = await openTestDatabase();
const { get, post } = asking(world.db);
const cast = castOf(world.db);
beforeAll(() => seedCast(world.db));
afterAll(() => world.close());

const PAGE = "/me/notifications";
const save = (by: Name, fields: Fields) => post(action, by, PAGE, { intent: "save", ...fields });
const now = () => new Date().toISOString();
const saved = (name: Name) =>
  cast.as(name, now(), async (ctx) => ({ choices: await readChoices(ctx), hours: await readHours(ctx) }));
const LAN = { progress_mail: "digest", reply_in_page: "on", reply_mail: "no" };

test("each is asked of what can concern them, and of no more", async () => {
  const topics = async (name: Name) => {
    const { choices, systems } = (await get(loader, name, PAGE)).body as {
      choices: { topic: string }[];
      systems: unknown;
    };
    return [choices.map(({ topic }) => topic), systems !== null];
  };
  expect(await topics("lan")).toEqual([["progress", "reply"], false]);
  expect(await topics("minh")).toEqual([
    ["progress", "reply", "note", "mention", "assigned", "arrived", "deadline", "watched"],
    true,
  ]);
});

test("a second line is told which teams' tickets it hears of, and offered no watch", async () => {
  const { body } = await get(loader, "vy", PAGE);
  expect(body).toMatchObject({ systems: null, teams: [{ name: "Nhóm Quản lý văn bản" }] });
  expect((await get(loader, "minh", PAGE)).body).toMatchObject({ teams: null });
  expect((await post(action, "vy", PAGE, { intent: "watch", systemId: DOCUMENTS })).status).toBe(422);
});

test("choices and hours are saved together, with a word", async () => {
  const answer = await save("lan", { ...LAN, quiet: "on", quietFrom: "21:00", quietUntil: "06:30" });
  expect([answer.status, answer.to]).toEqual([302, `${PAGE}?done=saved`]);
  expect(await saved("lan")).toEqual({
    choices: [
      { topic: "progress", inPage: false, mail: "digest" },
      { topic: "reply", inPage: true, mail: "no" },
    ],
    hours: { from: "21:00", until: "06:30" },
  });
  await save("lan", { ...LAN, quietFrom: "21:00", quietUntil: "06:30" });
  expect((await saved("lan")).hours).toBeNull();
});

test.each([
  ["progress_mail", { progress_mail: "hourly" }],
  ["reply_mail", { reply_mail: "" }],
  ["quietFrom", { quietFrom: "25:00" }],
  ["quietUntil", { quietUntil: "" }],
  ["quietUntil", { quietUntil: "20:00" }],
])("what cannot be is refused at %s, changes nothing and keeps the rest: %o", async (field, wrong) => {
  const before = await saved("lan");
  const answer = await save("lan", { ...LAN, quiet: "on", quietFrom: "20:00", quietUntil: "07:00", ...wrong });
  expect(answer.status).toBe(422);
  expect(answer.body).toMatchObject({ form: "save", reply: { values: { reply_in_page: "on" } } });
  expect(Object.keys((answer.body as { reply: { errors: object } }).reply.errors)).toEqual([field]);
  expect(await saved("lan")).toEqual(before);
});

test("a topic that is not offered is not looked at", async () => {
  await save("lan", { ...LAN, arrived_in_page: "on", arrived_mail: "now" });
  const [row] = await world.owner.sql`select count(*)::int as n from notification_choices where topic = 'arrived'`;
  expect(row?.n).toBe(0);
});

test("a system is watched, and no longer", async () => {
  const watched = () => cast.as("minh", now(), async (ctx) => (await listWatched(ctx)).map(({ id }) => id));
  const watch = (intent: string, systemId: number | string) => post(action, "minh", PAGE, { intent, systemId });
  expect((await watch("watch", DOCUMENTS)).to).toBe(`${PAGE}?done=saved`);
  await watch("watch", DOCUMENTS);
  expect(await watched()).toEqual([DOCUMENTS]);
  const page = (await get(loader, "minh", PAGE)).body as { systems: { others: { id: number }[] } };
  expect(page.systems.others.map(({ id }) => id)).not.toContain(DOCUMENTS);
  await watch("unwatch", DOCUMENTS);
  expect(await watched()).toEqual([]);
  for (const wrong of ["", "x", "9999"]) {
    expect(await watch("watch", wrong)).toMatchObject({ status: 422, body: { form: "watch" } });
  }
  expect((await post(action, "minh", PAGE, { intent: "demolish" })).status).toBe(422);
});

test("whoever is not signed in is asked to", async () => {
  expect((await get(loader, null, PAGE)).to).toBe(`/login?to=${encodeURIComponent(PAGE)}`);
});
