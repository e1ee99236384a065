import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { takeTicket } from "#app/domain/tickets/assignment.server.ts";
import { replyToTicket } from "#app/domain/tickets/conversation.server.ts";
import { joinTicket } from "#app/domain/tickets/followers.server.ts";
import { openTicket } from "#app/domain/tickets/opening.server.ts";
import { confirmTicket, reopenTicket, resolveTicket } from "#app/domain/tickets/resolution.server.ts";
import { reclassifyTicket } from "#app/domain/tickets/triage.server.ts";
import { castOf, type Name, seedCast, someTicket } from "#tests/support/cast.ts";
import { openTestDatabase } from "#tests/support/db.ts";

const world = await openTestDatabase({ max: 20 });
const { as, open, reload, events } = castOf(world.db);
beforeAll(() => seedCast(world.db));
afterAll(() => world.close());

const NOON = "2026-11-02T12:00+07:00";
const times = <T>(n: number, work: (i: number) => Promise<T>) =>
  Promise.allSettled(Array.from({ length: n }, (_, i) => work(i)));

test("the same form sent twenty times at once, and once more later, is one ticket", async () => {
  const commandId = randomUUID();
  const send = () => as("lan", NOON, (ctx) => openTicket(ctx, { ...someTicket, commandId }));
  const results = await times(20, send);
  const numbers = new Set(
    results.map((result) => (result.status === "fulfilled" ? result.value.number : String(result.reason))),
  );
  expect(numbers.size).toBe(1);
  expect([...numbers]).toEqual([(await send()).number]);
  expect(await events(Number([...numbers][0]))).toHaveLength(1);
});

test("the same id with other words is refused, the same id of another person is their own", async () => {
  const commandId = randomUUID();
  const first = await as("lan", NOON, (ctx) => openTicket(ctx, { ...someTicket, commandId }));
  await expect(
    as("lan", NOON, (ctx) => openTicket(ctx, { ...someTicket, title: "Khác", commandId })),
  ).rejects.toMatchObject({
    reason: "command_reused",
  });
  const hers = await as("mai", NOON, (ctx) => openTicket(ctx, { ...someTicket, commandId }));
  expect(hers.number).not.toBe(first.number);
});

test("fifty grab one ticket at once: one has it, the others are told it changed", async () => {
  const { number, version } = await open();
  const names: Name[] = ["minh", "khoa", "thu"];
  const results = await times(50, (i) =>
    as(names[i % 3] ?? "minh", NOON, (ctx) => takeTicket(ctx, { number, version })),
  );
  expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
  for (const result of results) {
    if (result.status === "rejected")
      expect(result.reason).toMatchObject({ refusal: "conflict", reason: "ticket_changed" });
  }
  expect((await events(number)).map((event) => event.type)).toEqual(["ticket.opened", "ticket.taken"]);
});

test("confirmed and still broken at once: one wins, and history agrees with the state", async () => {
  const { number } = await open();
  await as("minh", NOON, (ctx) => resolveTicket(ctx, { number }, { code: "fixed", cause: "x", done: "y" }));
  const { version } = await reload(number);
  const results = await Promise.allSettled([
    as("lan", NOON, (ctx) => confirmTicket(ctx, { number, version })),
    as("lan", NOON, (ctx) => reopenTicket(ctx, { number, version }, { stillFails: "z" })),
  ]);
  expect(results.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
  const last = (await events(number)).at(-1)?.type;
  expect((await reload(number)).status).toBe(last === "ticket.confirmed" ? "closed" : "in_progress");
});

test("a stale edit changes nothing, a reply on a stale page goes through", async () => {
  const { number, version } = await open();
  await as("minh", NOON, (ctx) => reclassifyTicket(ctx, { number, version }, { priority: "p1", reason: "Gấp" }));
  await expect(
    as("khoa", NOON, (ctx) => reclassifyTicket(ctx, { number, version }, { priority: "p4", reason: "Thôi" })),
  ).rejects.toMatchObject({ reason: "ticket_changed", detail: { version: version + 1, since: version } });
  await as("khoa", NOON, (ctx) => replyToTicket(ctx, { number, version }, { body: "Đang xem" }));
  expect(await reload(number)).toMatchObject({ priority: "p1", version: version + 1 });
  expect(await events(number)).toHaveLength(3);
});

test("numbers are unique and never go back, whatever is rolled back between them", async () => {
  const results = await times(60, (i) =>
    as("lan", NOON, async (ctx) => {
      const { number } = await openTicket(ctx, someTicket);
      if (i % 5 === 0) throw new Error("rolled back");
      return number;
    }),
  );
  const numbers = results.filter((result) => result.status === "fulfilled").map((result) => result.value);
  expect(numbers).toHaveLength(48);
  expect(new Set(numbers).size).toBe(48);
});

test("colleagues who find the same ticket at the same moment all join it, none waiting for another in a circle", async () => {
  const { number } = await open();
  const names: Name[] = ["mai", "chau", "head", "minh", "khoa", "thu", "son"];
  const results = await times(names.length, (i) =>
    as(names[i] ?? "mai", NOON, (ctx) => joinTicket(ctx, { number, peopleWaiting: i })),
  );
  expect(results.filter((result) => result.status === "rejected")).toEqual([]);
  expect((await events(number)).filter(({ type }) => type === "ticket.joined")).toHaveLength(names.length);
});
