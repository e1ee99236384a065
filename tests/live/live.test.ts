import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import express from "express";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { noteOnTicket, replyToTicket } from "#app/domain/tickets/conversation.server.ts";
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
afterEach(() => {
  for (const stream of streams.splice(0)) stream.close();
});
afterAll(async () => {
  await live.stop();
  server.closeAllConnections();
  server.close();
  await database.close();
});

async function listen(name: Name, query = "", headers: Record<string, string> = {}) {
  const stream = await openStream(base + query, { cookie: await signedIn(database.db, name), ...headers });
  streams.push(stream);
  await until(() => stream.heard.some(({ event }) => event === "hello") || stream.state.ended);
  return stream;
}

const now = () => new Date().toISOString();
const noteOn = (number: number) => cast.as("minh", now(), (ctx) => noteOnTicket(ctx, { number }, { body: "Đang xem" }));
const replyTo = (number: number) => cast.as("minh", now(), (ctx) => replyToTicket(ctx, { number }, { body: "Đã rõ" }));

test("nobody listens without having signed in", async () => {
  expect(await openStream(base)).toMatchObject({ status: 401 });
});

test("a change reaches those who may read the ticket, and nobody else", async () => {
  const [lan, minh, hoa] = [await listen("lan"), await listen("minh"), await listen("hoa")];
  const { number } = await cast.open("lan");
  await until(() => minh.of("changed").length > 0 && lan.of("changed").length > 0);
  await sleep(600);
  expect(minh.of("changed")).toEqual([{ ticket: number }]);
  expect(lan.of("changed")).toEqual([{ ticket: number }]);
  expect(hoa.heard.map(({ event }) => event)).toEqual(["hello", "told"]);
});

test("an internal note is no news for the reporter", async () => {
  const { number } = await cast.open("lan");
  await sleep(600);
  const [lan, minh] = [await listen("lan"), await listen("minh")];
  await noteOn(number);
  await until(() => minh.of("changed").length > 0);
  await sleep(600);
  expect(lan.of("changed")).toEqual([]);
  await replyTo(number);
  await until(() => lan.of("changed").length > 0);
});

test("whoever was away catches up from where they stopped", async () => {
  const before = await listen("minh");
  const first = await cast.open("lan");
  await until(() => before.of("changed").length > 0);
  const id = before.heard.findLast(({ event }) => event === "changed")?.id ?? "";
  before.close();
  const second = await cast.open("lan");
  await sleep(600);
  const again = await listen("minh", "", { "last-event-id": id });
  expect(again.of("changed")).toContainEqual({ ticket: second.number });
  expect((await listen("hoa", `?since=${id}`)).of("changed")).toEqual([]);
  expect(first.number).toBeLessThan(second.number);
});

test("who was away for too long is told to read everything anew", async () => {
  await database.owner.sql`
    insert into ticket_events (ticket_number, site_id, type, version, at)
    select number, site_id, 'ticket.followed', 1, now() from tickets, generate_series(1, 6000) limit 6000`;
  await until(() => live.cursor() > 6_000);
  const minh = await listen("minh", "?since=1");
  expect(minh.of("resync")).toHaveLength(1);
});

test("a change that no notification told of is found by looking", async () => {
  const minh = await listen("minh");
  await database.owner.sql`
    insert into ticket_events (ticket_number, site_id, type, version, at)
    select number, site_id, 'ticket.followed', 1, now() from tickets where site_id = 2 limit 1`;
  await until(() => minh.of("changed").length > 0, 7_000);
});

test("a lost listener is replaced and nothing is missed", async () => {
  const minh = await listen("minh");
  const ended = await database.owner.sql`
    select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query ilike 'listen%'`;
  expect(ended.length).toBeGreaterThan(0);
  const { number } = await cast.open("lan");
  const heard = () => minh.of("changed").filter((one) => JSON.stringify(one) === JSON.stringify({ ticket: number }));
  await until(() => heard().length > 0, 12_000);
  await sleep(600);
  expect(heard()).toHaveLength(1);
});

test("the stream of a session that was ended closes within five seconds", async () => {
  const minh = await listen("minh");
  await database.owner.sql`delete from sessions where person_id = ${idOf("minh")}`;
  await until(() => minh.state.ended, 5_500);
});

test("the stream ends when its person's rights change", async () => {
  const tuan = await listen("tuan");
  await database.owner.sql`update grants set valid_until = '2026-01-01' where person_id = ${idOf("tuan")}`;
  await until(() => tuan.state.ended, 5_500);
});

test("those who have a ticket open see each other, and outsiders are not among them", async () => {
  const { number } = await cast.open("lan");
  const minh = await listen("minh", `?ticket=${number}`);
  const hoa = await listen("hoa", `?ticket=${number}`);
  const lan = await listen("lan", `?ticket=${number}`);
  await until(() => minh.of("viewers").length > 0 && lan.of("viewers").length > 0);
  expect(minh.of("viewers").at(-1)).toEqual({ ticket: number, names: ["Nguyễn Thị Lan"] });
  expect(lan.of("viewers").at(-1)).toEqual({ ticket: number, names: ["Trần Văn Minh"] });
  lan.close();
  await until(() => JSON.stringify(minh.of("viewers").at(-1)) === JSON.stringify({ ticket: number, names: [] }));
  expect(hoa.of("viewers")).toEqual([]);
});

test("each stream says when to come back, not all at the same moment", async () => {
  const [one, two] = [await listen("lan"), await listen("lan")];
  const retry = (stream: typeof one) => Number(stream.lines[0]?.match(/^retry: (\d+)$/)?.[1]);
  for (const stream of [one, two]) expect(retry(stream)).toBeGreaterThanOrEqual(2_000);
  expect(one.type).toContain("text/event-stream");
});

test("a person whose only tie is to follow hears of it, and not after letting go", async () => {
  const { number } = await cast.open("lan");
  await database.owner.sql`insert into ticket_people values (${number}, ${idOf("mai")}, 'follower', 0, now())`;
  await sleep(600);
  const mai = await listen("mai");
  await replyTo(number);
  await until(() => mai.of("changed").length > 0);
  await database.owner.sql`delete from ticket_people where person_id = ${idOf("mai")}`;
  await replyTo(number);
  await sleep(800);
  expect(mai.of("changed")).toHaveLength(1);
});

test("a ticket number that none can have leaves the stream open", async () => {
  const lan = await listen("lan", "?ticket=99999999999");
  await until(() => lan.of("hello").length > 0);
  expect(lan.state.ended).toBe(false);
});
