import { afterAll, beforeAll, expect, test } from "vitest";
import { askForAccess } from "#app/domain/access/asking.server.ts";
import { decideSteps } from "#app/domain/access/deciding.server.ts";
import { delegate, endDelegation, getDelegationsPage } from "#app/domain/access/delegations.server.ts";
import { listSteps } from "#app/domain/access/steps.server.ts";
import { DRAFT, forWhom, ROOM_CLERK, seedAccess, someRequest } from "#tests/support/access.ts";
import { castOf, idOf, type Name, seedCast } from "#tests/support/cast.ts";
import { openTestDatabase } from "#tests/support/db.ts";

const world = await openTestDatabase();
const { as, asSystem } = castOf(world.db);
beforeAll(async () => {
  await seedCast(world.db);
  await seedAccess(world.db);
});
afterAll(() => world.close());

const MORNING = "2026-11-20T08:00+07:00";
const away = { from: "2026-11-20", until: "2099-12-31", why: "Đi học" };
const leave = (from: Name, to: Name, more: Partial<typeof away> = {}) =>
  as(from, MORNING, (ctx) => delegate(ctx, { toId: idOf(to), ...away, until: "2026-12-20", ...more }));
const ask = async (who: Name, rightId = ROOM_CLERK) => {
  const { number } = await as("lan", MORNING, (ctx) =>
    askForAccess(ctx, { ...someRequest, items: [forWhom(who, rightId)] }),
  );
  const [step] = await asSystem((ctx) => listSteps(ctx, number));
  return { number, stepId: step?.id ?? 0 };
};
const approve = (who: Name, { number, stepId }: Awaited<ReturnType<typeof ask>>) =>
  as(who, MORNING, (ctx) => decideSteps(ctx, { number }, { stepIds: [stepId], verdict: "approved", reason: "" }));

test.each([
  ["to oneself", "chau", {}, "delegate_to_another"],
  ["the wrong way round", "mai", { from: "2026-12-01", until: "2026-11-30" }, "ends_before_it_begins"],
  ["in the past", "mai", { from: "2026-11-01", until: "2026-11-19" }, "ends_in_the_past"],
  ["for longer than a year", "mai", { until: "2028-01-01" }, "too_long_away"],
] as const)("nobody delegates %s", async (_, to, more, reason) => {
  await expect(leave("chau", to, more)).rejects.toMatchObject({ reason });
});

test("who stands in decides, nobody in a circle, and never about themselves or about whom they stand in for", async () => {
  await leave("chau", "mai", { until: "2027-11-01" });
  await expect(leave("chau", "mai")).rejects.toMatchObject({ reason: "delegated_already" });
  await expect(leave("mai", "chau")).rejects.toMatchObject({ reason: "delegated_to_you" });
  await approve("mai", await ask("lan"));
  await expect(ask("mai").then((request) => approve("mai", request))).rejects.toMatchObject({
    reason: "not_for_yourself",
  });
  // The lead's own request is the duty desk's, not that of whoever stands in for the lead.
  const own = await ask("chau");
  await expect(approve("mai", own)).rejects.toMatchObject({ refusal: "not_found" });
  await approve("thu", own);
});

test("taken back, it is over at once, and the history keeps both", async () => {
  const page = await as("chau", MORNING, getDelegationsPage);
  const [row] = page.rows;
  expect(page.rows).toMatchObject([{ from: "Lê Minh Châu", to: "Trần Thị Mai", mine: true, over: false }]);
  await expect(as("mai", MORNING, (ctx) => endDelegation(ctx, row?.id ?? 0))).rejects.toMatchObject({
    reason: "delegation_over",
  });
  await as("chau", MORNING, (ctx) => endDelegation(ctx, row?.id ?? 0));
  await expect(ask("head").then((request) => approve("mai", request))).rejects.toMatchObject({ refusal: "not_found" });
  const kept = await world.owner.sql`select action from audit_entries where object_kind = 'delegation' order by id`;
  expect(kept.map(({ action }) => action)).toEqual(["delegation.made", "delegation.ended"]);
});

test("an admin leaves the decisions of somebody who is away to another; nobody else does", async () => {
  const forChau = { fromId: idOf("chau"), toId: idOf("head"), ...away, until: "2026-12-20" };
  await expect(as("minh", MORNING, (ctx) => delegate(ctx, forChau))).rejects.toMatchObject({ refusal: "not_found" });
  await as("admin", MORNING, (ctx) => delegate(ctx, forChau));
  const page = await as("admin", MORNING, (ctx) => getDelegationsPage(ctx, idOf("chau")));
  expect(page).toMatchObject({ of: { name: "Lê Minh Châu" } });
  expect(page.rows[0]).toMatchObject({ from: "Lê Minh Châu", to: "Đặng Văn Phòng", mine: true });
  await approve("head", await ask("mai", DRAFT));
  await as("admin", MORNING, (ctx) => endDelegation(ctx, page.rows[0]?.id ?? 0, idOf("chau")));
});
