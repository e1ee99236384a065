import { setTimeout as sleep } from "node:timers/promises";
import { and, asc, eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { notifications } from "#app/domain/notifications/schema.server.ts";
import { assignTicket, takeTicket } from "#app/domain/tickets/assignment.server.ts";
import { replyToTicket } from "#app/domain/tickets/conversation.server.ts";
import { holdTicket } from "#app/domain/tickets/holds.server.ts";
import { ticketEvents } from "#app/domain/tickets/schema.server.ts";
import { reclassifyTicket } from "#app/domain/tickets/triage.server.ts";
import { callForPressing } from "#app/domain/tickets/warnings/pages.server.ts";
import { castOf, idOf, type Name, seedCast } from "#tests/support/cast.ts";
import { openTestDatabase } from "#tests/support/db.ts";

const world = await openTestDatabase();
const { as, asSystem, open } = castOf(world.db);
beforeAll(() => seedCast(world.db));
// Each test calls for its own tickets only.
afterEach(() => world.owner.sql`update tickets set priority = 'p4'`);
afterAll(() => world.close());

const callAt = (time: string, day = "2026-11-02") => callForPressing(world.db, new Date(`${day}T${time}+07:00`));
const calls = async (number: number) => {
  const rows = await asSystem((ctx) =>
    ctx.db
      .select({ type: ticketEvents.type, data: ticketEvents.data, internal: ticketEvents.internal })
      .from(ticketEvents)
      .where(and(eq(ticketEvents.ticketNumber, number), eq(ticketEvents.internal, true)))
      .orderBy(asc(ticketEvents.id)),
  );
  return rows.map(({ type, data }) => `${type.replace("ticket.", "")} ${data.minutes}`);
};
const toldOf = async (number: number, type: string) => {
  const rows = await asSystem((ctx) =>
    ctx.db
      .select({ personId: notifications.personId, mail: notifications.mail, inPage: notifications.inPage })
      .from(notifications)
      .innerJoin(ticketEvents, eq(ticketEvents.id, notifications.eventId))
      .where(and(eq(notifications.ticketNumber, number), eq(ticketEvents.type, type)))
      .orderBy(asc(notifications.eventId), asc(notifications.personId)),
  );
  return rows.map(({ personId, mail, inPage }) => `${personId} ${mail} ${inPage ? "bell" : ""}`);
};
const to = (...names: Name[]) => names.map((name) => `${idOf(name)} now bell`);

/** The counter stands still since 08:00. */
const openP1 = (iso = "2026-11-02T08:00+07:00") =>
  open("lan", iso, { impact: "counter_stopped", urgency: "now", peopleWaiting: 23 });

describe("a P1 that nobody takes", () => {
  test("calls at once, and again every ten minutes until somebody takes it", async () => {
    const { number, priority } = await openP1();
    expect(priority).toBe("p1");
    expect(await toldOf(number, "ticket.opened")).toEqual(expect.arrayContaining(to("minh", "khoa", "thu")));
    for (const time of ["08:01:00", "08:09:59"]) expect(await callAt(time)).toBe(0);
    expect(await callAt("08:10:02")).toBe(1);
    expect(await callAt("08:11:02")).toBe(0);
    expect(await callAt("08:20:01")).toBe(1);
    expect(await calls(number)).toEqual(["paged 10", "paged 20"]);
    expect(await toldOf(number, "ticket.paged")).toEqual([...to("minh", "khoa", "thu"), ...to("minh", "khoa", "thu")]);

    await as("minh", "2026-11-02T08:25+07:00", (ctx) => takeTicket(ctx, { number }));
    expect(await callAt("08:30:02")).toBe(0);
  });

  test("in the night and on Sunday too; what was missed while no worker ran is not made up for", async () => {
    const { number } = await openP1("2026-11-07T22:00+07:00");
    expect(await callAt("03:05:00", "2026-11-08")).toBe(1);
    expect(await callAt("03:06:00", "2026-11-08")).toBe(0);
    expect(await callAt("03:10:00", "2026-11-08")).toBe(1);
    expect(await calls(number)).toEqual(["paged 300", "paged 310"]);
  });

  test("by every way there is, whatever they chose", async () => {
    for (const topic of ["arrived", "assigned"])
      await world.owner.sql`insert into notification_choices values (${idOf("minh")}, ${topic}, false, 'no')`;
    const { number } = await openP1();
    await callAt("08:10:00");
    const minh = to("minh")[0];
    expect(await toldOf(number, "ticket.opened")).toContain(minh);
    expect(await toldOf(number, "ticket.paged")).toContain(minh);
    await world.owner.sql`delete from notification_choices`;
  });

  test("given to Khoa, who does not begin: ten minutes from then, he and the others", async () => {
    const { number } = await openP1();
    await as("minh", "2026-11-02T08:05+07:00", (ctx) => assignTicket(ctx, { number }, idOf("khoa")));
    expect(await callAt("08:10:00")).toBe(0);
    expect(await callAt("08:15:00")).toBe(1);
    expect(await toldOf(number, "ticket.paged")).toEqual(to("minh", "khoa", "thu"));
  });

  test("counts from when it became a P1", async () => {
    const { number } = await open("lan", "2026-11-02T08:00+07:00");
    expect(await callAt("08:30:00")).toBe(0);
    await as("thu", "2026-11-02T08:31+07:00", (ctx) =>
      reclassifyTicket(ctx, { number }, { priority: "p1", reason: "Quầy phải ngừng" }),
    );
    expect(await callAt("08:40:00")).toBe(0);
    expect(await callAt("08:41:00")).toBe(1);
    expect(await calls(number)).toEqual(["paged 10"]);
  });

  test("three workers at the same moment call once", async () => {
    const { number } = await openP1();
    const done = await Promise.all([1, 2, 3].map(() => callAt("08:10:00")));
    expect(done.reduce((sum, n) => sum + n)).toBe(1);
    expect(await calls(number)).toEqual(["paged 10"]);
  });

  test("is not put off a minute because somebody is at the ticket just then", async () => {
    const { number } = await openP1();
    const calling = await world.owner.sql.begin(async (sql) => {
      await sql`select from tickets where number = ${number} for no key update`;
      const called = callAt("08:10:00");
      await sleep(200);
      return { called };
    });
    expect(await calling.called).toBe(1);
  });
});

describe("a P1 that lies still", () => {
  test("is offered again after half an hour without the support side, and every half hour", async () => {
    const { number } = await openP1();
    await as("minh", "2026-11-02T08:05+07:00", (ctx) => takeTicket(ctx, { number }));
    // Lan asks how far they are: that is no progress.
    await as("lan", "2026-11-02T08:30+07:00", (ctx) => replyToTicket(ctx, { number }, { body: "Đến đâu rồi ạ?" }));
    expect(await callAt("08:34:59")).toBe(0);
    expect(await callAt("08:35:00")).toBe(1);
    expect(await callAt("08:36:00")).toBe(0);
    expect(await toldOf(number, "ticket.offered_again")).toEqual(to("minh", "khoa", "thu"));
    await as("minh", "2026-11-02T08:40+07:00", (ctx) => replyToTicket(ctx, { number }, { body: "Đang gọi nhà mạng" }));
    expect(await callAt("09:05:00")).toBe(0);
    expect(await callAt("09:10:00")).toBe(1);
    expect(await callAt("09:40:00")).toBe(1);
    expect(await calls(number)).toEqual(["offered_again 30", "offered_again 30", "offered_again 60"]);
  });

  test("on hold it waits for somebody else", async () => {
    const { number } = await openP1();
    await as("minh", "2026-11-02T08:05+07:00", (ctx) =>
      holdTicket(ctx, { number }, { reason: "vendor", until: null, why: "Nhà mạng đang sửa" }),
    );
    expect(await callAt("10:00:00")).toBe(0);
  });
});
