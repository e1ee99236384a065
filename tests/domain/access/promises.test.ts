import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { askForAccess, changeRequest } from "#app/domain/access/asking.server.ts";
import { decideSteps } from "#app/domain/access/deciding.server.ts";
import { listSteps } from "#app/domain/access/steps.server.ts";
import { readRules } from "#app/domain/sla/judgement.server.ts";
import * as drafts from "#app/domain/sla/policy-drafts.server.ts";
import { clocks } from "#app/domain/tickets/clocks/clocks-schema.server.ts";
import { savePolicies } from "#app/domain/tickets/clocks/policies-admin.server.ts";
import { listClockEventsOf, rejudge } from "#app/domain/tickets/clocks/rejudge.server.ts";
import { getWhyThisTime } from "#app/domain/tickets/clocks/why-this-time.server.ts";
import { DRAFT, forWhom, PUBLISH, ROOM_CLERK, seedAccess, someRequest } from "#tests/support/access.ts";
import { castOf, DOCUMENTS_TEAM, seedCast } from "#tests/support/cast.ts";
import { clocksIn, EVERY_DAY, HOUR, ROUND_THE_CLOCK, weekOf } from "#tests/support/clocks.ts";
import { openTestDatabase } from "#tests/support/db.ts";

const world = await openTestDatabase();
const cast = castOf(world.db);
const { as, asSystem, reload } = cast;
beforeAll(async () => {
  await seedCast(world.db);
  await seedAccess(world.db);
  await as("admin", at("07:00"), (ctx) => drafts.addPolicy(ctx, publishing));
  const draft = await as("admin", at("07:00"), drafts.findPolicyDraft);
  await as("admin", at("07:01"), (ctx) =>
    savePolicies(ctx, { seen: draft?.changedAt ?? new Date(0), why: "Tháng 11" }),
  );
});
afterAll(() => world.close());

const at = (time: string) => `2026-11-20T${time}+07:00`;
const publishing = {
  ...{ name: "Ký phát hành", nameEn: "Publishing", vendorStops: false },
  match: { kinds: [], priorities: [], systemIds: [], siteIds: [], rightIds: [PUBLISH] },
  targets: { first_response: null, resolution: 8 * HOUR, approval: HOUR, grant: 2 * HOUR, proof: null },
};
const approvalOf = async (number: number) =>
  (
    await asSystem(({ db }) =>
      db
        .select({ key: clocks.policyKey, seconds: clocks.targetSeconds, dueAt: clocks.dueAt })
        .from(clocks)
        .where(and(eq(clocks.ticketNumber, number), eq(clocks.target, "approval"))),
    )
  )[0];
const clerk = { ...someRequest, items: [forWhom("lan", ROOM_CLERK)] };

test("a right has its own promise, and whoever asks for another does not get it", async () => {
  const { number } = await as("lan", at("08:00"), (ctx) => askForAccess(ctx, someRequest));
  expect(await approvalOf(number)).toMatchObject({ seconds: HOUR, dueAt: new Date(at("09:00")) });
  const why = await as("lan", at("08:10"), (ctx) => getWhyThisTime(ctx, number, null));
  expect(why).toMatchObject({ policy: { name: "Ký phát hành", reasons: ["rightIds"] }, rights: [{ id: PUBLISH }] });

  const other = await as("lan", at("08:00"), (ctx) => askForAccess(ctx, clerk));
  expect(await approvalOf(other.number)).toMatchObject({ key: "p3" });

  const both = { ...clerk, items: [forWhom("head", ROOM_CLERK), forWhom("chau", PUBLISH)] };
  const many = await as("lan", at("08:00"), (ctx) => askForAccess(ctx, both));
  expect(await approvalOf(many.number)).toMatchObject({ seconds: HOUR });
});

test("a request that is changed to another right is promised what that right is", async () => {
  const { number } = await as("lan", at("13:00"), (ctx) =>
    askForAccess(ctx, { ...someRequest, items: [forWhom("lan", PUBLISH)] }),
  );
  const instead = { ...someRequest, items: [forWhom("mai", ROOM_CLERK)] };
  await as("lan", at("13:10"), (ctx) => changeRequest(ctx, { number }, instead));
  expect(await approvalOf(number)).toMatchObject({ key: "p3" });
});

test("with the team that grants its own hours begin, and nothing is to be recomputed for that", async () => {
  await clocksIn(world.owner.db, cast).giveCalendar({ teamId: DOCUMENTS_TEAM }, weekOf(EVERY_DAY, ROUND_THE_CLOCK));
  const { number } = await as("lan", at("14:00"), (ctx) =>
    askForAccess(ctx, { ...someRequest, items: [forWhom("mai", DRAFT)] }),
  );
  const [step] = await asSystem((ctx) => listSteps(ctx, number));
  await as("chau", at("16:00"), (ctx) =>
    decideSteps(ctx, { number }, { stepIds: [step?.id ?? 0], verdict: "approved", reason: "" }),
  );
  const { last, next } = await asSystem(async (ctx) => {
    const judged = await rejudge(
      ctx,
      await readRules(ctx),
      [await reload(number)],
      await listClockEventsOf(ctx, [number]),
    );
    return judged.get(number) ?? { last: undefined, next: undefined };
  });
  expect(last?.timetable).toHaveLength(2);
  expect(next).toEqual(last);
});
