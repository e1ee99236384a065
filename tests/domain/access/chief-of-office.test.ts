import { asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { askForAccess } from "#app/domain/access/asking.server.ts";
import { decideSteps } from "#app/domain/access/deciding.server.ts";
import { grantItems } from "#app/domain/access/granting.server.ts";
import { proveItem } from "#app/domain/access/proving.server.ts";
import { accessItems, entitlements } from "#app/domain/access/schema.server.ts";
import { listSteps } from "#app/domain/access/steps.server.ts";
import { clocks } from "#app/domain/tickets/clocks/clocks-schema.server.ts";
import { verifyClocks } from "#app/domain/tickets/clocks/verify.server.ts";
import { PUBLISH, seedAccess, someRequest } from "#tests/support/access.ts";
import { castOf, idOf, type Name, seedCast } from "#tests/support/cast.ts";
import { openTestDatabase } from "#tests/support/db.ts";

const world = await openTestDatabase();
const { as, asSystem, reload, events } = castOf(world.db);
beforeAll(async () => {
  await seedCast(world.db);
  await seedAccess(world.db);
});
afterAll(() => world.close());

const at = (time: string) => `2026-11-20T${time}+07:00`;
const items = (number: number) =>
  asSystem(({ db }) => db.select().from(accessItems).where(eq(accessItems.ticketNumber, number)));
const openStep = async (number: number) =>
  (await asSystem((ctx) => listSteps(ctx, number))).find((one) => one.state === "open");
const decide = async (
  who: Name,
  number: number,
  time: string,
  verdict: "approved" | "refused" = "approved",
  reason = "",
) => {
  const step = await openStep(number);
  return as(who, at(time), (ctx) => decideSteps(ctx, { number }, { stepIds: [step?.id ?? 0], verdict, reason }));
};
const clocksOf = async (number: number) =>
  Object.fromEntries(
    (
      await asSystem(({ db }) =>
        db.select().from(clocks).where(eq(clocks.ticketNumber, number)).orderBy(asc(clocks.target)),
      )
    ).map(({ target, state, elapsedSeconds }) => [target, [state, elapsedSeconds]]),
  );

test("the Chief of Office cannot publish: asked by his clerk, approved twice, granted, failed once, proven by himself", async () => {
  const { number } = await as("lan", at("08:00"), (ctx) => askForAccess(ctx, someRequest));
  expect(await reload(number)).toMatchObject({
    ...{ status: "on_hold", holdReason: "approval", accessPhase: "approval", kind: "missing_permission" },
    ...{ title: "Ký phát hành văn bản: Đặng Văn Phòng", affectedPersonId: idOf("head"), teamId: null },
  });

  await decide("chau", number, "08:30");
  expect(await reload(number)).toMatchObject({ status: "on_hold", accessPhase: "approval" });
  await decide("son", number, "09:00");
  expect(await reload(number)).toMatchObject({ status: "assigned", teamId: 1, accessPhase: "grant", holdReason: null });

  const [item] = await items(number);
  if (!item) throw new Error("nothing was asked");
  const grant = (time: string) =>
    as("vy", at(time), (ctx) =>
      grantItems(ctx, { number }, { itemIds: [item.id], done: "Đã bật quyền ký phát hành", fileIds: [] }),
    );
  const prove = (who: Name, time: string, works: boolean, note = "") =>
    as(who, at(time), (ctx) => proveItem(ctx, { number }, { itemId: item.id, works, note, fileIds: [] }));
  await grant("10:00");
  expect(await reload(number)).toMatchObject({ status: "resolved", accessPhase: "proof", closesAt: null });

  await expect(prove("lan", "10:05", true)).rejects.toMatchObject({ reason: "affected_only" });
  await prove("head", "10:10", false, "Vẫn chưa thấy nút Phát hành");
  expect(await reload(number)).toMatchObject({ status: "in_progress", accessPhase: "grant", reopenings: 1 });
  await grant("10:40");
  await prove("head", "11:00", true);

  expect(await reload(number)).toMatchObject({ status: "closed", accessPhase: "over" });
  expect(await asSystem(({ db }) => db.select().from(entitlements))).toMatchObject([
    { personId: idOf("head"), rightId: PUBLISH, position: "Chánh Văn phòng", itemId: item.id, endedAt: null },
  ]);
  // An hour to approve, one to grant and half an hour more after it failed, twenty minutes to prove.
  expect(await clocksOf(number)).toEqual({
    approval: ["met", 3_600],
    grant: ["met", 5_400],
    proof: ["met", 1_200],
    resolution: ["met", 5_400],
  });
  expect((await events(number)).map(({ type }) => type)).toEqual([
    ...["ticket.opened", "access.asked", "access.decided", "access.decided", "access.granted"],
    ...["access.failed", "access.granted", "access.proven"],
  ]);
  expect((await verifyClocks(world.db)).differences).toEqual([]);
});

test("nobody approves for themselves, and what was refused stays refused", async () => {
  const forChau = { ...someRequest.items[0], personId: idOf("chau") } as (typeof someRequest.items)[number];
  const { number } = await as("lan", at("13:30"), (ctx) => askForAccess(ctx, { ...someRequest, items: [forChau] }));
  await expect(decide("chau", number, "13:35")).rejects.toMatchObject({ reason: "not_for_yourself" });
  // No other lead: the duty desk of the city decides in that step.
  await expect(decide("thu", number, "13:40", "refused")).rejects.toMatchObject({ reason: "reason_missing" });
  const step = await openStep(number);
  await decide("thu", number, "13:40", "refused", "Chưa có quyết định phân công");
  await expect(
    as("son", at("13:45"), (ctx) =>
      decideSteps(ctx, { number }, { stepIds: [step?.id ?? 0], verdict: "approved", reason: "" }),
    ),
  ).rejects.toMatchObject({ reason: "step_refused" });
  expect(await reload(number)).toMatchObject({ status: "cancelled", accessPhase: "over" });
  expect((await verifyClocks(world.db)).differences).toEqual([]);
});
