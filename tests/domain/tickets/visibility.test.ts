import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Ctx } from "#app/db/context.server.ts";
import { takeTicket } from "#app/domain/tickets/assignment.server.ts";
import { noteOnTicket, replyToTicket } from "#app/domain/tickets/conversation.server.ts";
import { joinTicket } from "#app/domain/tickets/followers.server.ts";
import { openTicket } from "#app/domain/tickets/opening.server.ts";
import { cancelTicket } from "#app/domain/tickets/resolution.server.ts";
import { ticketEvents } from "#app/domain/tickets/schema.server.ts";
import { listAlike } from "#app/domain/tickets/search/alike.server.ts";
import {
  BINH_HUNG_HOA,
  castOf,
  DOCUMENTS,
  idOf,
  type Name,
  seedCast,
  someTicket,
  TAN_BINH,
} from "#tests/support/cast.ts";
import { openTestDatabase } from "#tests/support/db.ts";

const world = await openTestDatabase();
const { as, open, asSystem } = castOf(world.db);
beforeAll(() => seedCast(world.db));
afterAll(() => world.close());

const NOON = "2026-11-02T12:00+07:00";
const sees = (name: Name, number: number) =>
  as(name, NOON, async (ctx) => (await ctx.db.query.tickets.findMany()).some((ticket) => ticket.number === number));

test.each<[Name, boolean]>([
  ["lan", true],
  ["mai", false],
  ["chau", true],
  ["head", true],
  ["hoa", false],
  ["minh", true],
  ["tuan", false],
  ["vy", false],
  ["thu", true],
  ["son", true],
  ["admin", false],
])("Lan's ticket of the ward's office is seen by %s: %s", async (name, expected) => {
  const { number } = await open();
  expect(await sees(name, number)).toBe(expected);
});

test("nobody reads a row without saying who they are", async () => {
  await open();
  for (const table of [
    "tickets",
    "messages",
    "ticket_events",
    "ticket_people",
    "files",
    "sessions",
    "credentials",
    "commands",
  ]) {
    expect(await world.sql`select count(*)::int as n from ${world.sql(table)}`).toEqual([{ n: 0 }]);
  }
});

test("the application's role owns nothing and cannot step around row-level security", async () => {
  const [role] = await world.sql`select rolbypassrls, rolsuper from pg_roles where rolname = current_user`;
  expect(role).toEqual({ rolbypassrls: false, rolsuper: false });
  expect(await world.sql`select 1 from pg_tables where tableowner = current_user`).toHaveLength(0);
});

test("every table is under row-level security but the two that hold no words", async () => {
  const open = await world.owner.sql`
    select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and not relrowsecurity order by 1`;
  expect(open.map((row) => row.relname)).toEqual(["rate_limits", "ticket_viewers"]);
});

test.each<[Name, boolean]>([
  ["lan", false],
  ["minh", false],
  ["son", false],
  ["thu", false],
  ["admin", true],
])("%s gives somebody a role or another name past the verbs: %s", async (name, may) => {
  const grant = as(name, NOON, (ctx) =>
    ctx.db.execute(
      sql`insert into grants (person_id, role, site_id, valid_from) values (${idOf(name)}, 'manager', 1, '2030-01-01')`,
    ),
  );
  if (may) await grant;
  else await expect(grant).rejects.toMatchObject({ cause: { code: "42501" } });
  const renamed = await as(name, NOON, (ctx) =>
    ctx.db.execute(sql`update people set position = 'x' where id = ${idOf("hoa")} returning id`),
  );
  expect(renamed).toHaveLength(may ? 1 : 0);
});

test("Lan reads replies, never notes, and no trace of one among the events", async () => {
  const { number } = await open();
  await as("minh", NOON, (ctx) => noteOnTicket(ctx, { number }, { body: "Bà này hay gọi" }));
  await as("minh", NOON, (ctx) => replyToTicket(ctx, { number }, { body: "Đang xem ạ" }));
  const read = (name: Name) =>
    as(name, NOON, async (ctx) => ({
      bodies: (await ctx.db.query.messages.findMany()).filter((m) => m.ticketNumber === number).map((m) => m.body),
      types: (await ctx.db.select({ type: ticketEvents.type, n: ticketEvents.ticketNumber }).from(ticketEvents))
        .filter((event) => event.n === number)
        .map((event) => event.type),
    }));
  expect(await read("lan")).toEqual({ bodies: ["Đang xem ạ"], types: ["ticket.opened", "ticket.replied"] });
  expect((await read("son")).bodies).toEqual(["Bà này hay gọi", "Đang xem ạ"]);
  await expect(as("lan", NOON, (ctx) => noteOnTicket(ctx, { number }, { body: "?" }))).rejects.toMatchObject({
    reason: "support_only",
  });
});

test("Hoa of another ward can neither take, answer, join nor find Lan's ticket", async () => {
  const { number } = await open();
  const refused = { refusal: "not_found" };
  await expect(as("hoa", NOON, (ctx) => replyToTicket(ctx, { number }, { body: "hi" }))).rejects.toMatchObject(refused);
  await expect(as("tuan", NOON, (ctx) => takeTicket(ctx, { number }))).rejects.toMatchObject(refused);
  await expect(as("hoa", NOON, (ctx) => joinTicket(ctx, { number, peopleWaiting: 1 }))).rejects.toMatchObject(refused);
  const alike = await as("hoa", NOON, (ctx) => listAlike(ctx, { wardId: TAN_BINH, systemId: DOCUMENTS, words: "" }));
  expect(alike).toEqual([]);
});

test("Hoa cannot file for Tân Bình, not even past the verb", async () => {
  await expect(as("hoa", NOON, (ctx) => openTicket(ctx, someTicket))).rejects.toMatchObject({ refusal: "forbidden" });
  const smuggled = as("hoa", NOON, (ctx) =>
    ctx.db.execute(sql`
      insert into tickets (site_id, reporter_id, filed_by_id, kind, system_id, title, impact, urgency, priority, occurred_at,
        written_at, received_at, updated_at)
      values (${TAN_BINH}, ${idOf("hoa")}, ${idOf("hoa")}, 'other', ${DOCUMENTS}, 'x', 'one_person', 'now', 'p1', now(), now(), now(), now())`),
  );
  await expect(smuggled).rejects.toMatchObject({ cause: { code: "42501" } });
});

test("Mai finds that Lan already reported it, joins in one tap, and reads it from then on", async () => {
  const { number } = await open("lan", "2026-11-02T08:05+07:00", { title: "Phần mềm văn bản mất nút Phát hành" });
  const alike = await as("mai", NOON, (ctx) =>
    listAlike(ctx, { wardId: TAN_BINH, systemId: DOCUMENTS, words: "mat nut phat hanh" }),
  );
  expect(alike[0]).toMatchObject({ number, affected: 0 });
  await as("mai", NOON, (ctx) => joinTicket(ctx, { number, peopleWaiting: 7 }));
  await as("mai", NOON, (ctx) => joinTicket(ctx, { number, peopleWaiting: 9 }));
  expect(await sees("mai", number)).toBe(true);
  const people = await asSystem((ctx) => ctx.db.query.ticketPeople.findMany());
  expect(people.filter((row) => row.ticketNumber === number)).toMatchObject([
    { personId: idOf("mai"), relation: "affected", peopleWaiting: 9 },
  ]);
});

test("what is no longer open cannot be joined by its number: the ward's past stays with those it concerns", async () => {
  const { number } = await open();
  await as("lan", NOON, (ctx) => cancelTicket(ctx, { number }, { reason: "Gửi nhầm" }));
  const joined = as("mai", NOON, (ctx) => joinTicket(ctx, { number, peopleWaiting: 1 }));
  await expect(joined).rejects.toMatchObject({ refusal: "not_found" });
  const past = (ctx: Ctx) =>
    ctx.db.execute(sql`insert into ticket_people values (${number}, ${idOf("mai")}, 'follower', 0, now())`);
  await expect(as("mai", NOON, past)).rejects.toMatchObject({ cause: { code: "42501" } });
  expect(await sees("mai", number)).toBe(false);
});

test("an engineer of two wards reads both, and nothing of a grant that ended", async () => {
  const { number } = await open("hoa", NOON, { siteId: BINH_HUNG_HOA });
  expect(await sees("minh", number)).toBe(false);
  await asSystem((ctx) =>
    ctx.db.execute(sql`insert into grants (person_id, role, site_id, valid_from, valid_until)
      values (${idOf("minh")}, 'engineer', ${BINH_HUNG_HOA}, '2026-10-01', '2026-11-30')`),
  );
  expect(await sees("minh", number)).toBe(true);
  const later = await as("minh", "2026-12-01T08:00+07:00", async (ctx) => ctx.db.query.tickets.findMany());
  expect(later.some((ticket) => ticket.number === number)).toBe(false);
});

test("history is append-only, even for the owner of the tables", async () => {
  await open();
  await expect(world.owner.sql`update ticket_events set type = 'x'`).rejects.toThrow(/append-only/);
  await expect(world.owner.sql`delete from ticket_events`).rejects.toThrow(/append-only/);
});
