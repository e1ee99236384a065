import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readChoices, readHours, saveChoices, saveHours } from "#app/domain/notifications/choices.server.ts";
import { countUnread, listNotifications, markAllSeen, markTicketSeen } from "#app/domain/notifications/inbox.server.ts";
import { USUAL_HOURS } from "#app/domain/notifications/quiet-hours.ts";
import { listWatched, unwatchSystem, watchSystem } from "#app/domain/notifications/watches.server.ts";
import { grants } from "#app/domain/policy/schema.server.ts";
import { takeTicket } from "#app/domain/tickets/assignment.server.ts";
import { noteOnTicket, replyToTicket } from "#app/domain/tickets/conversation.server.ts";
import { listMentionable } from "#app/domain/tickets/mentions.server.ts";
import { castOf, DOCUMENTS, idOf, ONE_STOP, seedCast } from "#tests/support/cast.ts";
import { openTestDatabase } from "#tests/support/db.ts";

const world = await openTestDatabase();
const { as, asSystem, open } = castOf(world.db);
beforeAll(() => seedCast(world.db));
afterAll(() => world.close());
const NOON = "2026-11-02T12:00+07:00";

test("the bell counts what is unread, lists it newest first, and opening the ticket reads it", async () => {
  const { number } = await open();
  await as("minh", "2026-11-02T08:10+07:00", (ctx) => takeTicket(ctx, { number }));
  await as("minh", "2026-11-02T08:20+07:00", (ctx) => replyToTicket(ctx, { number }, { body: "Đang xem" }));
  const { rows, more } = await as("lan", NOON, (ctx) => listNotifications(ctx));
  expect(more).toBe(false);
  expect(rows.map(({ event, actorName, unread }) => [event.type, actorName, unread])).toEqual([
    ["ticket.replied", "Trần Văn Minh", true],
    ["ticket.taken", "Trần Văn Minh", true],
  ]);
  const [newest] = rows;
  const page = await as("lan", NOON, (ctx) => listNotifications(ctx, { before: newest?.id, limit: 1 }));
  expect(page.rows.map(({ event }) => event.type)).toEqual(["ticket.taken"]);
  expect(await as("lan", NOON, (ctx) => countUnread(ctx))).toBe(2);
  await as("lan", NOON, (ctx) => markTicketSeen(ctx, number));
  expect(await as("lan", NOON, (ctx) => countUnread(ctx))).toBe(0);
  expect(await as("khoa", NOON, (ctx) => countUnread(ctx))).toBe(1);
  await as("khoa", NOON, (ctx) => markAllSeen(ctx));
  expect(await as("khoa", NOON, (ctx) => countUnread(ctx))).toBe(0);
});

test("nothing of a ticket stays in the bell of somebody who may no longer read it, nor a note of somebody who reads none", async () => {
  const { number } = await open();
  await as("thu", "2026-11-02T08:10+07:00", (ctx) =>
    noteOnTicket(ctx, { number }, { body: "a", mentions: [idOf("khoa")] }),
  );
  const bell = () =>
    as("khoa", NOON, (ctx) => listNotifications(ctx)).then(({ rows }) =>
      rows.filter((row) => row.ticketNumber === number),
    );
  expect((await bell()).map(({ topic }) => topic)).toEqual(["mention", "arrived"]);
  const ofKhoa = eq(grants.personId, idOf("khoa"));
  await asSystem((ctx) => ctx.db.update(grants).set({ role: "ward_lead" }).where(ofKhoa));
  expect((await bell()).map(({ topic }) => topic)).toEqual(["arrived"]);
  await asSystem((ctx) => ctx.db.update(grants).set({ validUntil: "2026-11-01" }).where(ofKhoa));
  expect(await bell()).toEqual([]);
  expect(await as("khoa", NOON, (ctx) => countUnread(ctx))).toBe(0);
  await asSystem((ctx) => ctx.db.update(grants).set({ role: "engineer", validUntil: null }).where(ofKhoa));
});

test("choices are asked of what can concern a person, and only of that", async () => {
  const offered = await as("lan", NOON, readChoices);
  expect(offered).toEqual([
    { topic: "progress", inPage: true, mail: "now" },
    { topic: "reply", inPage: true, mail: "now" },
  ]);
  await as("lan", NOON, (ctx) => saveChoices(ctx, [{ topic: "reply", inPage: false, mail: "digest" }]));
  expect((await as("lan", NOON, readChoices))[1]).toEqual({ topic: "reply", inPage: false, mail: "digest" });
  await expect(
    as("lan", NOON, (ctx) => saveChoices(ctx, [{ topic: "note", inPage: true, mail: "now" }])),
  ).rejects.toMatchObject({ reason: "topic_not_offered" });
  expect((await as("minh", NOON, readChoices)).map(({ topic }) => topic)).toEqual([
    "progress",
    "reply",
    "note",
    "mention",
    "assigned",
    "arrived",
    "deadline",
    "watched",
  ]);
});

test("hours are the usual ones, one's own, or none; nobody reads another's", async () => {
  expect(await as("lan", NOON, readHours)).toEqual(USUAL_HOURS);
  await as("lan", NOON, (ctx) => saveHours(ctx, { from: "18:00", until: "06:30" }));
  expect(await as("lan", NOON, readHours)).toEqual({ from: "18:00", until: "06:30" });
  await as("lan", NOON, (ctx) => saveHours(ctx, null));
  expect(await as("lan", NOON, readHours)).toBeNull();
  expect(await as("mai", NOON, readHours)).toEqual(USUAL_HOURS);
  await expect(as("lan", NOON, (ctx) => saveHours(ctx, { from: "25:00", until: "06:30" }))).rejects.toMatchObject({
    reason: "hours_unreadable",
  });
});

test("watching a system, twice and no more", async () => {
  await as("son", NOON, (ctx) => watchSystem(ctx, DOCUMENTS));
  await as("son", NOON, (ctx) => watchSystem(ctx, DOCUMENTS));
  await as("son", NOON, (ctx) => watchSystem(ctx, ONE_STOP));
  expect((await as("son", NOON, (ctx) => listWatched(ctx))).map(({ id }) => id)).toEqual([DOCUMENTS, ONE_STOP]);
  await as("son", NOON, (ctx) => unwatchSystem(ctx, DOCUMENTS));
  expect((await as("son", NOON, (ctx) => listWatched(ctx))).map(({ id }) => id)).toEqual([ONE_STOP]);
  await expect(as("son", NOON, (ctx) => watchSystem(ctx, 999))).rejects.toMatchObject({ reason: "system_unknown" });
});

test("nobody watches what they could not read: a second line is told what is handed to its team", async () => {
  for (const who of ["vy", "lan"] as const)
    await expect(as(who, NOON, (ctx) => watchSystem(ctx, DOCUMENTS))).rejects.toMatchObject({
      reason: "topic_not_offered",
    });
  expect((await as("vy", NOON, readChoices)).map(({ topic }) => topic)).toEqual([
    ...["progress", "reply", "note", "mention", "assigned", "team", "deadline"],
  ]);
});

test("only those who read the ticket and its notes can be named, and only by those who read them", async () => {
  const { number } = await open();
  const named = await as("minh", NOON, (ctx) => listMentionable(ctx, number));
  expect(named.map(({ id }) => id).sort()).toEqual([idOf("khoa"), idOf("thu"), idOf("son")]);
  for (const stranger of ["lan", "hoa", "tuan", "chau"] as const)
    await expect(as(stranger, NOON, (ctx) => listMentionable(ctx, number))).rejects.toMatchObject({
      refusal: "not_found",
    });
});
