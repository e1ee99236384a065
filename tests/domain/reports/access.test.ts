import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { askForAccess } from "#app/domain/access/asking.server.ts";
import { decideSteps } from "#app/domain/access/deciding.server.ts";
import { grantItems } from "#app/domain/access/granting.server.ts";
import { proveItem } from "#app/domain/access/proving.server.ts";
import { listItems, listSteps } from "#app/domain/access/steps.server.ts";
import { getReport } from "#app/domain/reports/numbers.server.ts";
import { getWhyThisTime } from "#app/domain/tickets/clocks/why-this-time.server.ts";
import { NO_FILTERS } from "#app/domain/tickets/queue/filters.ts";
import { listOwn, listQueue } from "#app/domain/tickets/queue/queue.server.ts";
import { forWhom, ROOM_CLERK, seedAccess, someRequest } from "#tests/support/access.ts";
import { castOf, seedCast } from "#tests/support/cast.ts";
import { openTestDatabase } from "#tests/support/db.ts";

const world = await openTestDatabase();
const { as, asSystem } = castOf(world.db);
const at = (time: string) => `2026-11-20T${time}+07:00`;
let number = 0;
beforeAll(async () => {
  await seedCast(world.db);
  await seedAccess(world.db);
  ({ number } = await as("lan", at("08:00"), (ctx) =>
    askForAccess(ctx, { ...someRequest, items: [forWhom("mai", ROOM_CLERK)] }),
  ));
  const [step] = await asSystem((ctx) => listSteps(ctx, number));
  const [item] = await asSystem((ctx) => listItems(ctx, number));
  const itemId = item?.id ?? 0;
  await as("chau", at("09:00"), (ctx) =>
    decideSteps(ctx, { number }, { stepIds: [step?.id ?? 0], verdict: "approved", reason: "" }),
  );
  const grant = (time: string) =>
    as("vy", at(time), (ctx) => grantItems(ctx, { number }, { itemIds: [itemId], done: "Đã gán", fileIds: [] }));
  const prove = (time: string, works: boolean) =>
    as("mai", at(time), (ctx) => proveItem(ctx, { number }, { itemId, works, note: "Đã thử", fileIds: [] }));
  await grant("09:30");
  await prove("10:00", false);
  await grant("10:30");
  await prove("10:45", true);
});
afterAll(() => world.close());

const report = (from: string, to: string) => as("son", at("16:00"), (ctx) => getReport(ctx, { from, to }, sql`true`));

test("a report says how long approval, grant and proof took, in the period in which each was reached", async () => {
  const { access } = await report("2026-11-01", "2026-11-30");
  expect(
    access.map(({ milestone, counted, met, missed, service }) => [milestone, counted, met, missed, service.median]),
  ).toEqual([
    ["approval", 1, 1, 0, 3_600],
    // Half an hour, and half an hour more after it had failed.
    ["grant", 1, 1, 0, 3_600],
    ["proof", 1, 1, 0, 900],
  ]);
  expect((await report("2026-10-01", "2026-10-31")).access).toEqual([]);
});

test("the queue and the lists find a request by what it waits for, and say so in its row", async () => {
  const asked = await as("lan", at("15:00"), (ctx) =>
    askForAccess(ctx, { ...someRequest, items: [forWhom("head", ROOM_CLERK)] }),
  );
  const found = async (access: ("approval" | "over")[]) =>
    (await as("minh", at("16:00"), (ctx) => listQueue(ctx, { filters: { ...NO_FILTERS, access } })))
      .flatMap(({ rows }) => rows)
      .map((row) => [row.number, row.accessPhase]);
  expect(await found(["approval"])).toEqual([[asked.number, "approval"]]);
  expect(await found(["over"])).toEqual([]);
  const all = await as("chau", at("16:00"), (ctx) =>
    listOwn(ctx, { filters: { ...NO_FILTERS, access: ["over"] }, group: "all" }),
  );
  expect(all.flatMap(({ rows }) => rows).map((row) => row.number)).toEqual([number]);
});

test("the wait for a proof is called so in why the grant took its time", async () => {
  const why = await as("minh", at("16:00"), (ctx) => getWhyThisTime(ctx, number, null));
  const grant = why.clocks.find(({ target }) => target === "grant");
  expect(grant?.lines.map(({ counted, reason, seconds }) => [counted, reason, seconds])).toEqual([
    [true, { type: "hours" }, 1_800],
    [false, { type: "stopped", by: "granted" }, 1_800],
    [true, { type: "hours" }, 1_800],
  ]);
});
