import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { PoliciesPage, PolicyReview, PolicyVersionPage } from "#app/domain/tickets/clocks/policies-page.server.ts";
import { DEFAULT_MATRIX, IMPACTS, matrixCell, matrixText, URGENCIES } from "#app/domain/tickets/priority.ts";
import * as added from "#app/routes/admin.policies.new.tsx";
import * as edited from "#app/routes/admin.policies.policy.tsx";
import * as reviewed from "#app/routes/admin.policies.review.tsx";
import * as page from "#app/routes/admin.policies.tsx";
import * as versions from "#app/routes/admin.policies.versions.tsx";
import { keysOf } from "#tests/domain/sla/some-policies.ts";
import { asking, type Fields } from "#tests/routes/asking.ts";
import { castOf, DOCUMENTS, ONE_STOP, seedCast, TAN_BINH } from "#tests/support/cast.ts";
import { openTestDatabase } from "#tests/support/db.ts";

const world = await openTestDatabase();
const { get, post } = asking(world.db);
const cast = castOf(world.db);
beforeAll(() => seedCast(world.db));
beforeEach(() => world.owner.sql`delete from policy_drafts`);
afterAll(() => world.close());

const PATH = "/admin/policies";
const look = async (query = "") =>
  (await get(page.loader, "admin", PATH + query)).body as PoliciesPage & { unknown: boolean }; // safe: the loader's own shape
const step = (fields: Fields) => post(page.action, "admin", PATH, fields);
const review = async () =>
  ((await get(reviewed.loader, "admin", `${PATH}/review`)).body as { review: PolicyReview | null }).review;
const save = async (why: string) => {
  const seen = (await review())?.seen.toISOString() ?? "2026-01-01T00:00:00.000Z";
  return post(reviewed.action, "admin", `${PATH}/review`, { intent: "save", seen, why });
};
const oneStop = {
  ...{
    name: "Một cửa",
    nameEn: "One-stop",
    systemIds: [String(ONE_STOP)],
    siteIds: String(TAN_BINH),
    vendorStops: "on",
  },
  ...{ priorities: ["p1", "p2"], first_response: "5 phút", resolution: "1 giờ 30", approval: "", grant: "90p" },
};

test("a policy is typed as people write times, moved, reviewed with what it would do, and saved with a reason", async () => {
  const { number } = await cast.open("lan", new Date().toISOString(), { systemId: ONE_STOP, impact: "counter_slowed" });
  const typed = await post(added.action, "admin", `${PATH}/new`, oneStop);
  expect(typed).toMatchObject({ status: 302, to: PATH });
  const draft = await look();
  expect(draft.draft).toEqual({ changes: 1, outdated: false, canUndo: true });
  expect(draft.list[0]).toMatchObject({
    ...{ name: "Một cửa", vendorStops: true },
    match: { kinds: [], priorities: ["p1", "p2"], systemIds: [ONE_STOP], siteIds: [TAN_BINH], rightIds: [] },
    targets: { first_response: 300, resolution: 5_400, approval: null, grant: 5_400 },
  });
  const key = draft.list[0]?.key ?? "";
  expect(await step({ intent: "down", id: key })).toMatchObject({ status: 302, to: PATH });
  expect(keysOf((await look()).list)).toEqual(["p1", key, "p2", "p3", "p4"]);

  expect(await review()).toMatchObject({
    difference: { added: [{ key }], removed: [], changed: [], order: null },
    impact: { open: 1, changed: 1, earlier: 1, examples: [{ number, title: null }] },
  });
  expect(await save("Quầy cần nhanh hơn")).toMatchObject({ status: 302, to: `${PATH}?done=saved` });
  expect((await look()).draft).toBeNull();
  const [job] = await world.owner.sql`select why from recomputations where cause = 'policies'`;
  expect(job).toMatchObject({ why: "Quầy cần nhanh hơn" });
});

test("one that is removed comes back with undo; a draft can be dropped whole", async () => {
  const before = keysOf((await look()).list);
  await step({ intent: "remove", id: "p2" });
  expect(keysOf((await look()).list)).not.toContain("p2");
  expect((await step({ intent: "undo" })).status).toBe(302);
  expect(keysOf((await look()).list)).toEqual(before);
  await step({ intent: "up", id: "p4" });
  await step({ intent: "discard" });
  expect(keysOf((await look()).list)).toEqual(before);
  expect(await step({ intent: "remove", id: "gone" })).toMatchObject({
    status: 409,
    body: { formErrors: ["policy_gone"] },
  });
});

test("it is told which policy no ticket gets, and which ticket gets none", async () => {
  await step({ intent: "remove", id: "p4" });
  expect((await look()).reach.unpromised).toMatchObject({ priority: "p4" });
  await post(added.action, "admin", `${PATH}/new`, {
    ...oneStop,
    name: "Tất cả",
    priorities: [],
    systemIds: [],
    siteIds: [],
  });
  const { reach, list } = await look();
  expect(reach.unpromised).toBeNull();
  expect(reach.unreached.map(({ policy }) => policy.key)).toEqual(keysOf(list).slice(1));
  expect((await review())?.reach).toEqual(reach);
});

test("a ticket is tried by its facts or its number, with each condition and when it would be due", async () => {
  const { tried } = await look(`?kind=account&priority=p1&systemId=${DOCUMENTS}&siteId=${TAN_BINH}`);
  expect(tried?.chosen?.key).toBe("p1");
  expect(tried?.lines.map(({ state }) => state)).toEqual([
    "chosen",
    ...(tried?.lines.slice(1).map(() => "fits_not") ?? []),
  ]);
  expect(tried?.lines[0]?.reasons).toEqual([{ condition: "priorities", fits: true }]);
  expect(tried?.due).toMatchObject([
    { target: "first_response", promised: true },
    { target: "resolution", promised: true },
  ]);
  expect(tried?.due[0]?.at?.getTime()).toBeGreaterThan(Date.now());

  const { number } = await cast.open("lan");
  const byNumber = await look(`?number=${number}`);
  expect(byNumber).toMatchObject({ unknown: false, tried: { chosen: { key: "p3" }, facts: { siteId: TAN_BINH } } });
  for (const odd of ["999999", "abc", "0", "-1"])
    expect(await look(`?number=${odd}`)).toMatchObject({ unknown: true, tried: null });
  expect(await look("?kind=account&priority=p9&systemId=1&siteId=2")).toMatchObject({ tried: null });
});

test("an older version is looked at, and put back through a draft", async () => {
  const show = async (query = "") =>
    (await get(versions.loader, "admin", `${PATH}/versions${query}`)).body as {
      page: PolicyVersionPage;
      listed: { rows: { version: number }[] };
    }; // safe: the loader's own shape
  const newest = await show();
  expect(newest.page).toMatchObject({
    version: { why: "Quầy cần nhanh hơn", madeBy: "Quản Trị" },
    since: { added: [{}] },
  });
  const first = newest.listed.rows.at(-1)?.version ?? 0;
  const old = await show(`?version=${first}`);
  expect(old.page).toMatchObject({ version: { version: first }, since: null, toNow: { added: [{}] } });
  const put = await post(versions.action, "admin", `${PATH}/versions`, { intent: "put-back", version: first });
  expect(put).toMatchObject({ status: 302, to: `${PATH}/review` });
  expect((await save("Trở lại")).status).toBe(302);
  expect(keysOf((await look()).list)).toEqual(["p1", "p2", "p3", "p4"]);
  expect((await get(versions.loader, "admin", `${PATH}/versions?version=9999`)).status).toBe(404);
});

test("what another has saved meanwhile is shown, and one's own is put on top of it", async () => {
  await step({ intent: "remove", id: "p1" });
  await world.owner.sql`insert into sla_policies (why, made_at, list)
    select 'Việc khác', now(), jsonb_set(list, '{3,targets,resolution}', '36000') from sla_policies order by version desc limit 1`;
  const conflict = await review();
  expect(conflict).toMatchObject({
    meanwhile: { why: "Việc khác", difference: { changed: [{ after: { key: "p4" } }] }, contested: [] },
    impact: null,
  });
  expect(await save("Của tôi")).toMatchObject({
    status: 409,
    body: { formErrors: ["policies_changed"], values: { why: "Của tôi" } },
  });
  expect(await post(reviewed.action, "admin", `${PATH}/review`, { intent: "renew" })).toMatchObject({
    to: `${PATH}/review`,
  });
  expect((await save("Của tôi")).status).toBe(302);
  const { list } = await look();
  expect(list.map(({ key, targets }) => [key, targets.resolution])).toEqual([
    ["p2", 14_400],
    ["p3", 28_800],
    ["p4", 36_000],
  ]);
});

test.each([
  [{ name: "" }, { name: ["required"] }],
  [{ name: "x".repeat(81) }, { name: ["too_long"] }],
  [{ first_response: "1 ngày" }, { first_response: ["time_malformed"] }],
  [{ resolution: "4 phút" }, { resolution: ["resolution_before_response"] }],
  [{ kinds: "anything" }, { kinds: ["not_offered"] }],
  [{ systemIds: Array.from({ length: 101 }, (_, n) => String(n + 1)) }, { systemIds: ["too_long"] }],
])("%j is asked for again with all that was typed", async (wrong, errors) => {
  const answer = await post(added.action, "admin", `${PATH}/new`, { ...oneStop, ...wrong });
  expect(answer).toMatchObject({
    status: 422,
    body: { errors, values: { nameEn: "One-stop", priorities: ["p1", "p2"] } },
  });
  expect((await look()).draft).toBeNull();
});

test("an edit keeps the place and the key; what is not there is not edited", async () => {
  const p3 = { ...oneStop, name: "P3", nameEn: "P3", systemIds: [], siteIds: [], priorities: "p3" };
  expect((await post(edited.action, "admin", `${PATH}/p3`, p3, { id: "p3" })).status).toBe(302);
  const { list } = await look();
  expect(list.find(({ key }) => key === "p3")?.targets.resolution).toBe(5_400);
  expect(await post(edited.action, "admin", `${PATH}/p3`, { ...p3, name: "p2" }, { id: "p3" })).toMatchObject({
    status: 409,
    body: { formErrors: ["name_taken"] },
  });
  expect((await get(edited.loader, "admin", `${PATH}/nope`, { id: "nope" })).status).toBe(404);
  expect((await post(edited.action, "admin", `${PATH}/nope`, p3, { id: "nope" })).status).toBe(404);
});

const seen = matrixText(DEFAULT_MATRIX);
const matrix = Object.fromEntries(
  IMPACTS.flatMap((impact) =>
    URGENCIES.map((urgency) => [matrixCell(impact, urgency), DEFAULT_MATRIX[impact][urgency]]),
  ),
);

test("the priorities stand beside the policies that use them, and are saved there", async () => {
  const cell = matrixCell("one_person", "later");
  expect(await step({ intent: "matrix", seen, ...matrix, [cell]: "p1" })).toMatchObject({
    status: 302,
    to: `${PATH}?done=saved`,
  });
  expect((await look()).matrix.one_person.later).toBe("p1");
  expect(await step({ intent: "matrix", seen, ...matrix, [cell]: "p0" })).toMatchObject({
    status: 422,
    body: { errors: { [cell]: ["not_offered"] }, formErrors: [] },
  });
  for (const fields of [{ intent: "matrix" }, { intent: "demolish" }, { intent: "up" }, {}] as Fields[]) {
    expect((await step(fields)).status).toBe(422);
  }
});

test("for everybody else nothing of it is there", async () => {
  for (const by of ["lan", "chau", "minh", "vy", "thu", "son"] as const) {
    for (const { loader } of [page, added, reviewed, versions]) expect((await get(loader, by, PATH)).status).toBe(404);
    expect((await get(edited.loader, by, `${PATH}/p1`, { id: "p1" })).status).toBe(404);
    expect((await post(page.action, by, PATH, { intent: "remove", id: "p2" })).status).toBe(404);
    expect((await post(added.action, by, `${PATH}/new`, oneStop)).status).toBe(404);
    expect((await post(edited.action, by, `${PATH}/p1`, oneStop, { id: "p1" })).status).toBe(404);
    expect((await post(reviewed.action, by, `${PATH}/review`, { intent: "renew" })).status).toBe(404);
    expect((await post(versions.action, by, `${PATH}/versions`, { intent: "put-back", version: 1 })).status).toBe(404);
  }
});
