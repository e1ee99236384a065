import { randomUUID } from "node:crypto";
import { asc, eq, inArray } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { assignTicket, takeTicket } from "#app/domain/tickets/assignment.server.ts";
import { markDuplicate, unmarkDuplicate } from "#app/domain/tickets/duplicates.server.ts";
import { followTicket, joinTicket, unfollowTicket } from "#app/domain/tickets/followers.server.ts";
import { holdTicket } from "#app/domain/tickets/holds.server.ts";
import { ticketPeople, tickets } from "#app/domain/tickets/schema.server.ts";
import { getTicketPage } from "#app/domain/tickets/ticket-page.server.ts";
import { moveTicket } from "#app/domain/tickets/triage.server.ts";
import { undoLastChange } from "#app/domain/tickets/undo.server.ts";
import { BINH_HUNG_HOA, castOf, idOf, type Name, seedCast } from "#tests/support/cast.ts";
import { openTestDatabase } from "#tests/support/db.ts";

const world = await openTestDatabase({ max: 20 });
const { as, asSystem, open, reload, events } = castOf(world.db);
beforeAll(() => seedCast(world.db));
afterAll(() => world.close());

const NOON = "2026-11-02T12:00+07:00";
const SOON = "2026-11-02T12:05+07:00";
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

describe("at once", () => {
  test("two who mark each other leave one", async () => {
    const results = await Promise.allSettled([mark(second, first, "minh"), mark(first, second, "khoa")]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const states = [await reload(first), await reload(second)];
    expect(states.filter(({ status }) => status === "cancelled")).toHaveLength(1);
  });

  test("ten presses of one button are one mark, ten engineers leave one mark", async () => {
    const commandId = randomUUID();
    const press = () => as("minh", NOON, (ctx) => markDuplicate(ctx, { number: second, version: 1, commandId }, first));
    const answers = await Promise.all(Array.from({ length: 10 }, press));
    expect(new Set(answers.map(({ eventId }) => eventId)).size).toBe(1);
    const third = await open("head");
    const both = await Promise.allSettled(
      Array.from({ length: 10 }, (_, i) =>
        as(i % 2 ? "minh" : "khoa", NOON, (ctx) => markDuplicate(ctx, { number: third.number, version: 1 }, first)),
      ),
    );
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await typesOf(first)).filter((type) => type === "ticket.duplicate_found")).toHaveLength(2);
  });

  test("on a stale page it is told what changed", async () => {
    await as("khoa", NOON, (ctx) => takeTicket(ctx, { number: second }));
    await expect(
      as("minh", NOON, (ctx) => markDuplicate(ctx, { number: second, version: 1 }, first)),
    ).rejects.toMatchObject({ reason: "ticket_changed", detail: { since: 1, version: 2 } });
  });
});

describe("taken back", () => {
  test("status, hold and assignee come back, and whom it brought leaves; who was there or came by themselves stays", async () => {
    await as("minh", NOON, (ctx) => assignTicket(ctx, { number: second }, idOf("khoa")));
    await as("khoa", NOON, (ctx) =>
      holdTicket(ctx, { number: second }, { reason: "vendor", until: null, why: "Chờ bản vá" }),
    );
    await as("mai", NOON, (ctx) => joinTicket(ctx, { number: first, peopleWaiting: 1 }));
    await as("chau", NOON, (ctx) => followTicket(ctx, second));
    const before = await reload(second);
    await mark(second, first);
    await as("chau", NOON, (ctx) => joinTicket(ctx, { number: first, peopleWaiting: 1 }));
    await as("minh", SOON, (ctx) => undoLastChange(ctx, { number: second }));
    const { status, holdReason, assigneeId, firstResponseAt } = before;
    expect(await reload(second)).toMatchObject({ status, holdReason, assigneeId, firstResponseAt, duplicateOf: null });
    expect(await peopleOf(first)).toEqual({ [idOf("mai")]: ["affected", 1], [idOf("chau")]: ["affected", 1] });
    expect((await typesOf(first)).at(-1)).toBe("ticket.duplicate_dropped");
  });

  test("from the original's page too, by another engineer, and long after", async () => {
    await mark(second, first);
    expect((await page("minh", first)).undo).toBe("mark_duplicate");
    expect((await page("khoa", first)).undo).toBeNull();
    const commandId = randomUUID();
    const press = () => as("minh", SOON, (ctx) => undoLastChange(ctx, { number: first, commandId }));
    const answers = await Promise.all([press(), press(), press()]);
    expect(new Set(answers.map(({ eventId }) => eventId)).size).toBe(1);
    expect(answers[0]).toMatchObject({ number: first });
    await mark(second, first);
    await as("khoa", "2026-12-02T12:00+07:00", (ctx) => unmarkDuplicate(ctx, { number: second }));
    expect((await reload(second)).status).toBe("new");
    await expect(unmark(second)).rejects.toMatchObject({ reason: "not_duplicate" });
  });

  test("whoever left the original in the meantime is not brought back by the next one", async () => {
    await mark(second, first);
    await as("mai", NOON, (ctx) => unfollowTicket(ctx, first));
    await mark((await open("head")).number, first);
    expect(Object.keys(await peopleOf(first)).map(Number)).toEqual([idOf("head")]);
    await unmark(second);
    expect(Object.keys(await peopleOf(first)).map(Number)).toEqual([idOf("head")]);
  });

  test("when the original has gone to another ward, only the duty desk can", async () => {
    await mark(second, first);
    await as("minh", NOON, (ctx) => moveTicket(ctx, { number: first }, { toSiteId: BINH_HUNG_HOA, reason: "Nhầm" }));
    await as("minh", NOON, (ctx) => unfollowTicket(ctx, first));
    await expect(unmark(second, "khoa")).rejects.toMatchObject({ reason: "original_out_of_reach" });
    await unmark(second, "thu");
    expect((await reload(second)).status).toBe("new");
  });
});

describe("whatever was before", () => {
  /** Everything but what counts changes. */
  const worldOf = (numbers: number[]) =>
    asSystem(async ({ db }) => {
      const rows = await db.select().from(tickets).where(inArray(tickets.number, numbers)).orderBy(asc(tickets.number));
      const people = await db
        .select()
        .from(ticketPeople)
        .where(inArray(ticketPeople.ticketNumber, numbers))
        .orderBy(asc(ticketPeople.ticketNumber), asc(ticketPeople.personId));
      const facts = rows.map(({ version: _, lastEventId: __, updatedAt: ___, ...row }) => row);
      return { facts, people: people.map(({ since: _, ...row }) => row) };
    });
  const four = fc.nat({ max: 3 });
  const act = fc.oneof(
    fc.record({ do: fc.constant("mark" as const), at: four, of: four }),
    fc.record({ do: fc.constant("unmark" as const), at: four, of: four }),
    fc.record({ do: fc.constant("join" as const), at: four, of: four }),
    fc.record({ do: fc.constant("leave" as const), at: four, of: four }),
    fc.record({ do: fc.constant("follow" as const), at: four, of: four }),
    fc.record({ do: fc.constant("take" as const), at: four, of: four }),
  );
  const JOINED_WHERE_BROUGHT = [
    { do: "mark" as const, at: 1, of: 2 },
    { do: "join" as const, at: 2, of: 1 },
  ];
  const FOLLOWED_ONCE_MARKED = [
    { do: "mark" as const, at: 1, of: 2 },
    { do: "follow" as const, at: 1, of: 0 },
  ];
  const JOINERS: readonly Name[] = ["lan", "mai", "head", "chau"];

  test("marked and taken back, the world is as it was", { timeout: 90_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 10 }), four, four, async (before, at, of) => {
        const numbers: number[] = [];
        for (const name of ["lan", "mai", "head", "lan"] as const)
          numbers.push((await open(name, undefined, { peopleWaiting: numbers.length })).number);
        const numberAt = (place: number) => numbers[place] ?? 0;
        for (const one of before) await perform(one.do, numberAt(one.at), numberAt(one.of), JOINERS[one.of] ?? "lan");
        const was = await worldOf(numbers);
        const marked = await mark(numberAt(at), numberAt(of)).catch(() => null);
        if (marked) await unmark(numberAt(at));
        expect(await worldOf(numbers)).toEqual(was);
      }),
      {
        numRuns: 25,
        examples: [
          [JOINED_WHERE_BROUGHT, 0, 1],
          [FOLLOWED_ONCE_MARKED, 2, 0],
        ],
      },
    );
  });

  async function perform(what: string, number: number, other: number, who: Name): Promise<void> {
    const done =
      what === "mark"
        ? mark(number, other)
        : what === "unmark"
          ? unmark(number)
          : what === "join"
            ? as(who, NOON, (ctx) => joinTicket(ctx, { number, peopleWaiting: 3 }))
            : what === "leave"
              ? as(who, NOON, (ctx) => unfollowTicket(ctx, number))
              : what === "take"
                ? as("khoa", NOON, (ctx) => takeTicket(ctx, { number }))
                : as("minh", NOON, (ctx) => followTicket(ctx, number));
    // Refused is fine: nothing happened then.
    await Promise.resolve(done).catch(() => null);
  }
});
