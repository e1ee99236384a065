import { eq } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { putLetter } from "#app/db/outbox.server.ts";
import { people } from "#app/domain/directory/schema.server.ts";
import { saveChoices } from "#app/domain/notifications/choices.server.ts";
import { putDigests } from "#app/domain/notifications/digest.server.ts";
import { relayDue } from "#app/domain/notifications/outbox.server.ts";
import { grants } from "#app/domain/policy/schema.server.ts";
import { replyToTicket } from "#app/domain/tickets/conversation.server.ts";
import { openBreaker } from "#app/jobs/breaker.ts";
import { sendLetter } from "#app/jobs/send-letter.server.ts";
import { idOf } from "#tests/support/cast.ts";
import { openPostOffice } from "./post-office.ts";

const office = await openPostOffice();
const { as, asSystem, open, double, workAt, lettersOf, sentTo } = office;
afterAll(() => office.close());
beforeEach(() => office.clear());

const MINUTE = "2026-11-02T08:13+07:00";
/** Minh answers Lan at 08:10; by 08:13 his words are due. */
async function answered(body = "Đang kiểm tra") {
  const { number } = await open();
  await office.clear();
  await as("minh", "2026-11-02T08:10+07:00", (ctx) => replyToTicket(ctx, { number }, { body }));
  return number;
}

describe("who may not hear any more", () => {
  test("A05: a letter to a disabled account is dropped, whatever it is about", async () => {
    await answered();
    await asSystem((ctx) =>
      putLetter({ ...ctx, now: new Date(MINUTE) }, { personId: idOf("lan"), purpose: "password_reset" }),
    );
    await asSystem((ctx) =>
      ctx.db
        .update(people)
        .set({ disabledAt: new Date() })
        .where(eq(people.id, idOf("lan"))),
    );
    await workAt(MINUTE);
    expect(double.asked).toEqual([]);
    expect((await lettersOf("lan")).map(({ state, lastError }) => [state, lastError])).toEqual([
      ["dropped", "disabled"],
      ["dropped", "disabled"],
    ]);
    await asSystem((ctx) =>
      ctx.db
        .update(people)
        .set({ disabledAt: null })
        .where(eq(people.id, idOf("lan"))),
    );
  });

  test("Z14: whoever lost the ward after the change gets no mail of it", async () => {
    await open();
    await asSystem((ctx) =>
      ctx.db
        .update(grants)
        .set({ validUntil: "2026-11-01" })
        .where(eq(grants.personId, idOf("khoa"))),
    );
    await workAt("2026-11-02T08:08+07:00");
    expect(sentTo("khoa")).toEqual([]);
    expect(sentTo("minh")).toHaveLength(1);
    expect(await lettersOf("khoa")).toMatchObject([{ state: "dropped", lastError: "not_readable" }]);
    await asSystem((ctx) =>
      ctx.db
        .update(grants)
        .set({ validUntil: null })
        .where(eq(grants.personId, idOf("khoa"))),
    );
  });

  test("Z14: nor does the one who reported it, once moved elsewhere", async () => {
    await answered();
    await asSystem((ctx) =>
      ctx.db
        .update(grants)
        .set({ validUntil: "2026-11-01" })
        .where(eq(grants.personId, idOf("lan"))),
    );
    await workAt(MINUTE);
    expect(double.asked).toEqual([]);
    expect(await lettersOf("lan")).toMatchObject([{ state: "dropped", lastError: "left_the_place" }]);
    await asSystem((ctx) =>
      ctx.db
        .update(grants)
        .set({ validUntil: null })
        .where(eq(grants.personId, idOf("lan"))),
    );
  });
});

describe("once a day", () => {
  test("one letter with all that was wished so, of several tickets; twice the job is one letter", async () => {
    await as("lan", MINUTE, (ctx) => saveChoices(ctx, [{ topic: "reply", inPage: true, mail: "digest" }]));
    const numbers = [await answered(), (await open()).number];
    await as("minh", MINUTE, (ctx) => replyToTicket(ctx, { number: numbers[1] ?? 0 }, { body: "a" }));
    await as("minh", MINUTE, (ctx) => replyToTicket(ctx, { number: numbers[0] ?? 0 }, { body: "b" }));
    expect((await lettersOf("lan")).length).toBe(0);
    const eight = new Date("2026-11-03T08:00+07:00");
    expect((await Promise.all([putDigests(office.db, eight), putDigests(office.db, eight)])).sort()).toEqual([0, 1]);
    await workAt("2026-11-03T08:00:01+07:00");
    expect(sentTo("lan")).toHaveLength(1);
    for (const number of numbers) expect(sentTo("lan")[0]?.body.text).toContain(String(number));
    expect(await putDigests(office.db, new Date("2026-11-04T08:00+07:00"))).toBe(0);
    await as("lan", MINUTE, (ctx) => saveChoices(ctx, [{ topic: "reply", inPage: true, mail: "now" }]));
  });
});

describe("handing over", () => {
  test("a crash after handing over hands over the same job; a settled letter is not sent again", async () => {
    await answered();
    const seen: string[] = [];
    const now = new Date(MINUTE);
    const crash = relayDue(office.db, now, async (ready) => {
      seen.push(...ready.map(({ id, round, dueAt }) => `${id} ${round} ${dueAt.toISOString()}`));
      throw new Error("crash");
    });
    await expect(crash).rejects.toThrow("crash");
    await relayDue(office.db, new Date("2026-11-02T08:15+07:00"), async (ready) => {
      expect(ready.map(({ id, round, dueAt }) => `${id} ${round} ${dueAt.toISOString()}`)).toEqual(seen);
    });
    const [letter] = await lettersOf("lan");
    const job = {
      id: letter?.id ?? "",
      round: 0,
      db: office.db,
      post: office.post,
      breaker: openBreaker(),
      now: () => now,
    };
    expect(await sendLetter(job)).toBe("settled");
    expect(await sendLetter(job)).toBe("settled");
    expect(double.asked).toHaveLength(1);
  });

  test("a job that got lost is made anew after some hours", async () => {
    await answered();
    await relayDue(office.db, new Date(MINUTE), async () => {});
    expect(await workAt("2026-11-02T12:00+07:00")).toEqual([]);
    expect(await workAt("2026-11-02T14:30+07:00")).toEqual(["settled"]);
    expect(sentTo("lan")).toHaveLength(1);
  });

  test("I16: a hundred changes in a minute are one mail of each person", async () => {
    const number = await answered();
    await as("minh", "2026-11-02T08:10:30+07:00", async (ctx) => {
      for (let i = 0; i < 100; i++) await replyToTicket(ctx, { number }, { body: `${i}` });
    });
    await workAt(MINUTE);
    expect(double.asked).toHaveLength(1);
    expect(await lettersOf("lan")).toHaveLength(1);
  });

  test("I16: a flood of tickets is ten letters, and one that lists the rest", async () => {
    for (let i = 0; i < 14; i++) await open("lan", "2026-11-02T08:05+07:00");
    await workAt("2026-11-02T08:08+07:00");
    expect(sentTo("minh")).toHaveLength(10);
    await open("lan", "2026-11-02T08:09+07:00");
    await workAt("2026-11-02T08:12+07:00");
    expect(sentTo("minh")).toHaveLength(10);
    await workAt("2026-11-02T08:19+07:00");
    const [digest, ...more] = sentTo("minh").slice(10);
    expect(more).toEqual([]);
    expect(digest?.body.text.match(/\/tickets\/\d+/g)).toHaveLength(5);
    const dropped = (await lettersOf("minh")).filter(({ state }) => state === "dropped");
    expect(dropped.map(({ lastError }) => lastError)).toEqual(Array(5).fill("gathered"));
  });
});
