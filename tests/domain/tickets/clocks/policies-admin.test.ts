import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import * as drafts from "#app/domain/sla/policy-drafts.server.ts";
import { policyDrafts } from "#app/domain/sla/policy-drafts-schema.server.ts";
import { getCurrentPolicies, getPolicyVersion, listPolicyVersions } from "#app/domain/sla/policy-versions.server.ts";
import { savePolicies } from "#app/domain/tickets/clocks/policies-admin.server.ts";
import { recomputations } from "#app/domain/tickets/clocks/recompute-schema.server.ts";
import { keysOf } from "#tests/domain/sla/some-policies.ts";
import { BINH_HUNG_HOA, castOf, DOCUMENTS, idOf, KINH_TE, seedCast, TAN_BINH } from "#tests/support/cast.ts";
import { openTestDatabase } from "#tests/support/db.ts";

const world = await openTestDatabase();
const { as, open, asSystem } = castOf(world.db);
const NOON = "2026-11-02T12:00+07:00";
const LATER = "2026-11-02T12:05+07:00";
beforeAll(() => seedCast(world.db));
beforeEach(() => world.owner.sql`delete from policy_drafts`);
afterAll(() => world.close());

const someMatch = { kinds: [], priorities: [], systemIds: [], siteIds: [], rightIds: [] as number[] };
const counters = {
  ...{ name: "Quản lý văn bản Tân Bình", nameEn: "Documents at Tân Bình", vendorStops: true },
  match: { ...someMatch, systemIds: [DOCUMENTS], siteIds: [TAN_BINH] },
  targets: { first_response: 300, resolution: 3_600, approval: null, grant: null, proof: null },
};
type Typed = typeof counters;
const draftOf = (name: "admin" | "lan" = "admin") => as(name, NOON, drafts.findPolicyDraft);
const current = () => as("admin", NOON, getCurrentPolicies);
const save = async (why: string) => {
  const draft = await draftOf();
  return as("admin", LATER, (ctx) => savePolicies(ctx, { seen: draft?.changedAt ?? new Date(0), why }));
};
const lastAudit = async () =>
  (
    await world.owner.sql`select action, object_id, actor_id, before, after from audit_entries order by id desc limit 1`
  )[0];

test("a draft holds nothing until it is saved; then tickets follow it, with who, when and why", async () => {
  const before = await current();
  await as("admin", NOON, (ctx) => drafts.addPolicy(ctx, counters));
  expect((await current()).version).toBe(before.version);
  const early = await open("lan");

  const version = await save("Theo công văn 123");
  const after = await current();
  expect(after).toMatchObject({ version, why: "Theo công văn 123", madeBy: "Quản Trị", madeAt: new Date(LATER) });
  expect(after.list[0]).toMatchObject(counters);
  expect(keysOf(after.list).slice(1)).toEqual(["p1", "p2", "p3", "p4"]);
  expect(await draftOf()).toBeNull();
  expect((await open("lan", "2026-11-03T08:00+07:00")).nextDueAt).toEqual(new Date("2026-11-03T08:05+07:00"));
  expect(early.nextDueAt).toEqual(new Date("2026-11-02T10:05+07:00"));

  const [started] = await asSystem((ctx) =>
    ctx.db.select().from(recomputations).where(eq(recomputations.cause, "policies")),
  );
  expect(started).toMatchObject({ why: "Theo công văn 123", startedById: idOf("admin"), expected: 1 });
  expect(await lastAudit()).toMatchObject({
    action: "policy.saved",
    object_id: String(version),
    actor_id: idOf("admin"),
    before: {},
    after: {
      "Quản lý văn bản Tân Bình":
        "Phần mềm: Quản lý văn bản · Đơn vị: Phường Tân Bình · Trả lời lần đầu: 5 phút · Xử lý xong: 1 giờ · Tạm dừng khi chờ nhà cung cấp",
      why: "Theo công văn 123",
    },
  });
});

test("moving, editing and removing are one version, told in one entry of the history", async () => {
  const { version: first, list } = await current();
  await as("admin", NOON, (ctx) => drafts.movePolicy(ctx, "p4", "up"));
  await as("admin", NOON, (ctx) => drafts.removePolicy(ctx, "p2"));
  const p1 = list.find(({ key }) => key === "p1");
  const { key: _, ...typed } = { key: "p1", ...p1, targets: { ...counters.targets, resolution: 5_400 } } as Typed & {
    key: string;
  }; // safe: p1 is shipped
  await as("admin", NOON, (ctx) => drafts.changePolicy(ctx, "p1", typed));
  const version = await save("Gọn lại");
  const { version: saved, before } = await as("admin", NOON, (ctx) => getPolicyVersion(ctx, version));
  expect(keysOf(saved.list)).toEqual([keysOf(list)[0], "p1", "p4", "p3"]);
  expect(before?.version).toBe(first);
  const entry = await lastAudit();
  expect(Object.keys(entry?.before ?? {}).sort()).toEqual(["P1", "P2", "policyOrder"]);
  expect(entry?.after).toMatchObject({ policyOrder: [list[0]?.name, "P1", "P4", "P3"], why: "Gọn lại" });
  expect(entry?.after.P1).toContain("Xử lý xong: 1 giờ 30 phút");
});

test("the last step is taken back, and the whole draft can be dropped", async () => {
  const { list } = await current();
  await as("admin", NOON, (ctx) => drafts.removePolicy(ctx, "p3"));
  await as("admin", NOON, (ctx) => drafts.undoPolicyStep(ctx));
  expect(await draftOf()).toBeNull();
  await as("admin", NOON, (ctx) => drafts.movePolicy(ctx, "p3", "up"));
  await as("admin", NOON, (ctx) => drafts.removePolicy(ctx, "p3"));
  await as("admin", NOON, (ctx) => drafts.undoPolicyStep(ctx));
  expect(keysOf((await draftOf())?.list ?? [])).toContain("p3");
  await expect(as("admin", NOON, (ctx) => drafts.undoPolicyStep(ctx))).rejects.toMatchObject({
    reason: "nothing_to_undo",
  });
  await as("admin", NOON, (ctx) => drafts.discardPolicyDraft(ctx));
  expect(await draftOf()).toBeNull();
  expect((await current()).list).toEqual(list);
});

test("an older version is put back as a new one", async () => {
  const { rows } = await as("admin", NOON, (ctx) => listPolicyVersions(ctx, null));
  const first = rows.at(-1)?.version ?? 0;
  await as("admin", NOON, (ctx) => drafts.takeUpPolicyVersion(ctx, first));
  const version = await save("Trở lại như đầu");
  expect(version).toBeGreaterThan(rows[0]?.version ?? 0);
  expect(keysOf((await current()).list)).toEqual(["p1", "p2", "p3", "p4"]);
  const page = await as("admin", NOON, (ctx) => listPolicyVersions(ctx, null, 2));
  expect(page.rows.map((row) => row.version)).toEqual([version, rows[0]?.version]);
  expect((await as("admin", NOON, (ctx) => listPolicyVersions(ctx, page.next, 2))).rows[0]?.version).toBe(
    rows[1]?.version,
  );
});

test("two admins at once: the later one is told, and puts their change on top of what the other saved", async () => {
  await world.owner
    .sql`insert into grants (person_id, role, site_id, valid_from) values (${idOf("son")}, 'admin', 1, '2025-07-01')`;
  await as("son", NOON, (ctx) => drafts.addPolicy(ctx, counters));
  const sons = await as("son", NOON, drafts.findPolicyDraft);
  await as("admin", NOON, (ctx) => drafts.removePolicy(ctx, "p4"));
  expect(sons?.list).toHaveLength(5);
  await save("Bỏ mức thấp nhất");

  const late = () => as("son", LATER, (ctx) => savePolicies(ctx, { seen: new Date(NOON), why: "Thêm" }));
  await expect(late()).rejects.toMatchObject({ refusal: "conflict", reason: "policies_changed" });
  expect((await as("son", NOON, drafts.findPolicyDraft))?.list).toHaveLength(5);
  await as("son", NOON, drafts.renewPolicyDraft);
  await late();
  const { list, madeBy } = await current();
  expect(madeBy).toBe("Huỳnh Ngọc Sơn");
  expect([list[0]?.name, ...keysOf(list).slice(1)]).toEqual([counters.name, "p1", "p2", "p3"]);
  await world.owner.sql`delete from grants where person_id = ${idOf("son")} and role = 'admin'`;
});

test("two at the very same moment: one list is saved, one is refused, nobody waits for ever", async () => {
  await world.owner
    .sql`insert into grants (person_id, role, site_id, valid_from) values (${idOf("thu")}, 'admin', 1, '2025-07-01')`;
  for (const name of ["admin", "thu"] as const) await as(name, NOON, (ctx) => drafts.movePolicy(ctx, "p3", "up"));
  const saves = (["admin", "thu"] as const).map((name) =>
    as(name, LATER, (ctx) => savePolicies(ctx, { seen: new Date(NOON), why: "Cùng lúc" })),
  );
  const outcomes = await Promise.allSettled(saves);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(outcomes.find((one) => one.status === "rejected")).toMatchObject({ reason: { reason: "policies_changed" } });
  await world.owner.sql`delete from grants where person_id = ${idOf("thu")} and role = 'admin'`;
});

test("what was not seen is not saved, nor what changes nothing, nor what is not there", async () => {
  await expect(save("Gì đó")).rejects.toMatchObject({ refusal: "conflict", reason: "no_draft" });
  await as("admin", NOON, (ctx) => drafts.movePolicy(ctx, "p1", "down"));
  const stale = as("admin", LATER, (ctx) => savePolicies(ctx, { seen: new Date("2026-11-02T11:59+07:00"), why: "Cũ" }));
  await expect(stale).rejects.toMatchObject({ reason: "draft_changed" });
  await as("admin", NOON, (ctx) => drafts.movePolicy(ctx, "p1", "up"));
  await expect(save("Không gì")).rejects.toMatchObject({ reason: "nothing_changed" });
});

test.each<[string, Partial<Typed>, string]>([
  ["an unknown right", { match: { ...someMatch, rightIds: [99_999] } }, "right_unknown"],
  ["an unknown system", { match: { ...someMatch, systemIds: [999] } }, "system_unknown"],
  ["an unknown unit", { match: { ...someMatch, siteIds: [999] } }, "ward_unknown"],
  ["a department", { match: { ...someMatch, siteIds: [BINH_HUNG_HOA, KINH_TE] } }, "ward_unknown"],
  ["a name that is taken, however it is written", { name: "p1" }, "name_taken"],
])("%s is refused", async (_, wrong, reason) => {
  await expect(as("admin", NOON, (ctx) => drafts.addPolicy(ctx, { ...counters, ...wrong }))).rejects.toMatchObject({
    reason,
  });
  expect(await draftOf()).toBeNull();
});

test("forty are enough, and what is gone cannot be edited", async () => {
  const { list } = await current();
  for (let n = list.length; n < 40; n++) {
    await as("admin", NOON, (ctx) => drafts.addPolicy(ctx, { ...counters, name: `Mức ${n}` }));
  }
  const more = as("admin", NOON, (ctx) => drafts.addPolicy(ctx, { ...counters, name: "Quá nhiều" }));
  await expect(more).rejects.toMatchObject({ reason: "too_many_policies" });
  await expect(as("admin", NOON, (ctx) => drafts.changePolicy(ctx, "gone", counters))).rejects.toMatchObject({
    refusal: "conflict",
    reason: "policy_gone",
  });
});

test("nobody but an admin prepares, saves or reads drafts; not past the verbs either", async () => {
  await as("admin", NOON, (ctx) => drafts.movePolicy(ctx, "p1", "down"));
  for (const name of ["lan", "chau", "minh", "thu", "son"] as const) {
    const refused = { refusal: "not_found" };
    await expect(as(name, NOON, (ctx) => drafts.addPolicy(ctx, counters))).rejects.toMatchObject(refused);
    await expect(as(name, NOON, (ctx) => drafts.movePolicy(ctx, "p1", "down"))).rejects.toMatchObject(refused);
    await expect(as(name, NOON, (ctx) => drafts.takeUpPolicyVersion(ctx, 1))).rejects.toMatchObject(refused);
    await expect(as(name, NOON, (ctx) => drafts.discardPolicyDraft(ctx))).rejects.toMatchObject(refused);
    const saving = as(name, NOON, (ctx) => savePolicies(ctx, { seen: new Date(NOON), why: "x" }));
    await expect(saving).rejects.toMatchObject(refused);
    expect(await as(name, NOON, (ctx) => ctx.db.select().from(policyDrafts))).toEqual([]);
  }
  expect(await draftOf()).not.toBeNull();
});
