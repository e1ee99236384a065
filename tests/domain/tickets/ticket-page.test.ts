import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { refusalOf, TICKET_ACTIONS } from "#app/domain/policy/tickets.ts";
import { assignTicket, releaseTicket, takeTicket } from "#app/domain/tickets/assignment.server.ts";
import { factsOf } from "#app/domain/tickets/change.server.ts";
import { noteOnTicket, replyToTicket } from "#app/domain/tickets/conversation.server.ts";
import { holdTicket, resumeTicket } from "#app/domain/tickets/holds.server.ts";
import { linkTickets } from "#app/domain/tickets/links.server.ts";
import { cancelTicket, confirmTicket, resolveTicket } from "#app/domain/tickets/resolution.server.ts";
import { handOverTicket } from "#app/domain/tickets/second-line.server.ts";
import { getTicketPage } from "#app/domain/tickets/ticket-page.server.ts";
import { TIMELINE_LENGTH } from "#app/domain/tickets/ticket-timeline.server.ts";
import { reclassifyTicket } from "#app/domain/tickets/triage.server.ts";
import { undoLastChange } from "#app/domain/tickets/undo.server.ts";
import { castOf, DOCUMENTS_TEAM, idOf, type Name, seedCast } from "#tests/support/cast.ts";
import { openTestDatabase } from "#tests/support/db.ts";

let database: Awaited<ReturnType<typeof openTestDatabase>>;
let cast: ReturnType<typeof castOf>;
beforeAll(async () => {
  database = await openTestDatabase();
  await seedCast(database.db);
  cast = castOf(database.db);
});
afterAll(() => database.close());

const AT = "2026-11-02T09:00+07:00";
const FIXED = { code: "fixed", cause: "Chữ ký số hết hạn", done: "Đã gia hạn" } as const;
const page = (name: Name, number: number, iso = AT, before?: number) =>
  cast.as(name, iso, (ctx) => getTicketPage(ctx, number, { lang: "vi", before }));

async function ticketThatIs(status: string): Promise<number> {
  const { number } = await cast.open();
  if (status === "new") return number;
  await cast.as("minh", AT, async (ctx) => {
    if (status === "assigned") return assignTicket(ctx, { number }, idOf("khoa"));
    if (status === "with_team")
      return handOverTicket(ctx, { number }, { teamId: DOCUMENTS_TEAM, tried: "Đã thử máy khác" });
    if (status === "cancelled") return cancelTicket(ctx, { number }, { reason: "Gửi nhầm" });
    await takeTicket(ctx, { number });
    if (status === "on_hold") await holdTicket(ctx, { number }, { reason: "vendor", until: null, why: "Chờ bản vá" });
    if (status === "resolved" || status === "closed") await resolveTicket(ctx, { number }, FIXED);
  });
  if (status === "closed") await cast.as("lan", AT, (ctx) => confirmTicket(ctx, { number }));
  return number;
}

const STATES = ["new", "assigned", "in_progress", "on_hold", "with_team", "resolved", "closed", "cancelled"];

describe.each(STATES)("a ticket that is %s", (state) => {
  test("offers each person exactly what policy allows, and says why not the rest", async () => {
    const number = await ticketThatIs(state);
    const ticket = await cast.reload(number);
    for (const name of ["lan", "head", "minh", "khoa", "thu", "son"] as const) {
      const { offered, refused, primary } = await page(name, number);
      const actor = await cast.actorOf(name, new Date(AT));
      const allowed = TICKET_ACTIONS.filter(
        (action) => refusalOf(actor, action, factsOf(ticket, new Date(AT))) === null,
      );
      expect(offered, name).toEqual(allowed);
      for (const { action, reason } of refused) {
        expect(reason).toBe(refusalOf(actor, action, factsOf(ticket, new Date(AT))));
        expect(reason).not.toBe("support_only");
      }
      if (primary !== null) expect(offered, name).toContain(primary);
    }
  });
});

test.each([
  ["new", "minh", "take"],
  ["new", "lan", "reply"],
  ["assigned", "khoa", "take"],
  ["assigned", "minh", "reply"],
  ["in_progress", "minh", "resolve"],
  ["in_progress", "khoa", "reply"],
  ["in_progress", "son", "reply"],
  ["on_hold", "minh", "resume"],
  ["with_team", "vy", "take"],
  ["resolved", "lan", "confirm"],
  ["resolved", "minh", "reply"],
  ["closed", "lan", "reopen"],
  ["closed", "minh", null],
  ["cancelled", "minh", null],
] as const)("when it is %s, the next thing for %s is %s", async (state, name, action) => {
  expect((await page(name, await ticketThatIs(state))).primary).toBe(action);
});

test("after fourteen days the reporter is led to a new ticket instead", async () => {
  const number = await ticketThatIs("closed");
  const late = await page("lan", number, "2026-11-17T10:00+07:00");
  expect(late.primary).toBe("follow_up");
  expect(late.offered).not.toContain("reopen");
  expect(late.refused).toContainEqual({ action: "reopen", reason: "closed_too_long" });
});

test("the reporter reads the conversation without its internal notes", async () => {
  const number = await ticketThatIs("with_team");
  await cast.as("vy", AT, (ctx) => noteOnTicket(ctx, { number }, { body: "Lỗi ở máy chủ ký số" }));
  await cast.as("vy", AT, (ctx) => replyToTicket(ctx, { number }, { body: "Đang kiểm tra máy chủ" }));
  const mine = await page("lan", number);
  expect(mine.events.map(({ event }) => event.type)).toEqual(["ticket.opened", "ticket.handed_over", "ticket.replied"]);
  expect(JSON.stringify(mine)).not.toContain("Đã thử máy khác");
  expect(JSON.stringify(mine)).not.toContain("ký số");
  const theirs = await page("minh", number);
  expect(theirs.events.flatMap(({ message }) => (message?.internal ? [message.body] : []))).toEqual([
    "Đã thử máy khác",
    "Lỗi ở máy chủ ký số",
  ]);
  expect(theirs.followers.map(({ id }) => id)).toContain(idOf("minh"));
});

test("a ticket of another ward is not there, exactly as one that never was", async () => {
  const { number } = await cast.open();
  for (const missing of [number, 999_999]) {
    await expect(page("hoa", missing)).rejects.toMatchObject({ refusal: "not_found", reason: "ticket" });
  }
});

test("a linked ticket of another ward is only a number", async () => {
  const { number } = await cast.open();
  const there = await cast.open("hoa", AT, { siteId: 3, title: "Chuyện của phường khác" });
  await cast.as("thu", AT, (ctx) => linkTickets(ctx, { number, to: there.number, kind: "related" }));
  expect((await page("minh", number)).links).toMatchObject([{ number: there.number, title: null, status: null }]);
  expect((await page("thu", number)).links).toMatchObject([{ number: there.number, title: "Chuyện của phường khác" }]);
});

test("opening it marks it read, unless a browser only fetched ahead", async () => {
  const { number, lastEventId } = await cast.open();
  const read = () =>
    cast.as("minh", AT, async (ctx) => {
      const rows = await ctx.db.query.ticketReads.findMany();
      return rows.find((row) => row.ticketNumber === number)?.eventId;
    });
  await cast.as("minh", AT, (ctx) => getTicketPage(ctx, number, { lang: "vi", quietly: true }));
  expect(await read()).toBeUndefined();
  await page("minh", number);
  expect(await read()).toBe(lastEventId);
});

test("a hundred events take no more queries than one, and two hundred are a page", async () => {
  const { number } = await cast.open();
  const countQueries = () =>
    cast.as("minh", AT, async (ctx) => {
      let queries = 0;
      const session = (ctx.db as unknown as { session: { prepareQuery: (...given: unknown[]) => unknown } }).session;
      const prepare = session.prepareQuery.bind(session);
      session.prepareQuery = (...given) => {
        queries++;
        return prepare(...given);
      };
      await getTicketPage(ctx, number, { lang: "vi" });
      return queries;
    });
  await cast.as("minh", AT, async (ctx) => {
    for (let turn = 0; turn < 50; turn++) {
      await reclassifyTicket(ctx, { number }, { peopleWaiting: turn + 1, systemId: (turn % 2) + 1, reason: "Đếm lại" });
      await replyToTicket(ctx, { number }, { body: `Lần ${turn}` });
    }
  });
  const queries = await countQueries();
  expect(queries).toBeGreaterThan(4);
  // One of them for its clocks.
  expect(queries).toBeLessThanOrEqual(14);

  await cast.as("minh", AT, async (ctx) => {
    for (let turn = 0; turn < 110; turn++) await replyToTicket(ctx, { number }, { body: `Thêm ${turn}` });
  });
  const newest = await page("minh", number);
  expect(newest.events).toHaveLength(TIMELINE_LENGTH);
  const older = await page("minh", number, AT, newest.older ?? undefined);
  expect(older.older).toBeNull();
  expect(older.events.length + newest.events.length).toBe(211);
  expect(older.events[0]?.event.type).toBe("ticket.opened");
});

describe("taking back one's own last change", () => {
  const undo = (name: Name, number: number, iso = AT) => cast.as(name, iso, (ctx) => undoLastChange(ctx, { number }));

  test("gives a taken ticket back, and a released one to whoever had it", async () => {
    const number = await ticketThatIs("in_progress");
    expect((await page("minh", number)).undo).toBe("take");
    await cast.as("minh", AT, (ctx) => releaseTicket(ctx, { number }));
    expect((await page("minh", number)).undo).toBe("release");
    await undo("minh", number);
    expect(await cast.reload(number)).toMatchObject({ status: "in_progress", assigneeId: idOf("minh") });
    await undo("minh", number);
    expect(await cast.reload(number)).toMatchObject({ status: "new", assigneeId: null });
  });

  test("holds a resumed ticket again for the same reason, and restores what was reclassified", async () => {
    const number = await ticketThatIs("on_hold");
    await cast.as("minh", AT, (ctx) => resumeTicket(ctx, { number }));
    await undo("minh", number);
    expect(await cast.reload(number)).toMatchObject({ status: "on_hold", holdReason: "vendor" });
    const before = await cast.reload(number);
    await cast.as("minh", AT, (ctx) =>
      reclassifyTicket(ctx, { number }, { impact: "whole_ward", kind: "network", reason: "Cả nhà" }),
    );
    await undo("minh", number);
    const { kind, impact, priority } = before;
    expect(await cast.reload(number)).toMatchObject({ kind, impact, priority });
  });

  test("is refused to others, and after ten minutes", async () => {
    const number = await ticketThatIs("in_progress");
    expect((await page("khoa", number)).undo).toBeNull();
    await expect(undo("khoa", number)).rejects.toMatchObject({ reason: "nothing_to_undo" });
    await expect(undo("minh", number, "2026-11-02T09:11+07:00")).rejects.toMatchObject({ reason: "nothing_to_undo" });
  });
});
