import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import {
  A_MINUTE_EACH,
  maskedAddress,
  openRefusalLog,
  type RefusedRequest,
} from "#app/domain/audit/refusals.server.ts";
import { castOf, idOf, seedCast } from "#tests/support/cast.ts";
import { openTestDatabase } from "#tests/support/db.ts";

const world = await openTestDatabase();
const { actorOf } = castOf(world.db);
let minute = 0;
const START = Date.parse("2026-11-23T12:00:00Z");
const fresh = () => openRefusalLog(() => world.db, { now: () => new Date(START + minute * 60_000) });
let asked = 0;
const refused = (more: Partial<RefusedRequest> = {}): RefusedRequest => ({
  why: "not_found",
  status: 404,
  method: "GET",
  path: "/tickets/10001",
  peer: "198.51.100.7",
  requestId: `r${++asked}`,
  ...more,
});
const since = async () => {
  const rows = await world.owner.sql`
    select actor_id, action, object_id, object_name, after, peer from audit_entries where id > ${seen} order by id`;
  return rows.map((row) => ({ ...row }));
};
let seen = 0;

beforeAll(() => seedCast(world.db));
afterAll(() => world.close());
beforeEach(async () => {
  const [last] = await world.owner.sql`select coalesce(max(id), 0)::int as id from audit_entries`;
  seen = Number(last?.id);
  minute += 1;
});

test("a refusal is kept with who, what kind of thing, and from where", async () => {
  const log = fresh();
  log.note(refused({ actor: await actorOf("hoa", new Date(START)) }));
  await log.flush();
  expect(await since()).toEqual([
    {
      actor_id: idOf("hoa"),
      action: "request.refused",
      object_id: "/tickets/10001",
      object_name: "GET /tickets/10001",
      after: { why: "not_found", status: 404 },
      peer: "198.51.100.7",
    },
  ]);
});

test.each([
  ["/tickets/10001.data", "/tickets/10001"],
  ["/password/reset/Zk3v-abcdefghijklmnopqrstuvwxyz012345", "/password/reset/:x"],
  ["/tickets/0912345678", "/tickets/:x"],
  ["/admin/people/lan@tanbinh.example", "/admin/people/:x"],
  ["/search/Nguy%E1%BB%85n", "/search/:x"],
  ["/a/b/c/d/e/f/g/h/i/j", "/a/b/c/d/e/f/g"],
])("%s is kept as %s", (path, kept) => expect(maskedAddress(path)).toBe(kept));

test("a page that asks several loaders is one request", async () => {
  const log = fresh();
  const one = refused();
  log.note(one);
  log.note({ ...one });
  await log.flush();
  expect(await since()).toHaveLength(1);
});

test("a flood is thirty rows and one that says there were more; the next minute begins anew", async () => {
  const log = fresh();
  for (let i = 0; i < 200; i++) log.note(refused({ why: "origin", status: 403, method: "POST" }));
  await log.flush();
  const rows = await since();
  expect(rows).toHaveLength(A_MINUTE_EACH + 1);
  expect(rows.at(-1)).toMatchObject({ action: "request.refused_more", after: { why: "more" } });
  minute += 1;
  log.note(refused());
  await log.flush();
  expect(await since()).toHaveLength(A_MINUTE_EACH + 2);
});

test("a flood from everywhere is bounded as well", async () => {
  const log = fresh();
  for (let i = 0; i < 1000; i++) log.note(refused({ peer: `203.0.113.${i}` }));
  await log.flush();
  expect((await since()).length).toBe(300);
});

test("a database that is away fails nothing", async () => {
  const log = openRefusalLog(() => {
    throw new Error("away");
  });
  log.note(refused());
  await expect(log.flush()).resolves.toBeUndefined();
});
