import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { askForAccess } from "#app/domain/access/asking.server.ts";
import { fileCampaigns } from "#app/domain/access/campaign-filing.server.ts";
import { getCampaign, listCampaigns, listWaitingCampaigns } from "#app/domain/access/campaign-page.server.ts";
import { endCampaign, leaveOut, startCampaign } from "#app/domain/access/campaigns.server.ts";
import { itemsOf, listGaps, listMostMissing, listOwnGaps, pairOf } from "#app/domain/access/gaps.server.ts";
import { recordEntitlement } from "#app/domain/access/recording.server.ts";
import { accessRequests, positionRights, positions } from "#app/domain/access/schema.server.ts";
import { listItems } from "#app/domain/access/steps.server.ts";
import { people } from "#app/domain/directory/schema.server.ts";
import { forWhom, PUBLISH, RECEIVE, ROOM_CLERK, seedAccess, someRequest } from "#tests/support/access.ts";
import { BINH_HUNG_HOA, castOf, idOf, type Name, seedCast, TAN_BINH } from "#tests/support/cast.ts";
import { openTestDatabase } from "#tests/support/db.ts";

const world = await openTestDatabase();
const { as, asSystem, reload } = castOf(world.db);
const NOON = "2026-11-20T12:00+07:00";
const now = new Date(NOON);
const CLERK = 1;
const CHIEF = 2;
beforeAll(async () => {
  await seedCast(world.db);
  await seedAccess(world.db);
  await asSystem(async ({ db }) => {
    await db.insert(positions).values([
      { id: CLERK, name: "Văn thư" },
      { id: CHIEF, name: "Chánh Văn phòng" },
    ]);
    await db.insert(positionRights).values([
      { positionId: CLERK, rightId: ROOM_CLERK },
      { positionId: CLERK, rightId: RECEIVE },
      { positionId: CHIEF, rightId: PUBLISH },
    ]);
    const become = (who: Name, position: string) =>
      db
        .update(people)
        .set({ position })
        .where(eq(people.id, idOf(who)));
    await become("lan", "văn thư");
    await become("hoa", "Văn  thư".replace("  ", " "));
    await become("head", "Chánh Văn phòng");
  });
});
afterAll(() => world.close());

const gaps = (who: Name) =>
  as(who, NOON, (ctx) => listGaps(ctx, TAN_BINH)).then((rows) =>
    rows.map(({ person, right }) => `${person}: ${right.name}`),
  );
const template = {
  rightIds: [ROOM_CLERK],
  who: { positionId: CLERK },
  tries: "Nhận văn bản đến",
  fails: "",
  basis: {},
};
const start = (who: Name, more: object = {}) =>
  as(who, NOON, (ctx) =>
    startCampaign(ctx, {
      title: "Văn thư cho mọi phòng",
      why: "Văn bản đến bỏ qua văn thư",
      template,
      siteIds: [],
      ...more,
    }),
  );

test("what a post should have and its holder lacks is a gap, for the ward, the city and the person", async () => {
  expect(await gaps("chau")).toEqual([
    "Nguyễn Thị Lan: Văn thư phòng",
    "Nguyễn Thị Lan: Tiếp nhận hồ sơ",
    "Đặng Văn Phòng: Ký phát hành văn bản",
  ]);
  expect((await as("lan", NOON, listOwnGaps)).map(({ right }) => right.name)).toEqual([
    "Văn thư phòng",
    "Tiếp nhận hồ sơ",
  ]);
  expect(await as("son", NOON, (ctx) => listMostMissing(ctx))).toMatchObject([
    { positionId: CLERK, rightId: ROOM_CLERK, people: 2, wards: 2 },
    { positionId: CLERK, rightId: RECEIVE, people: 2, wards: 2 },
    { positionId: CHIEF, rightId: PUBLISH, people: 1, wards: 1 },
  ]);
});

test("a ward asks for all its gaps in one go; what is asked for or recorded is no gap any more", async () => {
  const all = await as("chau", NOON, (ctx) => listGaps(ctx, TAN_BINH));
  await as("minh", NOON, (ctx) =>
    recordEntitlement(ctx, {
      ...{ siteId: TAN_BINH, personId: idOf("lan"), rightId: RECEIVE, position: "Văn thư", from: "2025-07-01" },
      ...{ until: null, basis: {}, seen: true },
    }),
  );
  const { number } = await as("chau", NOON, (ctx) =>
    askForAccess(ctx, {
      ...someRequest,
      items: itemsOf(
        ctx,
        all,
        [all[2]].map((gap) => (gap ? pairOf(gap) : "")),
        null,
      ),
      basis: { decisionNumber: "12/QĐ-UBND", decisionDate: "2026-11-18" },
    }),
  );
  expect(await asSystem((ctx) => listItems(ctx, number))).toMatchObject([{ personId: idOf("head"), rightId: PUBLISH }]);
  expect(await gaps("chau")).toEqual(["Nguyễn Thị Lan: Văn thư phòng"]);
});

test.each([
  ["lan", {}, "city_only"],
  ["chau", {}, "city_only"],
  ["minh", {}, "city_only"],
  ["thu", { template: { ...template, rightIds: [] } }, "no_rights"],
  ["thu", { template: { ...template, rightIds: [999] } }, "right_unknown"],
  ["thu", { template: { ...template, who: { positionId: 99 } } }, "position_unknown"],
  ["thu", { siteIds: [999] }, "no_wards"],
] as const)("%s does not start a campaign %o: %s", async (who, more, reason) => {
  await expect(start(who, more)).rejects.toMatchObject({ reason });
});

test("a campaign asks in every ward for those of the post who lack it, once, each ward for itself", async () => {
  const id = await start("thu");
  const both = await Promise.all([fileCampaigns(world.db, now), fileCampaigns(world.db, now)]);
  expect(both[0] + both[1]).toBe(2);
  expect(await fileCampaigns(world.db, now)).toBe(0);
  const page = await as("thu", NOON, (ctx) => getCampaign(ctx, id));
  expect(page.wards.map(({ siteId, phase, wanted, proven }) => [siteId, phase, wanted, proven])).toEqual(
    expect.arrayContaining([
      [TAN_BINH, "approval", 1, 0],
      [BINH_HUNG_HOA, "approval", 1, 0],
    ]),
  );
  const number = page.wards.find(({ siteId }) => siteId === TAN_BINH)?.ticketNumber ?? 0;
  expect(await reload(number)).toMatchObject({ siteId: TAN_BINH, reporterId: idOf("thu"), accessPhase: "approval" });
  // Each ward sees its own row, and no other's.
  expect((await as("chau", NOON, (ctx) => getCampaign(ctx, id))).wards).toMatchObject([{ siteId: TAN_BINH }]);
  expect((await as("lan", NOON, listCampaigns)).rows).toMatchObject([{ id, units: 1 }]);
});

test("where a decision is needed the ward adds its own; a ward that does not need it says so", async () => {
  const needs = {
    title: "Ký phát hành",
    template: { ...template, rightIds: [PUBLISH], who: { each: "department" as const } },
  };
  const id = await start("son", needs);
  expect(await fileCampaigns(world.db, now)).toBe(0);
  const waiting = (name: Name) =>
    as(name, NOON, listWaitingCampaigns).then((rows) => rows.map((row) => [row.id, row.siteId]));
  expect(await waiting("chau")).toEqual([[id, TAN_BINH]]);
  expect(await waiting("lan")).toEqual([]);
  const { number } = await as("chau", NOON, (ctx) =>
    askForAccess(ctx, { ...someRequest, items: [forWhom("mai", PUBLISH, "Văn thư")], campaignId: id }),
  );
  expect(
    await asSystem(({ db }) => db.select().from(accessRequests).where(eq(accessRequests.ticketNumber, number))),
  ).toMatchObject([{ campaignId: id, cause: "campaign" }]);
  await expect(
    as("chau", NOON, (ctx) =>
      askForAccess(ctx, { ...someRequest, items: [forWhom("lan", PUBLISH, "Văn thư")], campaignId: id }),
    ),
  ).rejects.toMatchObject({ reason: "asked_in_campaign" });
  const out = (name: Name, siteId: number) => as(name, NOON, (ctx) => leaveOut(ctx, id, siteId, "Không có phòng"));
  await expect(out("chau", BINH_HUNG_HOA)).rejects.toMatchObject({ reason: "leads_only" });
  await expect(out("chau", TAN_BINH)).rejects.toMatchObject({ reason: "asked_in_campaign" });
  await out("tuan", BINH_HUNG_HOA);
  await as("son", NOON, (ctx) => endCampaign(ctx, id));
  await expect(as("son", NOON, (ctx) => endCampaign(ctx, id))).rejects.toMatchObject({ reason: "campaign_over" });
});

test("six departments of a new ward need a clerk each: one request for all", async () => {
  const clerks = Array.from({ length: 6 }, (_, n) => ({
    ...{ id: 201 + n, fullName: `Văn Thư Phòng ${n + 1}`, email: `vt${n + 1}@tram.example`, siteId: TAN_BINH },
    ...{ position: "Văn thư", createdAt: now },
  }));
  await asSystem(({ db }) => db.insert(people).values(clerks));
  const items = clerks.map(({ id }) => ({ ...forWhom("mai", ROOM_CLERK, "Văn thư"), personId: id }));
  const { number } = await as("chau", NOON, (ctx) => askForAccess(ctx, { ...someRequest, items }));
  expect(await reload(number)).toMatchObject({ title: "Văn thư phòng: Văn Thư Phòng 1 (+5)", affectedPersonId: null });
  const rows = await asSystem((ctx) => listItems(ctx, number));
  expect(rows).toHaveLength(6);
  expect(new Set(rows.map(({ track }) => track)).size).toBe(1);
});
