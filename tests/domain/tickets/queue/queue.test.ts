import { afterAll, beforeAll, expect, test } from "vitest";
import { assignTicket, takeTicket } from "#app/domain/tickets/assignment.server.ts";
import { markRead } from "#app/domain/tickets/change.server.ts";
import { noteOnTicket, replyToTicket } from "#app/domain/tickets/conversation.server.ts";
import { followTicket, joinTicket } from "#app/domain/tickets/followers.server.ts";
import { holdTicket } from "#app/domain/tickets/holds.server.ts";
import { NO_FILTERS, type TicketFilters } from "#app/domain/tickets/queue/filters.ts";
import { listOwn, listQueue } from "#app/domain/tickets/queue/queue.server.ts";
import type { GroupKey, QueueGroup } from "#app/domain/tickets/queue/queue.ts";
import { confirmTicket, resolveTicket } from "#app/domain/tickets/resolution.server.ts";
import { handOverTicket } from "#app/domain/tickets/second-line.server.ts";
import {
  BINH_HUNG_HOA,
  castOf,
  DOCUMENTS_TEAM,
  idOf,
  KINH_TE,
  type Name,
  ONE_STOP,
  seedCast,
  VAN_PHONG,
} from "#tests/support/cast.ts";
import { openTestDatabase } from "#tests/support/db.ts";

const world = await openTestDatabase();
const { as, open, reload } = castOf(world.db);
const NOON = "2026-11-02T12:00+07:00";
const fixed = { code: "fixed", cause: "Thiếu quyền ký", done: "Đã bật quyền" } as const;
const t: Record<string, number> = {};

beforeAll(async () => {
  await seedCast(world.db);
  const made = async (name: string, by: Name = "lan", more = {}) => {
    t[name] = (await open(by, `2026-11-02T08:${10 + Object.keys(t).length}+07:00`, { title: name, ...more })).number;
    return t[name];
  };
  await made("fresh");
  await made("urgent", "mai", { impact: "counter_stopped", urgency: "now", peopleWaiting: 23, systemId: ONE_STOP });
  const mine = await made("mine");
  const khoas = await made("khoas");
  const given = await made("given");
  const held = await made("held");
  const done = await made("done");
  const closed = await made("closed");
  const team = await made("team");
  await made("elsewhere", "hoa", { siteId: BINH_HUNG_HOA });
  await made("affected", "mai", { affectedPersonId: idOf("lan") });
  const joined = await made("joined", "mai");
  await as("minh", NOON, async (ctx) => {
    await takeTicket(ctx, { number: mine });
    await assignTicket(ctx, { number: given }, idOf("khoa"));
    await holdTicket(ctx, { number: held }, { reason: "reporter", until: null, why: "Cần ảnh" });
    await resolveTicket(ctx, { number: done }, fixed);
    await resolveTicket(ctx, { number: closed }, fixed);
    await handOverTicket(ctx, { number: team }, { teamId: DOCUMENTS_TEAM, tried: "Đã thử lại" });
  });
  await as("khoa", NOON, (ctx) => takeTicket(ctx, { number: khoas }));
  await as("lan", NOON, (ctx) => confirmTicket(ctx, { number: closed }));
  await as("lan", NOON, (ctx) => joinTicket(ctx, { number: joined, peopleWaiting: 2 }));
});
afterAll(() => world.close());

const titles = (groups: QueueGroup[]) =>
  Object.fromEntries(
    groups.filter(({ rows }) => rows.length > 0).map(({ key, rows }) => [key, rows.map((row) => row.title)]),
  );
const queueOf = (name: Name, filters: Partial<TicketFilters> = {}, group?: GroupKey, after?: string | null) =>
  as(name, NOON, (ctx) => listQueue(ctx, { filters: { ...NO_FILTERS, ...filters }, group, after }));
const ownOf = (name: Name, filters: Partial<TicketFilters> = {}, group?: GroupKey) =>
  as(name, NOON, (ctx) => listOwn(ctx, { filters: { ...NO_FILTERS, ...filters }, group }));

test("an engineer sees her ward in five groups, the most urgent first", async () => {
  expect(titles(await queueOf("minh"))).toEqual({
    new: ["urgent", "fresh", "affected", "joined"],
    mine: ["mine"],
    held: ["held"],
    confirm: ["done"],
    others: ["khoas", "given", "team"],
  });
  expect(titles(await queueOf("khoa"))).toMatchObject({ mine: ["khoas", "given"], others: ["mine", "team"] });
  expect(titles(await queueOf("tuan"))).toEqual({ new: ["elsewhere"] });
});

test("second line sees what was handed over, the duty desk sees the city", async () => {
  expect(titles(await queueOf("vy"))).toEqual({ new: ["team"] });
  const city = titles(await queueOf("thu"));
  expect(city.new).toContain("elsewhere");
  expect(city.others).toEqual(["mine", "khoas", "given", "team"]);
});

test("a row says what it takes to choose", async () => {
  const [fresh] = await queueOf("minh");
  expect(fresh?.count).toBe(4);
  expect(fresh?.rows[0]).toMatchObject({
    number: t.urgent,
    version: 1,
    priority: "p1",
    impact: "counter_stopped",
    peopleWaiting: 23,
    system: { name: "Một cửa", nameEn: "One-stop" },
    ward: { name: "Tân Bình", unitKind: "phuong" },
    department: "Phòng Kinh tế, Hạ tầng và Đô thị",
    reporter: "Trần Thị Mai",
    assignee: null,
    receivedAt: new Date("2026-11-02T08:11+07:00"),
    unread: true,
  });
  const [, , held] = await queueOf("minh");
  expect(held?.rows[0]).toMatchObject({ status: "on_hold", holdReason: "reporter", assignee: "Trần Văn Minh" });
});

test("officers, leads and managers have no queue", async () => {
  for (const name of ["lan", "chau", "son", "admin"] as const) {
    await expect(queueOf(name)).rejects.toMatchObject({ refusal: "forbidden" });
  }
});

test("an officer sees what waits for her, what she sent, what she joined, and nothing else", async () => {
  expect(titles(await ownOf("lan"))).toEqual({
    answer: ["held", "done"],
    sent: ["affected", "team", "given", "khoas", "mine", "fresh"],
    following: ["joined"],
    done: ["closed"],
  });
  expect(titles(await ownOf("hoa"))).toEqual({ sent: ["elsewhere"] });
  expect(titles(await ownOf("hoa", {}, "all"))).toEqual({ all: ["elsewhere"] });
});

test("a lead sees the whole unit, of a room only the room, a manager the city", async () => {
  const chau = titles(await ownOf("chau"));
  expect(chau.unit).toContain("fresh");
  expect(chau.unit).not.toContain("elsewhere");
  const head = titles(await ownOf("head"));
  expect(head.unit).toContain("fresh");
  expect(head.unit).not.toContain("urgent");
  expect(titles(await ownOf("son")).unit).toContain("elsewhere");
});

test("asking for another ward or for nobody's room shows nothing, and counts nothing", async () => {
  for (const name of ["lan", "chau", "minh", "head"] as const) {
    const [all] = await ownOf(name, { site: BINH_HUNG_HOA }, "all");
    expect(all).toMatchObject({ rows: [], count: 0, next: null });
  }
  const [hoas] = await ownOf("hoa", {}, "all");
  expect(hoas?.count).toBe(1);
});

test.each<[Partial<TicketFilters>, string[]]>([
  [{ status: ["on_hold"] }, ["held"]],
  [{ status: ["new"], priority: ["p1"] }, ["urgent"]],
  [{ impact: ["counter_stopped", "whole_ward"] }, ["urgent"]],
  [{ system: ONE_STOP }, ["urgent"]],
  [{ kind: ["account"] }, []],
  [{ department: KINH_TE, assignee: "none" }, ["urgent", "affected", "joined"]],
  [{ department: VAN_PHONG, assignee: "me" }, ["mine", "held", "done"]],
  [{ assignee: idOf("khoa") }, ["khoas", "given"]],
  [{ team: DOCUMENTS_TEAM }, ["team"]],
  [{ age: "4h" }, []],
  [{ age: "1h", assignee: "me" }, ["mine", "held", "done"]],
  [{ sort: "waiting", status: ["new"], priority: ["p1"] }, ["urgent"]],
])("filters narrow every group: %j", async (filters, wanted) => {
  expect(Object.values(titles(await queueOf("minh", filters))).flat()).toEqual(wanted);
});

test.each<[Partial<TicketFilters>, string[]]>([
  [{ receivedFrom: new Date("2026-11-02T08:20+07:00"), receivedTo: new Date("2026-11-02T08:21+07:00") }, ["affected"]],
  [{ resolvedFrom: new Date("2026-11-02T00:00+07:00"), sort: "oldest" }, ["done", "closed"]],
  [{ respondedFrom: new Date(NOON), assignee: idOf("minh"), sort: "oldest" }, ["mine", "held", "done", "closed"]],
  [{ openAt: new Date("2026-11-02T08:12+07:00"), sort: "oldest" }, ["fresh", "urgent"]],
  [{ status: ["closed"] }, ["closed"]],
])("a period asks all tickets, in one list: %j", async (filters, wanted) => {
  expect(titles(await ownOf("chau", filters))).toEqual({ all: wanted });
});

test("reading takes the mark away, an answer brings it back, an internal note only where it may be read", async () => {
  const unread = async (name: Name, key: GroupKey, title: string) =>
    [...(name === "lan" ? await ownOf(name) : await queueOf(name))]
      .find((group) => group.key === key)
      ?.rows.find((row) => row.title === title)?.unread;
  expect(await unread("lan", "sent", "mine")).toBe(true);
  const number = t.mine ?? 0;
  const readAll = (name: Name) =>
    as(name, NOON, async (ctx) => markRead(ctx, number, (await reload(number)).lastEventId));
  await readAll("lan");
  await readAll("khoa");
  expect(await unread("lan", "sent", "mine")).toBe(false);
  await as("minh", NOON, (ctx) => noteOnTicket(ctx, { number }, { body: "Xem lại máy chủ" }));
  expect(await unread("lan", "sent", "mine")).toBe(false);
  expect(await unread("khoa", "others", "mine")).toBe(true);
  await as("minh", NOON, (ctx) => replyToTicket(ctx, { number }, { body: "Chị thử lại giúp" }));
  expect(await unread("lan", "sent", "mine")).toBe(true);
  expect(await unread("minh", "mine", "mine")).toBe(false);
});

test("what one never opened in others' hands is not news", async () => {
  const [, , , , others] = await queueOf("minh");
  expect(others?.rows.map((row) => row.unread)).toEqual([false, false, false]);
});

test("following brings a ticket of another ward into the list", async () => {
  await as("thu", NOON, (ctx) => followTicket(ctx, t.elsewhere ?? 0));
  expect(titles(await ownOf("thu")).following).toEqual(["elsewhere"]);
});
