import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type BulkOrder, changeMany } from "#app/domain/tickets/bulk.server.ts";
import { resolveTicket } from "#app/domain/tickets/resolution.server.ts";
import type { Ticket } from "#app/domain/tickets/schema.server.ts";
import { BINH_HUNG_HOA, castOf, idOf, type Name, seedCast } from "#tests/support/cast.ts";
import { openTestDatabase } from "#tests/support/db.ts";

const world = await openTestDatabase();
const { as, open, reload, events } = castOf(world.db);
const NOON = "2026-11-02T12:00+07:00";
beforeAll(() => seedCast(world.db));
afterAll(() => world.close());

const picked = ({ number, version }: Ticket) => ({ number, version });
const change = (name: Name, tickets: Ticket[], order: BulkOrder, commandId?: string) =>
  as(name, NOON, (ctx) => changeMany(ctx, tickets.map(picked), order, commandId));

test("takes what can be taken, and says of the rest why not", async () => {
  const free = await open();
  const changed = await open();
  const resolved = await open();
  const foreign = await open("hoa", NOON, { siteId: BINH_HUNG_HOA });
  const last = await open();
  await as("khoa", NOON, (ctx) =>
    resolveTicket(ctx, { number: resolved.number }, { code: "fixed", cause: "x", done: "y" }),
  );
  await as("khoa", NOON, (ctx) => changeMany(ctx, [picked(changed)], { intent: "take" }));

  const seen = await reload(resolved.number);
  const result = await change("minh", [last, changed, foreign, seen, free], { intent: "take" });
  expect(result).toEqual({
    intent: "take",
    done: [free.number, last.number],
    failed: [
      { number: changed.number, reason: "ticket_changed" },
      { number: resolved.number, reason: "not_open" },
      { number: foreign.number, reason: "ticket" },
    ],
  });
  expect(await reload(free.number)).toMatchObject({ status: "in_progress", assigneeId: idOf("minh"), version: 2 });
  expect(await reload(changed.number)).toMatchObject({ assigneeId: idOf("khoa") });
  expect(await events(foreign.number)).toHaveLength(1);
});

test("assigns, holds, resumes and sets a priority, each with its event", async () => {
  const both = [await open(), await open()];
  const fresh = () => Promise.all(both.map(({ number }) => reload(number)));
  const orders: BulkOrder[] = [
    { intent: "assign", toId: idOf("khoa") },
    { intent: "hold", reason: "vendor", until: new Date("2026-11-03T08:00+07:00"), why: "Chờ bản vá" },
    { intent: "resume" },
    { intent: "priority", priority: "p1", reason: "Cả phường chờ" },
  ];
  for (const order of orders) {
    expect(await change("minh", await fresh(), order)).toMatchObject({
      done: both.map(({ number }) => number),
      failed: [],
    });
  }
  for (const { number } of both) {
    expect(await reload(number)).toMatchObject({ assigneeId: idOf("khoa"), priority: "p1", status: "in_progress" });
    expect((await events(number)).map((event) => event.type)).toEqual([
      "ticket.opened",
      "ticket.assigned",
      "ticket.held",
      "ticket.resumed",
      "ticket.reclassified",
    ]);
  }
});

test("nobody is given work of a ward that is not theirs", async () => {
  const ticket = await open();
  const { failed } = await change("minh", [ticket], { intent: "assign", toId: idOf("tuan") });
  expect(failed).toEqual([{ number: ticket.number, reason: "assignee_not_here" }]);
});

test("an officer changes nothing in bulk", async () => {
  const ticket = await open();
  expect((await change("lan", [ticket], { intent: "take" })).failed).toEqual([
    { number: ticket.number, reason: "support_only" },
  ]);
});

test("the same form twice is one change a ticket", async () => {
  const both = [await open(), await open()];
  const commandId = randomUUID();
  const first = await change("minh", both, { intent: "take" }, commandId);
  expect(await change("minh", both, { intent: "take" }, commandId)).toEqual(first);
  for (const { number } of both) expect(await events(number)).toHaveLength(2);
});

test("two people grabbing the same tickets in opposite order share them without a deadlock", async () => {
  const many = await Promise.all(Array.from({ length: 12 }, () => open()));
  const [minh, khoa] = await Promise.all([
    change("minh", many, { intent: "take" }),
    change("khoa", [...many].reverse(), { intent: "take" }),
  ]);
  expect([...minh.done, ...khoa.done].sort()).toEqual(many.map(({ number }) => number).sort());
});

test("none and more than a hundred are refused", async () => {
  await expect(change("minh", [], { intent: "take" })).rejects.toMatchObject({ reason: "nothing_picked" });
  const many = Array.from({ length: 101 }, (_, i) => ({ number: 20_000 + i, version: 1 }));
  await expect(as("minh", NOON, (ctx) => changeMany(ctx, many, { intent: "take" }))).rejects.toMatchObject({
    reason: "too_many_picked",
  });
});
