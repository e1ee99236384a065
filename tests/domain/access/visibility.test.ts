import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { askForAccess } from "#app/domain/access/asking.server.ts";
import { startCampaign } from "#app/domain/access/campaigns.server.ts";
import { decideSteps } from "#app/domain/access/deciding.server.ts";
import { delegate } from "#app/domain/access/delegations.server.ts";
import { saveDraft } from "#app/domain/access/drafts.server.ts";
import { recordEntitlement } from "#app/domain/access/recording.server.ts";
import { openReview } from "#app/domain/access/reviews.server.ts";
import { listSteps } from "#app/domain/access/steps.server.ts";
import { forWhom, PUBLISH, ROOM_CLERK, seedAccess, someRequest } from "#tests/support/access.ts";
import { castOf, idOf, type Name, seedCast, TAN_BINH } from "#tests/support/cast.ts";
import { openTestDatabase } from "#tests/support/db.ts";

const world = await openTestDatabase();
const { as, asSystem } = castOf(world.db);
const NOON = "2026-11-20T12:00+07:00";
const TABLES = [
  ...["access_requests", "access_items", "access_steps", "access_decisions", "access_readers"],
  ...["entitlements", "access_reviews", "access_review_lines", "campaign_wards", "access_drafts"],
] as const;
type Counts = Record<(typeof TABLES)[number], number>;

/** What row-level security leaves of each table for somebody. */
const seen = (who: Name) =>
  as(who, NOON, async ({ db }) => {
    const each = TABLES.map(
      (table) => sql`(select count(*)::int from ${sql.identifier(table)}) as ${sql.identifier(table)}`,
    );
    const [row] = await db.execute<Counts>(sql`select ${sql.join(each, sql`, `)}`);
    return Object.entries(row ?? {}).flatMap(([table, n]) => (n > 0 ? [table] : []));
  });

beforeAll(async () => {
  await seedCast(world.db);
  await seedAccess(world.db);
  const items = [forWhom("head", PUBLISH, "Chánh Văn phòng")];
  const { number } = await as("lan", NOON, (ctx) => askForAccess(ctx, { ...someRequest, items }));
  const [step] = await asSystem((ctx) => listSteps(ctx, number));
  await as("chau", NOON, (ctx) =>
    decideSteps(ctx, { number }, { stepIds: [step?.id ?? 0], verdict: "approved", reason: "" }),
  );
  await as("minh", NOON, (ctx) =>
    recordEntitlement(ctx, {
      ...{ siteId: TAN_BINH, personId: idOf("mai"), rightId: ROOM_CLERK, position: "Văn thư", from: "2025-07-01" },
      ...{ until: null, basis: {}, seen: true },
    }),
  );
  await as("chau", NOON, (ctx) => openReview(ctx, TAN_BINH));
  await as("thu", NOON, (ctx) =>
    startCampaign(ctx, {
      ...{ title: "Văn thư", why: "x", siteIds: [TAN_BINH] },
      template: { rightIds: [ROOM_CLERK], who: { each: "department" }, tries: "x", fails: "", basis: {} },
    }),
  );
  await as("lan", NOON, (ctx) =>
    saveDraft(ctx, { id: crypto.randomUUID(), siteId: TAN_BINH, content: { tries: "của Lan" } }),
  );
});
afterAll(() => world.close());

const REQUEST = TABLES.slice(0, 5);
test.each([
  ["hoa", []],
  ["tuan", []],
  ["vy", []],
  ["lan", [...REQUEST, "campaign_wards", "access_drafts"]],
  // Whom it is for, and whose right it is.
  ["head", [...REQUEST, "campaign_wards"]],
  ["mai", ["entitlements", "campaign_wards"]],
  ["chau", [...REQUEST, "entitlements", "access_reviews", "access_review_lines", "campaign_wards"]],
  ["minh", [...REQUEST, "entitlements", "access_reviews", "access_review_lines", "campaign_wards"]],
  ["son", [...REQUEST, "entitlements", "access_reviews", "access_review_lines", "campaign_wards"]],
] as const)("what the database shows %s of a ward's access", async (who, tables) => {
  expect((await seen(who)).sort()).toEqual([...tables].sort());
});

test("the database lets nobody write a right for themselves, nor anything about another ward", async () => {
  const entitle = (who: Name, person: Name) =>
    as(who, NOON, ({ db }) =>
      db.execute(sql`insert into entitlements (site_id, person_id, right_id, valid_from, proven_at)
        values (${TAN_BINH}, ${idOf(person)}, ${PUBLISH}, '2026-01-01', now())`),
    );
  for (const who of ["lan", "hoa", "tuan", "vy"] as const)
    await expect(entitle(who, who)).rejects.toMatchObject({ cause: { code: "42501" } });
  const draft = (who: Name) =>
    as(who, NOON, (ctx) => saveDraft(ctx, { id: crypto.randomUUID(), siteId: TAN_BINH, content: {} }));
  await expect(draft("hoa")).rejects.toMatchObject({ reason: "not_your_ward" });
  const steal = as("mai", NOON, ({ db }) =>
    db.execute(sql`insert into access_delegations (from_id, to_id, valid_from, valid_until, why, made_by_id, made_at)
      values (${idOf("chau")}, ${idOf("mai")}, '2026-01-01', '2099-01-01', 'x', ${idOf("mai")}, now())`),
  );
  await expect(steal).rejects.toMatchObject({ cause: { code: "42501" } });
  await expect(
    as("mai", NOON, (ctx) =>
      delegate(ctx, { fromId: idOf("chau"), toId: idOf("lan"), from: "2026-11-20", until: "2026-12-01", why: "x" }),
    ),
  ).rejects.toMatchObject({ refusal: "not_found" });
  for (const table of ["access_rights", "positions", "system_owners", "duty_conflicts"]) {
    const gone = await as("chau", NOON, ({ db }) => db.execute(sql`delete from ${sql.identifier(table)} returning 1`));
    expect(gone).toHaveLength(0);
  }
});
