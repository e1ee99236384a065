import { afterAll, beforeAll, expect, test } from "vitest";
import { assignTicket, releaseTicket, takeTicket } from "#app/domain/tickets/assignment.server.ts";
import { noteOnTicket, replyToTicket } from "#app/domain/tickets/conversation.server.ts";
import { holdTicket, resumeTicket } from "#app/domain/tickets/holds.server.ts";
import { followUpTicket } from "#app/domain/tickets/opening.server.ts";
import {
  cancelTicket,
  closeSilentTickets,
  confirmTicket,
  reopenTicket,
  resolveTicket,
} from "#app/domain/tickets/resolution.server.ts";
import { handBackTicket, handOverTicket } from "#app/domain/tickets/second-line.server.ts";
import { moveTicket, reclassifyTicket } from "#app/domain/tickets/triage.server.ts";
import { BINH_HUNG_HOA, castOf, DOCUMENTS_TEAM, idOf, seedCast } from "#tests/support/cast.ts";
import { openTestDatabase } from "#tests/support/db.ts";

const world = await openTestDatabase();
const { as, open, reload, events } = castOf(world.db);
beforeAll(() => seedCast(world.db));
afterAll(() => world.close());

const types = async (number: number) => (await events(number)).map((event) => event.type);
const fixed = { code: "fixed", cause: "Thiếu quyền ký", done: "Đã bật quyền" } as const;

test("Lan reports, Minh takes it, asks, resolves; Lan says it works", async () => {
  const { number } = await open();
  await as("minh", "2026-11-02T08:07+07:00", (ctx) => takeTicket(ctx, { number, version: 1 }));
  await as("minh", "2026-11-02T08:09+07:00", (ctx) =>
    replyToTicket(ctx, { number }, { body: "Tài khoản nào vậy chị?" }),
  );
  await as("minh", "2026-11-02T09:30+07:00", (ctx) => resolveTicket(ctx, { number, version: 2 }, fixed));
  await as("lan", "2026-11-02T09:40+07:00", (ctx) => confirmTicket(ctx, { number, version: 3 }));

  expect(await reload(number)).toMatchObject({
    status: "closed",
    assigneeId: idOf("minh"),
    firstResponseAt: new Date("2026-11-02T08:07+07:00"),
    firstResolvedAt: new Date("2026-11-02T09:30+07:00"),
    resolvedAt: new Date("2026-11-02T09:30+07:00"),
    closedAt: new Date("2026-11-02T09:40+07:00"),
    version: 4,
  });
  expect(await types(number)).toEqual([
    "ticket.opened",
    "ticket.taken",
    "ticket.replied",
    "ticket.resolved",
    "ticket.confirmed",
  ]);
});

test("still broken brings it back to Minh and keeps when it was first resolved", async () => {
  const { number } = await open();
  await as("minh", "2026-11-02T08:30+07:00", (ctx) => resolveTicket(ctx, { number }, fixed));
  await as("lan", "2026-11-03T08:00+07:00", (ctx) => reopenTicket(ctx, { number }, { stillFails: "Vẫn báo lỗi cũ" }));
  expect(await reload(number)).toMatchObject({ status: "in_progress", assigneeId: idOf("minh"), resolvedAt: null });
  await as("minh", "2026-11-03T09:00+07:00", (ctx) => resolveTicket(ctx, { number }, fixed));
  expect(await reload(number)).toMatchObject({
    firstResolvedAt: new Date("2026-11-02T08:30+07:00"),
    resolvedAt: new Date("2026-11-03T09:00+07:00"),
  });
});

test("after fourteen days still broken becomes a new ticket linked to the old one", async () => {
  const { number } = await open();
  await as("minh", "2026-11-02T08:30+07:00", (ctx) => resolveTicket(ctx, { number }, fixed));
  await as("lan", "2026-11-02T08:40+07:00", (ctx) => confirmTicket(ctx, { number }));
  const late = "2026-11-16T08:31+07:00";
  await expect(
    as("lan", late, (ctx) => reopenTicket(ctx, { number }, { stillFails: "Lại lỗi" })),
  ).rejects.toMatchObject({
    reason: "closed_too_long",
  });
  const next = await as("lan", late, (ctx) => followUpTicket(ctx, { number }, { stillFails: "Lại lỗi" }));
  expect(await reload(next.number)).toMatchObject({
    status: "new",
    body: "Lại lỗi",
    title: "Không ký phát hành được văn bản",
  });
  expect((await events(number)).at(-1)).toMatchObject({
    type: "ticket.linked",
    data: { to: next.number, kind: "follow_up" },
  });
});

test("three silent days close what was resolved, and nothing younger", async () => {
  const old = await open();
  const young = await open();
  await as("minh", "2026-11-02T09:00+07:00", (ctx) => resolveTicket(ctx, { number: old.number }, fixed));
  await as("minh", "2026-11-03T09:00+07:00", (ctx) => resolveTicket(ctx, { number: young.number }, fixed));
  const closed = await closeSilentTickets(world.db, new Date("2026-11-05T09:00+07:00"));
  expect(closed).toContain(old.number);
  expect(closed).not.toContain(young.number);
  expect((await events(old.number)).at(-1)).toMatchObject({ type: "ticket.closed", actorId: null });
});

test("a hold for the reporter ends with her answer, other holds do not", async () => {
  const { number } = await open();
  await as("minh", "2026-11-02T08:10+07:00", (ctx) => takeTicket(ctx, { number }));
  await as("minh", "2026-11-02T08:11+07:00", (ctx) =>
    holdTicket(ctx, { number }, { reason: "reporter", until: null, why: "Chờ ảnh" }),
  );
  expect(await reload(number)).toMatchObject({ status: "on_hold", holdReason: "reporter" });
  await as("lan", "2026-11-02T08:20+07:00", (ctx) => replyToTicket(ctx, { number }, { body: "Đây ạ" }));
  expect(await reload(number)).toMatchObject({ status: "in_progress", holdReason: null });

  await as("minh", "2026-11-02T08:30+07:00", (ctx) =>
    holdTicket(ctx, { number }, { reason: "vendor", until: null, why: "Chờ hãng" }),
  );
  await as("lan", "2026-11-02T08:40+07:00", (ctx) => replyToTicket(ctx, { number }, { body: "Sao rồi?" }));
  expect(await reload(number)).toMatchObject({ status: "on_hold", holdReason: "vendor" });
  await as("minh", "2026-11-02T08:50+07:00", (ctx) => resumeTicket(ctx, { number }));
  expect(await reload(number)).toMatchObject({ status: "in_progress" });
});

test("to the second line and back: Minh keeps following, Vy reads it only while it is hers or she worked on it", async () => {
  const { number } = await open();
  const seenBy = (name: "vy" | "minh") =>
    as(name, "2026-11-02T10:00+07:00", async (ctx) => (await ctx.db.query.tickets.findMany()).map((t) => t.number));
  expect(await seenBy("vy")).not.toContain(number);
  await as("minh", "2026-11-02T08:10+07:00", (ctx) => takeTicket(ctx, { number }));
  await as("minh", "2026-11-02T08:20+07:00", (ctx) =>
    handOverTicket(ctx, { number }, { teamId: DOCUMENTS_TEAM, tried: "Đã xóa bộ nhớ đệm" }),
  );
  expect(await reload(number)).toMatchObject({ status: "assigned", teamId: DOCUMENTS_TEAM, assigneeId: null });
  await as("vy", "2026-11-02T09:00+07:00", (ctx) => takeTicket(ctx, { number }));
  await as("vy", "2026-11-02T09:30+07:00", (ctx) => handBackTicket(ctx, { number }, { tried: "Đã vá máy chủ" }));
  expect(await reload(number)).toMatchObject({ status: "assigned", teamId: null, assigneeId: idOf("minh") });
  expect(await seenBy("vy")).toContain(number);
});

test("moved to another ward it is new there, and Minh who moved it still reads it", async () => {
  const { number } = await open();
  await as("minh", "2026-11-02T08:10+07:00", (ctx) =>
    moveTicket(ctx, { number }, { toSiteId: BINH_HUNG_HOA, reason: "Nhầm phường" }),
  );
  expect(await reload(number)).toMatchObject({ siteId: BINH_HUNG_HOA, status: "new", assigneeId: null });
  await as("tuan", "2026-11-02T08:15+07:00", (ctx) => takeTicket(ctx, { number }));
  await as("minh", "2026-11-02T08:16+07:00", async (ctx) => {
    expect(await ctx.db.query.tickets.findMany()).toContainEqual(expect.objectContaining({ number }));
  });
});

test("a worse impact raises the priority by the matrix, an engineer may override it with a reason", async () => {
  const { number } = await open();
  expect((await reload(number)).priority).toBe("p3");
  await as("minh", "2026-11-02T08:10+07:00", (ctx) =>
    reclassifyTicket(ctx, { number }, { impact: "counter_stopped", peopleWaiting: 23, reason: "Quầy dừng hẳn" }),
  );
  expect(await reload(number)).toMatchObject({ priority: "p1", peopleWaiting: 23 });
  await as("minh", "2026-11-02T08:12+07:00", (ctx) =>
    reclassifyTicket(ctx, { number }, { priority: "p2", reason: "Có quầy khác" }),
  );
  expect((await events(number)).at(-1)).toMatchObject({
    data: { changes: { priority: { from: "p1", to: "p2" } }, reason: "Có quầy khác" },
  });
  await expect(
    as("minh", "2026-11-02T08:13+07:00", (ctx) => reclassifyTicket(ctx, { number }, { priority: "p2", reason: "Lại" })),
  ).rejects.toMatchObject({ reason: "nothing_changed" });
});

test("assigned by the duty desk, released back to the queue, cancelled by Lan", async () => {
  const { number } = await open();
  await as("thu", "2026-11-02T08:10+07:00", (ctx) => assignTicket(ctx, { number }, idOf("khoa")));
  expect(await reload(number)).toMatchObject({ status: "assigned", assigneeId: idOf("khoa") });
  await expect(
    as("thu", "2026-11-02T08:11+07:00", (ctx) => assignTicket(ctx, { number }, idOf("tuan"))),
  ).rejects.toMatchObject({
    reason: "assignee_not_here",
  });
  await as("khoa", "2026-11-02T08:12+07:00", (ctx) => releaseTicket(ctx, { number }));
  expect(await reload(number)).toMatchObject({ status: "new", assigneeId: null });
  await as("lan", "2026-11-02T08:20+07:00", (ctx) => cancelTicket(ctx, { number }, { reason: "Tự hết" }));
  await expect(as("minh", "2026-11-02T08:30+07:00", (ctx) => takeTicket(ctx, { number }))).rejects.toMatchObject({
    reason: "not_open",
  });
  await expect(
    as("lan", "2026-11-02T08:31+07:00", (ctx) => replyToTicket(ctx, { number }, { body: "?" })),
  ).rejects.toMatchObject({ reason: "closed" });
});

test("a note is not a response, a reply is", async () => {
  const { number } = await open();
  await as("minh", "2026-11-02T08:10+07:00", (ctx) => noteOnTicket(ctx, { number }, { body: "Để em xem" }));
  expect((await reload(number)).firstResponseAt).toBeNull();
  await as("minh", "2026-11-02T08:15+07:00", (ctx) => replyToTicket(ctx, { number }, { body: "Đang xem ạ" }));
  expect((await reload(number)).firstResponseAt).toEqual(new Date("2026-11-02T08:15+07:00"));
});
