import { afterAll, beforeAll, expect, test } from "vitest";
import { DEFAULT_LADDER, type Ladder } from "#app/domain/tickets/warnings/ladder.ts";
import { action, loader } from "#app/routes/admin.ladder.tsx";
import { asking, type Fields } from "#tests/routes/asking.ts";
import { seedCast } from "#tests/support/cast.ts";
import { openTestDatabase } from "#tests/support/db.ts";

const world = await openTestDatabase();
const { get, post } = asking(world.db);
beforeAll(() => seedCast(world.db));
afterAll(() => world.close());

const PATH = "/admin/ladder";
type Loaded = { kept: { version: number; steps: Ladder }; promises: { name: string; seconds: number }[] };
const page = async () => (await get(loader, "admin", PATH)).body as Loaded; // safe: the loader's own shape
const send = (fields: Fields) => post(action, "admin", PATH, { intent: "save", why: "Nhắc sớm hơn", ...fields });
const audits = () =>
  world.owner.sql`select action, before, after from audit_entries where object_kind = 'ladder' order by id desc`;
const recomputations = async () =>
  (await world.owner.sql`select cause, why from recomputations where cause = 'ladder' order by id desc`).map((one) => ({
    ...one,
  }));

const EARLIER = { percent0: "50", whom0: ["assignee"], percent1: "100", whom1: ["assignee", "manager"] };

test("first the steps that are shipped, with what they come to", async () => {
  const { kept, promises } = await page();
  expect(kept).toEqual({ version: 0, steps: DEFAULT_LADDER });
  expect(promises).toContainEqual({ name: "P3", nameEn: "P3", seconds: 28_800 });
});

test("a change is a version with its reason, in the history, and open tickets are counted anew", async () => {
  expect(await send({ version: "0", ...EARLIER })).toMatchObject({ status: 302, to: `${PATH}?done=saved` });
  const { kept } = await page();
  expect(kept).toEqual({
    version: 1,
    steps: [
      { percent: 50, whom: ["assignee"] },
      { percent: 100, whom: ["assignee", "manager"] },
    ],
  });
  expect((await audits())[0]).toMatchObject({
    action: "ladder.changed",
    before: { "75 %": ["Người xử lý"] },
    after: { "50 %": ["Người xử lý"], "100 %": ["Người xử lý", "Quản lý"], why: "Nhắc sớm hơn" },
  });
  expect(await recomputations()).toEqual([{ cause: "ladder", why: "Nhắc sớm hơn" }]);
});

test("an older form is refused with what was typed, and of two at the same moment one", async () => {
  expect(await send({ version: "0", percent0: "60", whom0: ["assignee"] })).toMatchObject({
    status: 409,
    body: { formErrors: ["ladder_changed"], values: { percent0: "60" } },
  });
  const both = await Promise.all([
    send({ version: "1", percent0: "70", whom0: ["assignee"] }),
    send({ version: "1", percent0: "80", whom0: ["assignee"] }),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual([302, 409]);
  expect((await page()).kept.version).toBe(2);
});

test("what is not right is said where it is, and nothing is kept", async () => {
  const version = "2";
  expect(await send({ version, percent0: "0", whom0: ["assignee"], percent1: "90" })).toMatchObject({
    status: 422,
    body: { errors: { percent0: ["percent_unreadable"], whom1: ["nobody"] } },
  });
  expect(await send({ version, percent0: "90", whom0: ["everybody"] })).toMatchObject({ status: 422 });
  expect(await send({ version, percent0: "90", whom0: ["team"], why: "" })).toMatchObject({
    status: 422,
    body: { errors: { why: ["required"] } },
  });
  expect(await send({ version, percent0: "abc", whom0: ["team"], why: "" })).toMatchObject({
    status: 422,
    body: { errors: { percent0: ["percent_unreadable"], why: ["required"] } },
  });
  expect(await send({ version, percent0: "70", whom0: ["assignee"], remove0: "on" })).toMatchObject({
    status: 422,
    body: { formErrors: ["no_steps"] },
  });
  expect((await page()).kept.version).toBe(2);
});

test("back to the shipped steps, and saying them again changes nothing", async () => {
  expect(await send({ intent: "restore", version: "2", why: "Như cũ" })).toMatchObject({ status: 302 });
  expect((await page()).kept).toEqual({ version: 3, steps: DEFAULT_LADDER });
  expect(await send({ intent: "restore", version: "3", why: "Như cũ" })).toMatchObject({
    status: 422,
    body: { formErrors: ["nothing_changed"] },
  });
});
