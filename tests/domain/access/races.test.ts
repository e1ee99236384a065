import { eq } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { askForAccess, changeRequest } from "#app/domain/access/asking.server.ts";
import { answerBack, askBack } from "#app/domain/access/asking-back.server.ts";
import { decideSteps } from "#app/domain/access/deciding.server.ts";
import { grantItems, handBackItems, withdrawItems } from "#app/domain/access/granting.server.ts";
import { askForProofs } from "#app/domain/access/proof-asking.server.ts";
import { proveItem } from "#app/domain/access/proving.server.ts";
import { accessDecisions, accessDelegations, accessItems } from "#app/domain/access/schema.server.ts";
import { listSteps } from "#app/domain/access/steps.server.ts";
import { grants as grantRows } from "#app/domain/policy/schema.server.ts";
import { verifyClocks } from "#app/domain/tickets/clocks/verify.server.ts";
import { DRAFT, forWhom, PUBLISH, RECEIVE, ROOM_CLERK, seedAccess, someRequest } from "#tests/support/access.ts";
import { castOf, idOf, type Name, seedCast, TAN_BINH } from "#tests/support/cast.ts";
import { openTestDatabase } from "#tests/support/db.ts";

let world = await openTestDatabase();
let cast = castOf(world.db);
beforeEach(async () => {
  await world.close();
  world = await openTestDatabase();
  cast = castOf(world.db);
  await seedCast(world.db);
  await seedAccess(world.db);
});
afterAll(() => world.close());

const at = (time: string, day = "20") => `2026-11-${day}T${time}+07:00`;
const ask = (more: Partial<typeof someRequest> = {}) =>
  cast.as("lan", at("08:00"), (ctx) => askForAccess(ctx, { ...someRequest, ...more }));
const steps = (number: number) => cast.asSystem((ctx) => listSteps(ctx, number));
const openStep = async (number: number) => (await steps(number)).find(({ state }) => state === "open")?.id ?? 0;
const items = (number: number) =>
  cast.asSystem(({ db }) =>
    db.select().from(accessItems).where(eq(accessItems.ticketNumber, number)).orderBy(accessItems.id),
  );
const decide = (
  who: Name,
  number: number,
  stepId: number,
  verdict: "approved" | "refused",
  reason = "x",
  time = "09:00",
) => cast.as(who, at(time), (ctx) => decideSteps(ctx, { number }, { stepIds: [stepId], verdict, reason }));
const secondLead = () =>
  cast.asSystem(({ db }) =>
    db
      .insert(grantRows)
      .values({ personId: idOf("mai"), role: "ward_lead", siteId: TAN_BINH, validFrom: "2025-07-01" }),
  );
const outcomes = (settled: PromiseSettledResult<unknown>[]) =>
  settled.map((one) => (one.status === "fulfilled" ? "done" : one.reason.reason)).sort();
const provenRight = async () => expect((await verifyClocks(world.db)).differences).toEqual([]);

test("two approvers at once, one yes and one no: one of them counts, the other is told which", async () => {
  await secondLead();
  const { number } = await ask({
    items: [forWhom("hoa", ROOM_CLERK)].map((item) => ({ ...item, personId: idOf("lan") })),
  });
  const step = await openStep(number);
  const both = await Promise.allSettled([
    decide("chau", number, step, "approved"),
    decide("mai", number, step, "refused", "Chưa cần"),
  ]);
  const [first, second] = outcomes(both);
  expect([first, second]).toContain("done");
  expect(["step_approved", "step_refused"]).toContain([first, second].find((one) => one !== "done"));
  expect(await cast.asSystem(({ db }) => db.select().from(accessDecisions))).toHaveLength(1);
  await provenRight();
});

test("an approver who lost the role meanwhile decides nothing; who stands in for somebody says so", async () => {
  const { number } = await ask();
  const step = await openStep(number);
  await cast.asSystem(({ db }) =>
    db.insert(accessDelegations).values({
      ...{ fromId: idOf("chau"), toId: idOf("mai"), validFrom: "2026-11-20", validUntil: "2099-12-31" },
      ...{ why: "Đi họp", madeById: idOf("chau"), madeAt: new Date(at("07:30")) },
    }),
  );
  await decide("mai", number, step, "approved");
  expect(await cast.asSystem(({ db }) => db.select().from(accessDecisions))).toMatchObject([
    { personId: idOf("mai"), forId: idOf("chau"), verdict: "approved" },
  ]);
  const other = await ask({ items: [forWhom("lan", ROOM_CLERK)] });
  await cast.asSystem(({ db }) =>
    db
      .update(grantRows)
      .set({ validUntil: "2026-11-19" })
      .where(eq(grantRows.personId, idOf("chau"))),
  );
  const open = await openStep(other.number);
  await expect(decide("chau", other.number, open, "approved")).rejects.toMatchObject({ reason: "not_an_approver" });
  // Nobody leads the ward any more: the duty desk decides.
  await decide("thu", other.number, open, "approved");
  expect(await cast.reload(other.number)).toMatchObject({ accessPhase: "grant" });
});

test("a changed request needs new approval, and what was being decided is no longer there", async () => {
  const { number } = await ask();
  const step = await openStep(number);
  await decide("chau", number, step, "approved");
  const { tries, fails, basis } = someRequest;
  const wider = { items: [...someRequest.items, forWhom("lan", DRAFT)], tries, fails, basis };
  await cast.as("lan", at("09:30"), (ctx) => changeRequest(ctx, { number }, wider));
  await expect(decide("son", number, step, "approved")).rejects.toMatchObject({ reason: "request_changed" });
  expect((await steps(number)).map(({ round, state }) => [round, state])).toEqual([
    [2, "open"],
    [2, "waiting"],
    [2, "open"],
  ]);
  await provenRight();
});

test("a question stops the clock of the approval until it is answered", async () => {
  const { number } = await ask();
  await cast.as("chau", at("08:30"), (ctx) => askBack(ctx, { number }, { question: "Theo quyết định nào?" }));
  await expect(
    cast.as("mai", at("08:40"), (ctx) => answerBack(ctx, { number }, { answer: "12" })),
  ).rejects.toMatchObject({ refusal: "not_found" });
  await cast.as("lan", at("10:30"), (ctx) => answerBack(ctx, { number }, { answer: "Quyết định 12" }));
  await decide("chau", number, await openStep(number), "approved", "", "10:45");
  await decide("son", number, await openStep(number), "approved", "", "11:00");
  const clocks = await world.owner.sql`select target, elapsed_seconds from clocks where target = 'approval'`;
  expect(clocks.map((one) => ({ ...one }))).toEqual([{ target: "approval", elapsed_seconds: 3_600 }]);
  await provenRight();
});

test("duties that do not go together need a reason", async () => {
  const { number } = await ask({ items: [forWhom("head", PUBLISH), forWhom("head", DRAFT)] });
  const step = await openStep(number);
  await expect(decide("chau", number, step, "approved", "")).rejects.toMatchObject({ reason: "conflict_needs_reason" });
  await decide("chau", number, step, "approved", "Tạm thời, phòng chỉ có một người");
});

test("handed back, withdrawn, and what is left goes on; parts go their own way", async () => {
  const { number } = await ask({ items: [forWhom("lan", ROOM_CLERK), forWhom("head", RECEIVE)] });
  for (const { id } of await steps(number)) await decide("chau", number, id, "approved");
  const [clerk, desk] = await items(number);
  if (!clerk || !desk) throw new Error("two were asked for");
  await cast.as("vy", at("09:30"), (ctx) =>
    handBackItems(ctx, { number }, { itemIds: [clerk.id], reason: "Phòng chưa có trong danh mục" }),
  );
  expect(await cast.reload(number)).toMatchObject({ accessPhase: "grant", status: "new" });
  await cast.as("minh", at("10:00"), (ctx) =>
    grantItems(ctx, { number }, { itemIds: [desk.id], done: "Đã thêm", fileIds: [] }),
  );
  expect(await cast.reload(number)).toMatchObject({ status: "on_hold", holdReason: "reporter" });
  await cast.as("lan", at("10:30"), (ctx) =>
    withdrawItems(ctx, { number }, { itemIds: [clerk.id], reason: "Làm sau" }),
  );
  expect(await cast.reload(number)).toMatchObject({ status: "resolved", accessPhase: "proof" });
  await cast.as("head", at("11:00"), (ctx) =>
    proveItem(ctx, { number }, { itemId: desk.id, works: true, note: "", fileIds: [] }),
  );
  expect(await cast.reload(number)).toMatchObject({ status: "closed", accessPhase: "over" });
  await provenRight();
});

test("silence asks again twice, a working day apart, then the engineer looks at the desk", async () => {
  const { number } = await ask({ items: [forWhom("lan", ROOM_CLERK)] });
  await decide("chau", number, await openStep(number), "approved");
  const [item] = await items(number);
  if (!item) throw new Error("one was asked for");
  await world.owner.sql`update people set joined_at = now()`;
  await cast.as("vy", at("10:00"), (ctx) =>
    grantItems(ctx, { number }, { itemIds: [item.id], done: "Đã tạo", fileIds: [] }),
  );
  const asDesk = (time: string, day?: string) =>
    cast.as("minh", at(time, day), (ctx) =>
      proveItem(ctx, { number }, { itemId: item.id, works: true, note: "Cùng chị Lan", fileIds: [] }),
    );
  await expect(asDesk("10:30")).rejects.toMatchObject({ reason: "affected_first" });
  // Tuesday 24 November is a day off.
  for (const [day, time] of [
    ["20", "10:05"],
    ["23", "09:00"],
    ["23", "10:01"],
    ["25", "10:02"],
    ["26", "10:03"],
  ] as const)
    await askForProofs(world.db, new Date(at(time, day)));
  const asked = (await cast.events(number)).filter(({ type }) => type === "access.proof_asked");
  expect(asked.map(({ data }) => [data.time, data.desk])).toEqual([
    [1, false],
    [2, false],
    [3, true],
  ]);
  await asDesk("10:30", "26");
  expect(await cast.reload(number)).toMatchObject({ status: "closed", accessPhase: "over" });
  await provenRight();
});
