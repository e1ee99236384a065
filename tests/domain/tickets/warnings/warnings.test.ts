import { and, asc, eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { inContext } from "#app/db/context.server.ts";
import { writeSetting } from "#app/domain/directory/settings.server.ts";
import { notifications } from "#app/domain/notifications/schema.server.ts";
import { SYSTEM } from "#app/domain/policy/actor.ts";
import { assignTicket, takeTicket } from "#app/domain/tickets/assignment.server.ts";
import { clockSteps, clocks } from "#app/domain/tickets/clocks/clocks-schema.server.ts";
import { recomputeBatch } from "#app/domain/tickets/clocks/recompute-run.server.ts";
import { replyToTicket } from "#app/domain/tickets/conversation.server.ts";
import { holdTicket, resumeTicket } from "#app/domain/tickets/holds.server.ts";
import { ticketEvents } from "#app/domain/tickets/schema.server.ts";
import { listTimeline } from "#app/domain/tickets/ticket-timeline.server.ts";
import { reclassifyTicket } from "#app/domain/tickets/triage.server.ts";
import { readKeptLadder } from "#app/domain/tickets/warnings/ladder.server.ts";
import { changeLadder } from "#app/domain/tickets/warnings/ladder-changes.server.ts";
import { warnOfDueClocks } from "#app/domain/tickets/warnings/warnings.server.ts";
import { castOf, idOf, type Name, seedCast } from "#tests/support/cast.ts";
import { openTestDatabase } from "#tests/support/db.ts";

const world = await openTestDatabase();
const { as, asSystem, open } = castOf(world.db);
beforeAll(() => seedCast(world.db));
// Each test warns of its own tickets only.
afterEach(() => world.owner.sql`update clocks set next_step_at = null`);
afterAll(() => world.close());

const at = (iso: string) => new Date(`${iso}:00+07:00`);
const warnAt = (iso: string) => warnOfDueClocks(world.db, at(iso));

const warnings = async (number: number) => {
  const rows = await asSystem((ctx) =>
    ctx.db
      .select({ data: ticketEvents.data, internal: ticketEvents.internal })
      .from(ticketEvents)
      .where(and(eq(ticketEvents.ticketNumber, number), eq(ticketEvents.type, "ticket.warned")))
      .orderBy(asc(ticketEvents.id)),
  );
  expect(rows.every(({ internal }) => internal)).toBe(true);
  return rows.map(({ data }) => `${data.target} ${data.percent}`);
};
const toldOf = async (number: number): Promise<string[]> => {
  const rows = await asSystem((ctx) =>
    ctx.db
      .select({ personId: notifications.personId, mail: notifications.mail, type: ticketEvents.type })
      .from(notifications)
      .innerJoin(ticketEvents, eq(ticketEvents.id, notifications.eventId))
      .where(and(eq(notifications.ticketNumber, number), eq(ticketEvents.type, "ticket.warned")))
      .orderBy(asc(notifications.id)),
  );
  return rows.map(({ personId, mail }) => `${personId} ${mail}`);
};
const to = (...names: Name[]) => names.map((name) => `${idOf(name)} now`);

/** Lan's P3 of Monday 08:00: answered 08:30, so that only the resolution clock, due 17:00, still runs. */
async function answered(on = "2026-11-02") {
  const { number } = await open("lan", `${on}T08:00+07:00`);
  await as("minh", `${on}T08:30+07:00`, (ctx) => takeTicket(ctx, { number }));
  return number;
}

describe("a resolution due on Tuesday at 08:00", () => {
  test("the assignee hears of it at three quarters, once, however often the job runs", async () => {
    const number = await answered();
    expect(await warnAt("2026-11-02T15:29")).toBe(0);
    expect(await warnings(number)).toEqual([]);
    expect(await warnAt("2026-11-02T15:30")).toBe(1);
    expect(await warnAt("2026-11-02T15:30")).toBe(0);
    expect(await warnAt("2026-11-02T15:31")).toBe(0);
    expect(await warnings(number)).toEqual(["resolution 75"]);
    expect(await toldOf(number)).toEqual(to("minh"));

    expect(await warnAt("2026-11-02T23:00")).toBe(0);
    expect(await warnAt("2026-11-03T08:00")).toBe(1);
    expect(await toldOf(number)).toEqual([...to("minh"), ...to("minh", "khoa")]);
    expect(await warnAt("2026-11-03T10:00")).toBe(1);
    expect(await warnings(number)).toEqual(["resolution 75", "resolution 100", "resolution 125"]);
    expect((await toldOf(number)).slice(3)).toEqual(to("minh", "khoa", "thu"));
    expect(await warnAt("2026-11-30T10:00")).toBe(0);
  });

  test("those who work on it read the warning in the history, the reporter does not", async () => {
    const number = await answered();
    await warnAt("2026-11-02T15:30");
    const read = (name: Name, notes: boolean) =>
      as(name, "2026-11-02T16:00+07:00", async (ctx) => {
        const { events } = await listTimeline(ctx, number, { notes });
        return events.some(({ event }) => event.type === "ticket.warned");
      });
    expect([await read("minh", true), await read("lan", false), await read("lan", true)]).toEqual([true, false, false]);
  });

  test("two workers at the same moment warn once", async () => {
    const numbers = [await answered(), await answered(), await answered()];
    const done = await Promise.all([1, 2, 3].map(() => warnAt("2026-11-02T15:30")));
    expect(done.reduce((sum, n) => sum + n)).toBe(3);
    for (const number of numbers) expect(await warnings(number)).toEqual(["resolution 75"]);
  });

  test("a worker that dies before its transaction ends has told nobody; the next one does", async () => {
    const number = await answered();
    await world.owner.sql`create function stumble() returns trigger language plpgsql as
      $$ begin raise exception 'the power went'; end $$`;
    await world.owner.sql`create trigger stumble before insert on clock_steps for each row execute function stumble()`;
    expect(await warnAt("2026-11-02T15:30")).toBe(0);
    expect([await warnings(number), await toldOf(number)]).toEqual([[], []]);
    await world.owner.sql`drop trigger stumble on clock_steps`;
    expect(await warnAt("2026-11-02T15:31")).toBe(1);
    expect(await warnings(number)).toEqual(["resolution 75"]);
  });

  test("workers away over two steps: one warning, to all whom both name, and the missed step is not made up for", async () => {
    const number = await answered();
    expect(await warnAt("2026-11-03T08:30")).toBe(1);
    expect(await warnings(number)).toEqual(["resolution 100"]);
    expect(await toldOf(number)).toEqual(to("minh", "khoa"));
    const steps = await asSystem((ctx) =>
      ctx.db.select().from(clockSteps).where(eq(clockSteps.ticketNumber, number)).orderBy(asc(clockSteps.percent)),
    );
    expect(steps.map(({ percent }) => percent)).toEqual([75, 100]);
  });

  test("workers away until the evening: it is told when the office opens again", async () => {
    const number = await answered("2026-11-06");
    expect(await warnAt("2026-11-06T18:00")).toBe(0);
    expect(await warnAt("2026-11-07T10:00")).toBe(0);
    expect(await warnings(number)).toEqual([]);
    const [, clock] = await asSystem((ctx) =>
      ctx.db.select().from(clocks).where(eq(clocks.ticketNumber, number)).orderBy(asc(clocks.target)),
    );
    expect(clock?.nextStepAt).toEqual(at("2026-11-09T07:30"));
    expect(await warnAt("2026-11-09T07:30")).toBe(1);
  });
});

describe("what is not late is not warned of", () => {
  test("over Tết nobody is told, and three quarters come on the first day after", async () => {
    const { number } = await open("lan", "2027-02-03T15:30+07:00");
    await as("minh", "2027-02-03T15:40+07:00", (ctx) => takeTicket(ctx, { number }));
    for (const day of ["04", "05", "06", "07", "08", "09", "10"]) expect(await warnAt(`2027-02-${day}T10:00`)).toBe(0);
    expect(await warnAt("2027-02-11T13:29")).toBe(0);
    expect(await warnAt("2027-02-11T13:30")).toBe(1);
    expect(await warnings(number)).toEqual(["resolution 75"]);
  });

  test("what is on hold for the reporter, what was answered", async () => {
    const number = await answered();
    await as("minh", "2026-11-02T09:00+07:00", (ctx) =>
      holdTicket(ctx, { number }, { reason: "reporter", until: null, why: "Chờ ảnh chụp" }),
    );
    expect(await warnAt("2026-11-05T16:00")).toBe(0);
    await as("minh", "2026-11-09T08:00+07:00", (ctx) => resumeTicket(ctx, { number }));
    expect(await warnAt("2026-11-09T13:59")).toBe(0);
    expect(await warnAt("2026-11-09T14:30")).toBe(1);
    expect(await warnings(number)).toEqual(["resolution 75"]);
  });
});

describe("a promise that changes", () => {
  test("became a P2 and so is late already: a warning of its own; back to P3, what was told is not told again", async () => {
    const number = await answered();
    await warnAt("2026-11-02T15:30");
    await as("minh", "2026-11-02T15:40+07:00", (ctx) =>
      reclassifyTicket(ctx, { number }, { priority: "p2", reason: "Nhiều người chờ" }),
    );
    expect(await warnAt("2026-11-02T15:41")).toBe(1);
    expect(await warnings(number)).toEqual(["resolution 75", "resolution 125"]);
    await as("minh", "2026-11-02T15:50+07:00", (ctx) =>
      reclassifyTicket(ctx, { number }, { priority: "p3", reason: "Bấm nhầm" }),
    );
    expect(await warnAt("2026-11-02T15:51")).toBe(0);
  });
});

test("a ladder edited while they run: the next step is counted anew, and what was told is not told again", async () => {
  const [told, fresh] = [await answered(), await answered("2026-11-03")];
  await warnAt("2026-11-02T15:30");
  const edit = (percents: number[]) =>
    as("admin", "2026-11-03T08:30+07:00", async (ctx) => {
      const { version } = await readKeptLadder(ctx);
      const steps = percents.map((percent) => ({ percent, whom: ["assignee"] as const }));
      await changeLadder(ctx, { seen: version, steps, why: "Thử" });
    });
  await edit([50, 70, 300]);
  const seen = new Map();
  while ((await recomputeBatch(world.db, at("2026-11-03T08:31"), seen)) !== "idle");
  await warnAt("2026-11-03T13:29");
  expect([await warnings(told), await warnings(fresh)]).toEqual([["resolution 75"], []]);
  await warnAt("2026-11-03T13:30");
  await warnAt("2026-11-03T13:31");
  expect([await warnings(told), await warnings(fresh)]).toEqual([["resolution 75"], ["resolution 50"]]);
  await world.owner.sql`delete from settings where key = 'escalation_ladder'`;
});

describe("nobody is skipped", () => {
  test("unanswered and unassigned: the ward's engineers, and one letter for both of its clocks", async () => {
    const { number } = await open("lan", "2026-11-02T08:00+07:00");
    expect(await warnAt("2026-11-02T09:30")).toBe(1);
    expect(await toldOf(number)).toEqual(to("minh", "khoa"));
  });
  test("where no engineer is stationed, the duty desk", async () => {
    const { number } = await open("hoa", "2026-11-02T08:00+07:00", { siteId: 3 });
    await world.owner.sql`update grants set valid_until = '2026-01-01' where person_id = ${idOf("tuan")}`;
    expect(await warnAt("2026-11-02T09:30")).toBe(1);
    expect(await toldOf(number)).toEqual(to("thu"));
    await world.owner.sql`update grants set valid_until = null where person_id = ${idOf("tuan")}`;
  });
  test("an assignee whose account is locked: those beside them", async () => {
    const { number } = await open("lan", "2026-11-02T08:00+07:00");
    await as("minh", "2026-11-02T08:10+07:00", (ctx) => assignTicket(ctx, { number }, idOf("khoa")));
    await as("minh", "2026-11-02T08:11+07:00", (ctx) => replyToTicket(ctx, { number }, { body: "Khoa sẽ xem" }));
    await world.owner.sql`update people set disabled_at = now() where id = ${idOf("khoa")}`;
    expect(await warnAt("2026-11-02T15:30")).toBe(1);
    expect(await toldOf(number)).toEqual(to("minh"));
    await world.owner.sql`update people set disabled_at = null where id = ${idOf("khoa")}`;
  });
});

test("while a demo's past is being written nobody is warned of it", async () => {
  const number = await answered();
  const progress = (value: object) =>
    inContext(world.db, SYSTEM, new Date(), ({ db, now }) => writeSetting(db, "demo_progress", value, now));
  await progress({ done: 1, days: 90 });
  expect(await warnAt("2026-11-02T15:30")).toBe(0);
  await progress({ done: 90, days: 90 });
  expect(await warnAt("2026-11-02T15:31")).toBeGreaterThan(0);
  expect(await warnings(number)).toEqual(["resolution 75"]);
});
