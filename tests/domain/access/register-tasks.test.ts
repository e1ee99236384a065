import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { decideSteps } from "#app/domain/access/deciding.server.ts";
import { grantItems, withdrawItems } from "#app/domain/access/granting.server.ts";
import { proveItem } from "#app/domain/access/proving.server.ts";
import { dropRecorded, recordEntitlement } from "#app/domain/access/recording.server.ts";
import { askAboutExpiring, takeFromLeavers } from "#app/domain/access/register-tasks.server.ts";
import { renewInstead } from "#app/domain/access/renewing.server.ts";
import { openReview, openYearlyReviews, saveReview } from "#app/domain/access/reviews.server.ts";
import { accessItems, accessRequests, entitlements } from "#app/domain/access/schema.server.ts";
import { listItems, listSteps } from "#app/domain/access/steps.server.ts";
import { people } from "#app/domain/directory/schema.server.ts";
import { grants } from "#app/domain/policy/schema.server.ts";
import { verifyClocks } from "#app/domain/tickets/clocks/verify.server.ts";
import { DRAFT, PUBLISH, ROOM_CLERK, seedAccess } from "#tests/support/access.ts";
import { BINH_HUNG_HOA, castOf, idOf, type Name, seedCast, TAN_BINH } from "#tests/support/cast.ts";
import { openTestDatabase } from "#tests/support/db.ts";

let world = await openTestDatabase();
let cast = castOf(world.db);
beforeAll(() => world.close());
beforeEach(async () => {
  await world.close();
  world = await openTestDatabase();
  cast = castOf(world.db);
  await seedCast(world.db);
  await seedAccess(world.db);
});
afterAll(() => world.close());

const NOON = "2026-11-20T12:00+07:00";
const now = new Date(NOON);
const record = (
  who: Name,
  rightId: number,
  more: Partial<Parameters<typeof recordEntitlement>[1]> = {},
  by: Name = "chau",
) =>
  cast.as(by, NOON, (ctx) =>
    recordEntitlement(ctx, {
      ...{ siteId: TAN_BINH, personId: idOf(who), rightId, position: "Chuyên viên", from: "2025-07-01", until: null },
      ...{ basis: {}, seen: true, ...more },
    }),
  );
const requests = () => cast.asSystem(({ db }) => db.select().from(accessRequests).orderBy(accessRequests.ticketNumber));
const held = () => cast.asSystem(({ db }) => db.select().from(entitlements).orderBy(entitlements.id));
const items = (number: number) => cast.asSystem((ctx) => listItems(ctx, number));
const approve = async (who: Name, number: number) => {
  const step = (await cast.asSystem((ctx) => listSteps(ctx, number))).find(({ state }) => state === "open");
  return cast.as(who, NOON, (ctx) =>
    decideSteps(ctx, { number }, { stepIds: [step?.id ?? 0], verdict: "approved", reason: "x" }),
  );
};
const disable = (who: Name) =>
  cast.asSystem(({ db }) =>
    db
      .update(people)
      .set({ disabledAt: now })
      .where(eq(people.id, idOf(who))),
  );

test("what was there before Trạm is written down by those who have seen it work, never for oneself", async () => {
  const id = await record("mai", ROOM_CLERK);
  expect(await held()).toMatchObject([{ id, personId: idOf("mai"), recordedById: idOf("chau"), itemId: null }]);
  await expect(record("mai", ROOM_CLERK)).rejects.toMatchObject({ reason: "held_already" });
  await expect(record("chau", PUBLISH)).rejects.toMatchObject({ reason: "recorded_for_yourself" });
  await expect(record("mai", PUBLISH, { seen: false })).rejects.toMatchObject({ reason: "seen_first" });
  await expect(record("hoa", PUBLISH)).rejects.toMatchObject({ reason: "person_not_here" });
  await expect(record("mai", PUBLISH, { until: "2024-01-01" })).rejects.toMatchObject({
    reason: "ends_before_it_begins",
  });
  await expect(record("mai", PUBLISH, { from: "2026-11-21" })).rejects.toMatchObject({
    reason: "begins_in_the_future",
  });
  await expect(record("mai", PUBLISH, {}, "lan")).rejects.toMatchObject({ reason: "not_yours_to_record" });
  await expect(record("mai", PUBLISH, {}, "tuan")).rejects.toMatchObject({ reason: "not_yours_to_record" });
  await cast.as("minh", NOON, (ctx) => dropRecorded(ctx, id, "Nhầm người"));
  expect(await held()).toMatchObject([{ endedAt: now }]);
  await expect(cast.as("minh", NOON, (ctx) => dropRecorded(ctx, id, "x"))).rejects.toMatchObject({
    reason: "not_by_hand",
  });
});

test("a position nobody typed is the directory's", async () => {
  await cast.asSystem(({ db }) =>
    db
      .update(people)
      .set({ position: "Văn thư" })
      .where(eq(people.id, idOf("mai"))),
  );
  const id = await record("mai", ROOM_CLERK, { position: "" });
  expect(await held()).toMatchObject([{ id, position: "Văn thư" }]);
});

test("Mai leaves: all she has is to be taken away at once, once, and her lead may say that it is still needed", async () => {
  await record("mai", ROOM_CLERK);
  await record("mai", DRAFT);
  await record("lan", DRAFT);
  expect(await takeFromLeavers(world.db, now)).toBe(0);
  await disable("mai");
  const done = await Promise.all([takeFromLeavers(world.db, now), takeFromLeavers(world.db, now)]);
  expect(done.sort()).toEqual([0, 1]);
  expect(await takeFromLeavers(world.db, now)).toBe(0);
  const [{ ticketNumber: number, cause } = { ticketNumber: 0, cause: null }] = await requests();
  expect(cause).toBe("left");
  expect(await cast.reload(number)).toMatchObject({
    ...{ accessPhase: "grant", status: "assigned", reporterId: idOf("chau"), affectedName: "Trần Thị Mai" },
    title: "Thu hồi (đã chuyển, nghỉ) · Văn thư phòng, Soạn thảo văn bản: Trần Thị Mai",
  });
  expect((await cast.events(number)).map(({ type }) => type)).toEqual(["ticket.opened", "access.ordered"]);

  const [first, second] = await items(number);
  const about = (item: typeof first) => [item?.id ?? 0];
  await cast.as("vy", NOON, (ctx) =>
    grantItems(ctx, { number }, { itemIds: about(first), done: "Đã khóa", fileIds: [] }),
  );
  await cast.as("chau", NOON, (ctx) =>
    withdrawItems(ctx, { number }, { itemIds: about(second), reason: "Còn bàn giao" }),
  );
  expect(await cast.reload(number)).toMatchObject({ status: "closed", accessPhase: "over" });
  expect((await held()).map(({ endedAt }) => endedAt !== null)).toEqual([true, false, false]);
  // Not every minute anew; but what is found stays true, and is asked again after a month.
  expect(await takeFromLeavers(world.db, now)).toBe(0);
  expect(await takeFromLeavers(world.db, new Date("2026-12-25T12:00+07:00"))).toBe(1);
  expect((await verifyClocks(world.db)).differences).toEqual([]);
});

test.each([
  ["moved to another ward", { siteId: BINH_HUNG_HOA }],
  ["lost every role at the ward", null],
])("whoever has %s loses what they had there", async (_, move) => {
  await record("mai", ROOM_CLERK);
  await cast.asSystem(({ db }) =>
    move
      ? db
          .update(people)
          .set(move)
          .where(eq(people.id, idOf("mai")))
      : db
          .update(grants)
          .set({ validUntil: "2026-11-19" })
          .where(eq(grants.personId, idOf("mai"))),
  );
  expect(await takeFromLeavers(world.db, now)).toBe(1);
});

test("what runs out in thirty days is asked about once: approved it is revoked, renewed it goes its usual way", async () => {
  await record("mai", ROOM_CLERK, { until: "2026-12-15" });
  await record("lan", ROOM_CLERK, { until: "2027-03-01" });
  expect(await askAboutExpiring(world.db, now)).toBe(1);
  expect(await askAboutExpiring(world.db, now)).toBe(0);
  const [request] = await requests();
  const number = request?.ticketNumber ?? 0;
  expect(await cast.reload(number)).toMatchObject({ status: "on_hold", accessPhase: "approval" });
  expect(await items(number)).toMatchObject([{ kind: "revoke", validFrom: "2026-12-15", state: "asked" }]);

  const renew = (by: Name, until: string) =>
    cast.as(by, NOON, (ctx) => renewInstead(ctx, { number }, { until, basis: {} }));
  await expect(renew("chau", "2026-11-01")).rejects.toMatchObject({ reason: "ends_in_the_past" });
  await expect(renew("minh", "2027-12-15")).rejects.toMatchObject({ reason: "not_an_approver" });
  await renew("chau", "2027-12-15");
  await approve("chau", number);
  const [, item] = await items(number);
  const itemIds = [item?.id ?? 0];
  await cast.as("vy", NOON, (ctx) => grantItems(ctx, { number }, { itemIds, done: "Đã gia hạn", fileIds: [] }));
  await cast.as("mai", NOON, (ctx) =>
    proveItem(ctx, { number }, { itemId: item?.id ?? 0, works: true, note: "", fileIds: [] }),
  );
  expect((await held()).map(({ validUntil, endedAt }) => [validUntil, endedAt !== null])).toEqual([
    ["2026-12-15", true],
    ["2027-03-01", false],
    ["2027-12-15", false],
  ]);
  expect(await askAboutExpiring(world.db, now)).toBe(0);
});

test("not renewed, it is approved to be revoked, and nobody has to prove that it is gone", async () => {
  await record("mai", ROOM_CLERK, { until: "2026-11-25" });
  await askAboutExpiring(world.db, now);
  const number = (await requests())[0]?.ticketNumber ?? 0;
  await approve("chau", number);
  const itemIds = (await items(number)).map(({ id }) => id);
  await cast.as("vy", NOON, (ctx) => grantItems(ctx, { number }, { itemIds, done: "Đã thu hồi", fileIds: [] }));
  expect(await held()).toMatchObject([{ endedAt: now }]);
  expect(await cast.reload(number)).toMatchObject({ status: "closed" });
});

test("the yearly review: a lead keeps and revokes, not her own; what is revoked is one request", async () => {
  for (const who of ["mai", "lan", "head"] as const) await record(who, DRAFT);
  await record("chau", PUBLISH, {}, "minh");
  const january = new Date("2027-01-04T07:30+07:00");
  expect(await openYearlyReviews(world.db, january)).toBe(1);
  expect(await openYearlyReviews(world.db, january)).toBe(0);
  const at = "2027-01-05T08:00+07:00";
  const id = await cast.as("chau", at, (ctx) => openReview(ctx, TAN_BINH));
  await expect(cast.as("lan", at, (ctx) => openReview(ctx, TAN_BINH))).rejects.toMatchObject({ reason: "leads_only" });
  const [mai, lan, , chau] = await held();
  const save = (by: Name, revoke: readonly (typeof mai)[], finish = false) =>
    cast.as(by, at, (ctx) =>
      saveReview(ctx, id, { revoke: revoke.map((one) => one?.id ?? 0), why: "Đổi việc", finish }),
    );
  await expect(save("minh", [])).rejects.toMatchObject({ reason: "leads_only" });
  expect(await save("chau", [lan])).toEqual({ done: false, revoked: 0 });
  // Thought better of it; and all the rest is kept, but her own.
  expect(await save("chau", [mai, chau], true)).toMatchObject({ done: false });
  expect(await save("thu", [mai], true)).toEqual({ done: true, revoked: 1 });
  const [request] = await requests();
  expect(request?.cause).toBe("review");
  expect(await cast.asSystem(({ db }) => db.select().from(accessItems))).toMatchObject([
    { kind: "revoke", personId: idOf("mai"), state: "to_grant" },
  ]);
  await expect(save("chau", [])).rejects.toMatchObject({ reason: "review_done" });
});
