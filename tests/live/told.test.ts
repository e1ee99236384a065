import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import express from "express";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { markTicketSeen } from "#app/domain/notifications/inbox.server.ts";
import { replyToTicket } from "#app/domain/tickets/conversation.server.ts";
import type { Live } from "#app/live/live.server.ts";
import { openLive } from "#app/live/open-live.server.ts";
import { openStream, until } from "#tests/live/stream-reader.ts";
import { castOf, idOf, type Name, seedCast } from "#tests/support/cast.ts";
import { openTestDatabase } from "#tests/support/db.ts";
import { signedIn } from "#tests/support/signed-in.ts";

let database: Awaited<ReturnType<typeof openTestDatabase>>;
let cast: ReturnType<typeof castOf>;
let live: Live;
let server: Server;
let base: string;
const streams: Awaited<ReturnType<typeof openStream>>[] = [];

beforeAll(async () => {
  database = await openTestDatabase();
  await seedCast(database.db);
  cast = castOf(database.db);
  live = openLive({ url: database.url, db: () => database.db });
  server = express().get("/live", live.handler).listen(0, "127.0.0.1");
  await until(() => server.listening);
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/live`;
});
afterEach(async () => {
  for (const stream of streams.splice(0)) stream.close();
  await database.owner.sql`delete from notifications`;
});
afterAll(async () => {
  await live.stop();
  server.closeAllConnections();
  server.close();
  await database.close();
});

async function listen(name: Name, query = "") {
  const stream = await openStream(base + query, { cookie: await signedIn(database.db, name) });
  streams.push(stream);
  await until(() => stream.heard.some(({ event }) => event === "told") || stream.state.ended);
  return stream;
}
const counts = (stream: Awaited<ReturnType<typeof listen>>) =>
  stream.of("told").map((told) => (told as { unread: { count: number } }).unread.count);
const now = () => new Date().toISOString();
const replyTo = (number: number) => cast.as("minh", now(), (ctx) => replyToTicket(ctx, { number }, { body: "Đã rõ" }));

test("the bell of whoever is told rings, and nobody else's", async () => {
  const minh = await listen("minh");
  const others = [await listen("tuan"), await listen("hoa"), await listen("mai"), await listen("lan")];
  await cast.open("lan");
  await until(() => counts(minh).at(-1) === 1);
  await sleep(600);
  for (const other of others) expect(counts(other)).toEqual([0]);
  expect(minh.of("told").at(-1)).toEqual({ unread: { count: 1, at: expect.any(Number) } });
});

test("it falls on all of one's pages when the ticket is opened on one of them", async () => {
  const { number } = await cast.open("lan");
  const [one, two] = [await listen("minh"), await listen("minh")];
  expect([counts(one).at(-1), counts(two).at(-1)]).toEqual([1, 1]);
  await cast.as("minh", now(), (ctx) => markTicketSeen(ctx, number));
  await until(() => counts(one).at(-1) === 0 && counts(two).at(-1) === 0);
});

test("what is told of the ticket in view is no news there", async () => {
  const { number } = await cast.open("lan");
  const [reading, elsewhere] = [await listen("lan", `?ticket=${number}`), await listen("lan")];
  await replyTo(number);
  await until(() => counts(elsewhere).at(-1) === 1);
  await sleep(300);
  expect(new Set(counts(reading))).toEqual(new Set([0]));
});

test("a lost hint is found by looking", async () => {
  const { number } = await cast.open("lan");
  const minh = await listen("minh");
  await database.owner.sql`
    with news as (
      insert into ticket_events (ticket_number, site_id, type, version, at)
      select number, site_id, 'ticket.replied', 1, now() from tickets where number = ${number} returning id
    ) insert into notifications (person_id, ticket_number, event_id, topic, relation, in_page, mail, at)
      select ${idOf("minh")}, ${number}, id, 'reply', 'assignee', true, 'no', now() from news`;
  await until(() => counts(minh).at(-1) === 2, 7_000);
});

test("with the rights ends the count of what they let one read", async () => {
  await cast.open("lan");
  const before = await listen("minh");
  expect(counts(before).at(-1)).toBe(1);
  await database.owner.sql`update grants set valid_until = '2026-01-01' where person_id = ${idOf("minh")}`;
  const minh = await listen("minh");
  await cast.open("lan");
  await sleep(800);
  expect(new Set(counts(minh))).toEqual(new Set([0]));
  await until(() => before.state.ended, 5_500);
  await database.owner.sql`update grants set valid_until = null where person_id = ${idOf("minh")}`;
});

test.each(['{"n":"all"}', '{"n":[null,"1",{}]}', '{"n":[-1,999999999]}', "{"])(
  "a hint that makes no sense is let go: %s",
  async (hint) => {
    const minh = await listen("minh");
    await database.sql`select pg_notify('tram_live', ${hint})`;
    await sleep(500);
    expect(counts(minh)).toEqual([0]);
    expect(minh.state.ended).toBe(false);
  },
);
