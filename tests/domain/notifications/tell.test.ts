import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { deliveries } from "#app/db/outbox.server.ts";
import { people } from "#app/domain/directory/schema.server.ts";
import { saveChoices, saveHours } from "#app/domain/notifications/choices.server.ts";
import { notifications } from "#app/domain/notifications/schema.server.ts";
import { watchSystem } from "#app/domain/notifications/watches.server.ts";
import { grants } from "#app/domain/policy/schema.server.ts";
import { assignTicket, takeTicket } from "#app/domain/tickets/assignment.server.ts";
import { noteOnTicket, replyToTicket } from "#app/domain/tickets/conversation.server.ts";
import { followTicket } from "#app/domain/tickets/followers.server.ts";
import { resolveTicket } from "#app/domain/tickets/resolution.server.ts";
import { handOverTicket } from "#app/domain/tickets/second-line.server.ts";
import { moveTicket } from "#app/domain/tickets/triage.server.ts";
import { BINH_HUNG_HOA, castOf, DOCUMENTS, DOCUMENTS_TEAM, idOf, type Name, seedCast } from "#tests/support/cast.ts";
import { openTestDatabase } from "#tests/support/db.ts";

const world = await openTestDatabase();
const { as, asSystem, open } = castOf(world.db);
beforeAll(() => seedCast(world.db));
afterAll(() => world.close());

const NAMES = new Map<number, Name>(
  (["lan", "mai", "chau", "head", "hoa", "minh", "khoa", "tuan", "vy", "thu", "son", "admin"] as Name[]).map((name) => [
    idOf(name),
    name,
  ]),
);
/** What the newest event of a ticket was told as: "minh engineer arrived now". */
async function toldOf(number: number): Promise<string[]> {
  const rows = await world.owner.db
    .select()
    .from(notifications)
    .where(sql`${notifications.eventId} = (select max(id) from ticket_events where ticket_number = ${number})`);
  return rows
    .map(
      ({ personId, relation, topic, mail, inPage }) =>
        `${NAMES.get(personId)} ${relation} ${topic} ${mail}${inPage ? "" : " unseen"}`,
    )
    .sort();
}
async function mailsOf(number: number) {
  const rows = await world.owner.db.select().from(deliveries).where(eq(deliveries.ticketNumber, number));
  return rows.map(({ personId, dueAt, state }) => `${NAMES.get(personId)} ${state} ${dueAt.toISOString()}`).sort();
}

describe("a ticket's day", () => {
  test("a new ticket is told to the engineers stationed there, and to nobody of another ward", async () => {
    const { number } = await open("lan", "2026-11-02T08:05+07:00");
    expect(await toldOf(number)).toEqual(["khoa engineer arrived now", "minh engineer arrived now"]);
    expect(await mailsOf(number)).toEqual([
      "khoa waiting 2026-11-02T01:07:00.000Z",
      "minh waiting 2026-11-02T01:07:00.000Z",
    ]);
  });

  test("a P1 at night goes to the engineers and the duty desk at once", async () => {
    const { number, priority } = await open("lan", "2026-11-02T22:00+07:00", { impact: "whole_ward", urgency: "now" });
    expect(priority).toBe("p1");
    expect(await mailsOf(number)).toEqual(
      ["khoa", "minh", "thu"].map((who) => `${who} waiting 2026-11-02T15:00:00.000Z`),
    );
  });

  test("the ward and whoever works on it hear of each other, never of themselves", async () => {
    const { number } = await open();
    await as("minh", "2026-11-02T08:10+07:00", (ctx) => takeTicket(ctx, { number }));
    expect(await toldOf(number)).toEqual(["lan reporter progress now"]);
    await as("minh", "2026-11-02T08:11+07:00", (ctx) => replyToTicket(ctx, { number }, { body: "Đang xem" }));
    expect(await toldOf(number)).toEqual(["lan reporter reply now"]);
    await as("lan", "2026-11-02T08:12+07:00", (ctx) => replyToTicket(ctx, { number }, { body: "Cảm ơn" }));
    expect(await toldOf(number)).toEqual(["minh assignee reply now"]);
    await as("thu", "2026-11-02T08:13+07:00", (ctx) => assignTicket(ctx, { number }, idOf("khoa")));
    expect(await toldOf(number)).toEqual([
      "khoa assignee assigned now",
      "lan reporter progress no",
      "minh former_assignee assigned now",
    ]);
    await as("khoa", "2026-11-02T08:14+07:00", (ctx) =>
      resolveTicket(ctx, { number }, { code: "fixed", cause: "x", done: "y" }),
    );
    expect(await toldOf(number)).toEqual(["lan reporter progress now", "minh follower progress now"]);
  });

  test("handed over to the team; moved to another ward, it is told to the engineers there", async () => {
    const { number } = await open();
    await as("minh", "2026-11-02T08:10+07:00", (ctx) =>
      handOverTicket(ctx, { number }, { teamId: DOCUMENTS_TEAM, tried: "Đã thử" }),
    );
    expect(await toldOf(number)).toEqual(["lan reporter progress no", "vy team team now"]);
    await as("minh", "2026-11-02T08:12+07:00", (ctx) =>
      moveTicket(ctx, { number }, { toSiteId: BINH_HUNG_HOA, reason: "Nhầm" }),
    );
    expect(await toldOf(number)).toEqual(["lan reporter progress no", "tuan engineer arrived now"]);
  });

  test("several changes within two minutes are one mail of each person", async () => {
    const { number } = await open();
    for (const minute of [10, 10, 11])
      await as("minh", `2026-11-02T08:${minute}+07:00`, (ctx) => replyToTicket(ctx, { number }, { body: "a" }));
    expect((await mailsOf(number)).filter((line) => line.startsWith("lan"))).toEqual([
      "lan waiting 2026-11-02T01:12:00.000Z",
    ]);
  });
});

describe("notes and mentions", () => {
  test("a note is for those who read notes, even when others follow", async () => {
    const { number } = await open();
    await as("chau", "2026-11-02T08:06+07:00", (ctx) => followTicket(ctx, number));
    await as("son", "2026-11-02T08:06+07:00", (ctx) => followTicket(ctx, number));
    await as("minh", "2026-11-02T08:10+07:00", (ctx) => takeTicket(ctx, { number }));
    await as("thu", "2026-11-02T08:11+07:00", (ctx) => noteOnTicket(ctx, { number }, { body: "riêng" }));
    expect(await toldOf(number)).toEqual(["minh assignee note now", "son follower note now"]);
  });

  test("whoever is named is told; naming somebody who cannot read the note is refused", async () => {
    const { number } = await open();
    await as("minh", "2026-11-02T08:11+07:00", (ctx) =>
      noteOnTicket(ctx, { number }, { body: "nhờ Thu", mentions: [idOf("thu"), idOf("thu")] }),
    );
    expect(await toldOf(number)).toEqual(["khoa engineer note no", "thu mentioned mention now"]);
    for (const stranger of ["lan", "tuan", "vy", "chau"] as const)
      await expect(
        as("minh", "2026-11-02T08:12+07:00", (ctx) =>
          noteOnTicket(ctx, { number }, { body: "x", mentions: [idOf(stranger)] }),
        ),
      ).rejects.toMatchObject({ reason: "mention_cannot_read" });
  });
});

describe("what people chose", () => {
  test("a topic in the page only, once a day, or at no hour of the night", async () => {
    await as("khoa", "2026-11-02T08:00+07:00", async (ctx) => {
      await saveChoices(ctx, [{ topic: "arrived", inPage: false, mail: "digest" }]);
      await saveHours(ctx, { from: "08:00", until: "09:30" });
    });
    const { number } = await open();
    expect(await toldOf(number)).toEqual(["khoa engineer arrived digest unseen", "minh engineer arrived now"]);
    const loud = await open("lan", "2026-11-02T08:05+07:00", { impact: "whole_ward", urgency: "now" });
    expect(await mailsOf(loud.number)).toContain("khoa waiting 2026-11-02T01:05:00.000Z");
    await as("khoa", "2026-11-02T08:00+07:00", (ctx) =>
      saveChoices(ctx, [{ topic: "arrived", inPage: true, mail: "now" }]),
    );
    expect(await mailsOf((await open()).number)).toContain("khoa waiting 2026-11-02T02:30:00.000Z");
    await as("khoa", "2026-11-02T08:00+07:00", (ctx) => saveHours(ctx, null));
  });

  test("watching a system tells of its new tickets, as far as one may read them", async () => {
    for (const who of ["son", "tuan"] as const)
      await as(who, "2026-11-02T08:00+07:00", (ctx) => watchSystem(ctx, DOCUMENTS));
    expect(await toldOf((await open()).number)).toEqual([
      "khoa engineer arrived now",
      "minh engineer arrived now",
      "son watcher watched digest",
    ]);
  });
});

describe("who is gone is told nothing", () => {
  test("a disabled account", async () => {
    const { number } = await open("mai");
    await asSystem((ctx) =>
      ctx.db
        .update(people)
        .set({ disabledAt: new Date() })
        .where(eq(people.id, idOf("mai"))),
    );
    await as("minh", "2026-11-02T08:11+07:00", (ctx) => replyToTicket(ctx, { number }, { body: "a" }));
    expect(await toldOf(number)).toEqual([]);
    await asSystem((ctx) =>
      ctx.db
        .update(people)
        .set({ disabledAt: null })
        .where(eq(people.id, idOf("mai"))),
    );
  });

  test("somebody who no longer serves at the ward still sees their own ticket, but no mail follows them", async () => {
    const { number } = await open("mai");
    await asSystem((ctx) =>
      ctx.db
        .update(grants)
        .set({ validUntil: "2026-11-02" })
        .where(eq(grants.personId, idOf("mai"))),
    );
    await as("minh", "2026-11-03T08:11+07:00", (ctx) => replyToTicket(ctx, { number }, { body: "a" }));
    expect(await toldOf(number)).toEqual(["mai reporter reply no"]);
    await asSystem((ctx) =>
      ctx.db
        .update(grants)
        .set({ validUntil: null })
        .where(eq(grants.personId, idOf("mai"))),
    );
  });
});
