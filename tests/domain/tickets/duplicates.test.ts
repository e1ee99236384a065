import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { takeTicket } from "#app/domain/tickets/assignment.server.ts";
import { noteOnTicket, replyToTicket } from "#app/domain/tickets/conversation.server.ts";
import { markDuplicate, unmarkDuplicate } from "#app/domain/tickets/duplicates.server.ts";
import { followTicket, joinTicket } from "#app/domain/tickets/followers.server.ts";
import { cancelTicket, confirmTicket, reopenTicket, resolveTicket } from "#app/domain/tickets/resolution.server.ts";
import { ticketPeople } from "#app/domain/tickets/schema.server.ts";
import { handBackTicket, handOverTicket } from "#app/domain/tickets/second-line.server.ts";
import { getTicketPage } from "#app/domain/tickets/ticket-page.server.ts";
import { moveTicket } from "#app/domain/tickets/triage.server.ts";
import { BINH_HUNG_HOA, castOf, DOCUMENTS_TEAM, idOf, type Name, seedCast } from "#tests/support/cast.ts";
import { openTestDatabase } from "#tests/support/db.ts";

const world = await openTestDatabase({ max: 20 });
const { as, asSystem, open, reload, events } = castOf(world.db);
beforeAll(() => seedCast(world.db));
afterAll(() => world.close());

const NOON = "2026-11-02T12:00+07:00";
const SOON = "2026-11-02T12:05+07:00";
const FIXED = { code: "fixed", cause: "Bộ nhớ đệm", done: "Đã xóa" } as const;
const mark = (number: number, of: number, who: Name = "minh") =>
  as(who, NOON, (ctx) => markDuplicate(ctx, { number }, of));
const unmark = (number: number, who: Name = "minh") => as(who, SOON, (ctx) => unmarkDuplicate(ctx, { number }));
const page = (who: Name, number: number) => as(who, SOON, (ctx) => getTicketPage(ctx, number, { lang: "vi" }));
const typesOf = async (number: number) => (await events(number)).map(({ type }) => type);
const peopleOf = (number: number) =>
  asSystem(async ({ db }) => {
    const rows = await db.select().from(ticketPeople).where(eq(ticketPeople.ticketNumber, number));
    return Object.fromEntries(rows.map((row) => [row.personId, [row.relation, row.peopleWaiting]]));
  });

let first: number;
let second: number;
beforeEach(async () => {
  first = (await open("lan", undefined, { peopleWaiting: 23 })).number;
  second = (await open("mai", undefined, { peopleWaiting: 4 })).number;
});

describe("10450 is the same as 10432", () => {
  test("it ends, says which one goes on, and its people wait there", async () => {
    await as("head", NOON, (ctx) => joinTicket(ctx, { number: second, peopleWaiting: 2 }));
    await as("chau", NOON, (ctx) => followTicket(ctx, second));
    await mark(second, first);
    expect(await reload(second)).toMatchObject({ status: "cancelled", duplicateOf: first, resolvedAt: null });
    expect(await peopleOf(first)).toEqual({
      [idOf("mai")]: ["affected", 4],
      [idOf("head")]: ["affected", 2],
      [idOf("chau")]: ["follower", 0],
    });
    expect((await events(second)).at(-1)).toMatchObject({
      type: "ticket.marked_duplicate",
      data: { of: first, through: [], was: { status: "new", holdReason: null } },
    });
    expect((await events(first)).at(-1)).toMatchObject({ type: "ticket.duplicate_found", data: { number: second } });
    expect((await page("mai", first)).ticket.number).toBe(first);
  });

  test("finding one answers nobody on the original and leaves its version alone", async () => {
    const before = await reload(first);
    await mark(second, first);
    expect(await reload(first)).toMatchObject({ version: before.version, firstResponseAt: null, status: "new" });
  });

  test("who had it follows along, who has the original stays just that", async () => {
    await as("khoa", NOON, (ctx) => takeTicket(ctx, { number: second }));
    await as("minh", NOON, (ctx) => takeTicket(ctx, { number: first }));
    await as("minh", NOON, (ctx) => followTicket(ctx, second));
    await mark(second, first);
    expect(await peopleOf(first)).toEqual({ [idOf("khoa")]: ["follower", 0], [idOf("mai")]: ["affected", 4] });
  });

  test("the same counter is not counted twice", async () => {
    await as("mai", NOON, (ctx) => joinTicket(ctx, { number: first, peopleWaiting: 9 }));
    const again = (await open("lan", undefined, { peopleWaiting: 30 })).number;
    await mark(second, first);
    await mark(again, first);
    expect(await peopleOf(first)).toEqual({ [idOf("mai")]: ["affected", 9] });
  });

  test("what was said there stays readable, and is led to from the original for those who may read it", async () => {
    await as("mai", NOON, (ctx) => replyToTicket(ctx, { number: second }, { body: "Vẫn chưa ký được" }));
    await mark(second, first);
    const hers = await page("mai", second);
    expect(hers.events.some(({ message }) => message?.body === "Vẫn chưa ký được")).toBe(true);
    expect(hers.original).toMatchObject({ number: first, title: expect.any(String) });
    expect((await page("minh", first)).duplicates.map(({ number }) => number)).toEqual([second]);
    expect((await page("lan", first)).duplicates).toEqual([]);
  });

  test("nothing is done to it any more but taking it back", async () => {
    await mark(second, first);
    const refused = (reason: string) => expect.objectContaining({ reason });
    await expect(as("mai", NOON, (ctx) => replyToTicket(ctx, { number: second }, { body: "Alô" }))).rejects.toEqual(
      refused("duplicate"),
    );
    await expect(as("mai", NOON, (ctx) => confirmTicket(ctx, { number: second }))).rejects.toEqual(
      refused("not_resolved"),
    );
    await expect(as("mai", NOON, (ctx) => reopenTicket(ctx, { number: second }, { stillFails: "x" }))).rejects.toEqual(
      refused("not_resolved"),
    );
    await expect(as("minh", NOON, (ctx) => takeTicket(ctx, { number: second }))).rejects.toEqual(refused("not_open"));
    await expect(mark(second, first)).rejects.toEqual(refused("not_open"));
    await as("minh", NOON, (ctx) => noteOnTicket(ctx, { number: second }, { body: "Đã gọi chị Mai" }));
  });
});

describe("refused in words, with nothing changed", () => {
  const refusals = async (who: Name, number: number, of: number) => {
    const before = [await typesOf(number), await peopleOf(of)];
    const reason = await mark(number, of, who).then(
      () => "done",
      (error) => `${error.refusal} ${error.reason}`,
    );
    expect([await typesOf(number), await peopleOf(of)]).toEqual(before);
    return reason;
  };

  test("itself, a missing number, another ward's, and one of two wards", async () => {
    const foreign = await open("hoa", undefined, { siteId: BINH_HUNG_HOA });
    expect(await refusals("minh", second, second)).toBe("invalid duplicate_of_itself");
    expect(await refusals("minh", second, 999_999)).toBe("invalid link_target_unknown");
    expect(await refusals("minh", second, foreign.number)).toBe("invalid link_target_unknown");
    expect(await refusals("thu", second, foreign.number)).toBe("invalid duplicate_other_ward");
  });

  test("whoever does not look after both", async () => {
    expect(await refusals("lan", second, first)).toBe("not_found ticket");
    expect(await refusals("mai", second, first)).toBe("invalid link_target_unknown");
    expect(await refusals("chau", second, first)).toBe("forbidden support_only");
    expect(await refusals("tuan", second, first)).toBe("not_found ticket");
    await as("minh", NOON, (ctx) => handOverTicket(ctx, { number: second }, { teamId: DOCUMENTS_TEAM, tried: "x" }));
    expect(await refusals("vy", second, first)).toBe("invalid link_target_unknown");
    await as("vy", NOON, (ctx) => followTicket(ctx, second));
    await as("minh", NOON, (ctx) => handOverTicket(ctx, { number: first }, { teamId: DOCUMENTS_TEAM, tried: "x" }));
    await as("vy", NOON, (ctx) => handBackTicket(ctx, { number: first }, { tried: "x" }));
    expect(await refusals("vy", second, first)).toBe("forbidden support_both");
  });

  test("an original that has ended, and a ticket that is not open", async () => {
    await as("minh", NOON, (ctx) => resolveTicket(ctx, { number: first }, FIXED));
    expect(await refusals("minh", first, second)).toBe("conflict not_open");
    await as("lan", NOON, (ctx) => confirmTicket(ctx, { number: first }));
    expect(await refusals("minh", second, first)).toBe("conflict original_ended");
    const gone = (await open()).number;
    await as("lan", NOON, (ctx) => cancelTicket(ctx, { number: gone }, { reason: "Gửi nhầm" }));
    expect(await refusals("minh", second, gone)).toBe("conflict original_ended");
  });

  test("nobody is shown a ward that is not theirs: neither a reporter from elsewhere nor a follower", async () => {
    const moved = (await open("hoa", undefined, { siteId: BINH_HUNG_HOA })).number;
    const toTanBinh = { toSiteId: 2, reason: "Nhầm phường" };
    await as("tuan", NOON, (ctx) => moveTicket(ctx, { number: moved }, toTanBinh));
    expect(await refusals("minh", moved, first)).toBe("invalid duplicate_reporter_elsewhere");
    await asSystem(({ db }) =>
      db.execute(sql`insert into ticket_people values (${second}, ${idOf("tuan")}, 'follower', 0, now())`),
    );
    await mark(second, first);
    expect(await peopleOf(first)).not.toHaveProperty(String(idOf("tuan")));
    await expect(page("tuan", first)).rejects.toMatchObject({ refusal: "not_found" });
  });
});

describe("no chains, no circles", () => {
  test("a duplicate of a duplicate lands on the one that goes on", async () => {
    const third = (await open("head")).number;
    await mark(second, first);
    expect(await mark(third, second)).toMatchObject({ of: first });
    expect(await reload(third)).toMatchObject({ duplicateOf: first, duplicateThrough: [second] });
    await expect(mark(first, third)).rejects.toMatchObject({ reason: "duplicate_of_this" });
  });

  test("what was a duplicate of it goes along, and comes back with it", async () => {
    const third = (await open("head")).number;
    await mark(third, second);
    await mark(second, first);
    expect(await reload(third)).toMatchObject({ duplicateOf: first, duplicateThrough: [second] });
    expect(Object.keys(await peopleOf(first)).map(Number)).toEqual([idOf("mai"), idOf("head")].sort((a, b) => a - b));
    await unmark(second);
    expect(await reload(third)).toMatchObject({ duplicateOf: second, duplicateThrough: [] });
    expect(await reload(second)).toMatchObject({ status: "new", duplicateOf: null, closedAt: null });
    expect(await peopleOf(first)).toEqual({});
    expect(await peopleOf(second)).toEqual({ [idOf("head")]: ["affected", 0] });
    expect(await typesOf(third)).toEqual([
      "ticket.opened",
      "ticket.marked_duplicate",
      "ticket.duplicate_redirected",
      "ticket.duplicate_redirected",
    ]);
  });

  test("the database refuses a chain, whoever writes it", async () => {
    const third = (await open("head")).number;
    await mark(second, first);
    const write = (number: number, of: number) =>
      world.owner
        .sql`update tickets set status = 'cancelled', closed_at = now(), duplicate_of = ${of} where number = ${number}`;
    await expect(write(third, second)).rejects.toMatchObject({ code: "23514" });
    await expect(write(first, third)).rejects.toMatchObject({ code: "23514" });
  });
});
