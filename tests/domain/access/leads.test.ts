import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fileCampaigns } from "#app/domain/access/campaign-filing.server.ts";
import { leaveOut, startCampaign } from "#app/domain/access/campaigns.server.ts";
import { remindLeads } from "#app/domain/access/leads.server.ts";
import { recordEntitlement } from "#app/domain/access/recording.server.ts";
import { listOpenReviews } from "#app/domain/access/review-page.server.ts";
import { openYearlyReviews, saveReview } from "#app/domain/access/reviews.server.ts";
import { letterOf } from "#app/domain/notifications/letter-of.server.ts";
import { startAttempt } from "#app/domain/notifications/outbox.server.ts";
import { DRAFT, ROOM_CLERK, seedAccess } from "#tests/support/access.ts";
import { castOf, idOf, seedCast, TAN_BINH } from "#tests/support/cast.ts";
import { openTestDatabase } from "#tests/support/db.ts";

const world = await openTestDatabase();
const { as, asSystem } = castOf(world.db);
beforeAll(async () => {
  await seedCast(world.db);
  await seedAccess(world.db);
});
afterAll(() => world.close());

const FRIDAY = new Date("2026-12-25T10:00+07:00");
const JANUARY = new Date("2027-01-01T07:30+07:00");
const MONDAY = new Date("2027-01-04T08:00+07:00");
const waiting = () =>
  asSystem(({ db }) =>
    db.execute<{ id: string; person_id: number }>(
      sql`select id, person_id from deliveries where purpose = 'access_waits' and state = 'waiting'`,
    ),
  );
/** Writes the letter that waits, and takes it out of the way. */
async function letter(now: Date) {
  const [one] = await waiting();
  const attempt = one && (await startAttempt(world.db, one.id, 0, now));
  if (!attempt) throw new Error("nothing waits to be sent");
  await asSystem(({ db }) => db.execute(sql`update deliveries set state = 'sent' where id = ${one.id}`));
  return letterOf(world.db, attempt, now);
}

test("the lead of a unit is written to when a campaign wants its people named, and on Mondays until she answers", async () => {
  const campaign = await as("thu", FRIDAY.toISOString(), (ctx) =>
    startCampaign(ctx, {
      ...{ title: "Văn thư cho mọi phòng", why: "Văn bản đến bỏ qua văn thư", siteIds: [TAN_BINH] },
      template: { rightIds: [ROOM_CLERK], who: { each: "department" }, tries: "Nhận văn bản", fails: "", basis: {} },
    }),
  );
  expect(await fileCampaigns(world.db, FRIDAY)).toBe(0);
  expect(await fileCampaigns(world.db, FRIDAY)).toBe(0);
  expect(await waiting()).toMatchObject([{ person_id: idOf("chau") }]);
  expect(await remindLeads(world.db, FRIDAY)).toBe(0);
  expect(await letter(FRIDAY)).toMatchObject({ purpose: "access_waits", campaigns: 1, reviews: [] });

  expect(await remindLeads(world.db, MONDAY)).toBe(1);
  await as("chau", MONDAY.toISOString(), (ctx) => leaveOut(ctx, campaign, TAN_BINH, "Đã có đủ"));
  expect(await letter(MONDAY)).toBe("nothing_new");
  expect(await remindLeads(world.db, MONDAY)).toBe(0);
});

test("a yearly review is announced with its last day, and reminded of until it is over", async () => {
  await as("minh", FRIDAY.toISOString(), (ctx) =>
    recordEntitlement(ctx, {
      ...{ siteId: TAN_BINH, personId: idOf("lan"), rightId: DRAFT, position: "Văn thư", from: "2025-07-01" },
      ...{ until: null, basis: {}, seen: true },
    }),
  );
  expect(await openYearlyReviews(world.db, JANUARY)).toBe(1);
  expect(await letter(JANUARY)).toMatchObject({ campaigns: 0, reviews: [{ year: 2027, dueOn: "2027-01-31" }] });
  expect(await remindLeads(world.db, MONDAY)).toBe(1);
  expect(await letter(MONDAY)).toMatchObject({ reviews: [{ year: 2027 }] });

  const [review] = await as("chau", MONDAY.toISOString(), listOpenReviews);
  await as("chau", MONDAY.toISOString(), (ctx) =>
    saveReview(ctx, review?.id ?? 0, { revoke: [], why: "", finish: true }),
  );
  expect(await remindLeads(world.db, MONDAY)).toBe(0);
});
