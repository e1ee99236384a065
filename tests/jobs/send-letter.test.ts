import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { putLetter } from "#app/db/outbox.server.ts";
import { markTicketSeen } from "#app/domain/notifications/inbox.server.ts";
import { chooseMailContent } from "#app/domain/notifications/mail-content.server.ts";
import { takeTicket } from "#app/domain/tickets/assignment.server.ts";
import { noteOnTicket, replyToTicket } from "#app/domain/tickets/conversation.server.ts";
import { openBreaker } from "#app/jobs/breaker.ts";
import { sendLetter } from "#app/jobs/send-letter.server.ts";
import { idOf } from "#tests/support/cast.ts";
import type { Behaviour } from "#tests/support/resend-double.ts";
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

describe("a letter", () => {
  test("waits two minutes, is sent once, and holds only number, status and link", async () => {
    const number = await answered();
    expect(await workAt("2026-11-02T08:11+07:00")).toEqual([]);
    expect(await workAt(MINUTE)).toEqual(["settled"]);
    expect(await workAt("2026-11-02T08:20+07:00")).toEqual([]);
    const [asked] = sentTo("lan");
    expect(double.asked).toHaveLength(1);
    for (const text of [asked?.body.text, asked?.body.html, asked?.body.subject]) {
      expect(text).toContain(String(number));
      expect(text).not.toContain("ký phát hành");
      expect(text).not.toContain("Đang kiểm tra");
    }
    expect(asked?.body.text).toContain(`/tickets/${number}`);
    const thread = `<ticket-${number}@localhost>`;
    expect(asked?.body.headers).toMatchObject({ "In-Reply-To": thread, References: thread });
    const [letter] = await lettersOf("lan");
    expect(letter).toMatchObject({ state: "sent", attempts: 1, provider: "resend", providerId: expect.any(String) });
    expect(asked?.body.headers["Message-ID"]).toBe(`<${letter?.id}.0@localhost>`);
  });

  test("takes along everything of the ticket until it leaves, under one subject", async () => {
    const number = await answered();
    await as("minh", "2026-11-02T08:11+07:00", (ctx) => takeTicket(ctx, { number }));
    await workAt(MINUTE);
    await as("minh", "2026-11-02T09:00+07:00", (ctx) => replyToTicket(ctx, { number }, { body: "Xong" }));
    await workAt("2026-11-02T09:03+07:00");
    const [first, second, ...more] = sentTo("lan");
    expect(more).toEqual([]);
    expect(first?.body.subject).toBe(second?.body.subject);
    expect(first?.idempotencyKey).not.toBe(second?.idempotencyKey);
  });

  test("carries title and words where an admin allowed it, and a note never", async () => {
    await as("admin", MINUTE, (ctx) => chooseMailContent(ctx, "text"));
    const number = await answered();
    await as("thu", "2026-11-02T08:11+07:00", (ctx) =>
      noteOnTicket(ctx, { number }, { body: "mật khẩu cũ", mentions: [idOf("minh")] }),
    );
    await workAt("2026-11-02T08:14+07:00");
    expect(sentTo("lan")[0]?.body.text).toContain("Đang kiểm tra");
    expect(sentTo("minh")).toHaveLength(1);
    expect(JSON.stringify(double.asked)).not.toContain("mật khẩu cũ");
    await as("admin", MINUTE, (ctx) => chooseMailContent(ctx, "nothing"));
  });

  test("about what was read in the page meanwhile is not sent", async () => {
    const number = await answered();
    await as("lan", "2026-11-02T08:11+07:00", (ctx) => markTicketSeen(ctx, number));
    expect(await workAt(MINUTE)).toEqual(["settled"]);
    expect(double.asked).toEqual([]);
    expect(await lettersOf("lan")).toMatchObject([{ state: "dropped", lastError: "nothing_new" }]);
  });
});

describe("a provider in trouble", () => {
  const troubles: [string, Behaviour, string][] = [
    [
      "500",
      { kind: "fails", status: 500, body: '{"statusCode":500,"name":"application_error","message":""}' },
      "resend 500",
    ],
    ["an error page", { kind: "fails", status: 502, body: "<html>bad gateway</html>" }, "resend"],
    ["silence", { kind: "silent" }, "resend timeout"],
    ["a reset", { kind: "resets" }, "resend unreachable"],
    ["nonsense", { kind: "nonsense", body: "[1,2" }, "resend"],
    ["success without an id", { kind: "nonsense", body: "{}" }, "resend answered nonsense"],
  ];
  test.each(troubles)("%s: tried again, with the same key", async (_, behaviour, reason) => {
    await answered();
    double.behaves(behaviour);
    expect(await workAt(MINUTE)).toEqual(["again"]);
    const [letter] = await lettersOf("lan");
    expect(letter).toMatchObject({ state: "queued", attempts: 1 });
    expect(letter?.lastError).toContain(reason);
    const job = { id: letter?.id ?? "", round: 0, db: office.db, post: office.post, breaker: openBreaker() };
    expect(await sendLetter({ ...job, now: () => new Date(MINUTE) })).toBe("settled");
    const keys = sentTo("lan").map(({ idempotencyKey }) => idempotencyKey);
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
    expect(await lettersOf("lan")).toMatchObject([{ state: "sent", attempts: 2, lastError: null }]);
  });

  test("429 with Retry-After: comes back after that, and no other letter asks before", async () => {
    await answered();
    double.behaves({ kind: "limits", retryAfter: "120" });
    const breaker = openBreaker();
    expect(await workAt(MINUTE, breaker)).toEqual(["settled"]);
    const [letter] = await lettersOf("lan");
    expect(letter).toMatchObject({ state: "queued", lastError: "resend 429" });
    const wait = (letter?.dueAt.getTime() ?? 0) - new Date(MINUTE).getTime();
    expect(wait).toBeGreaterThanOrEqual(120_000);
    expect(wait).toBeLessThan(150_000);
    await as("minh", "2026-11-02T08:10+07:00", async (ctx) =>
      putLetter(ctx, { personId: idOf("mai"), purpose: "test" }),
    );
    expect(await workAt("2026-11-02T08:14+07:00", breaker)).toEqual(["settled"]);
    expect(sentTo("mai")).toEqual([]);
    expect(await workAt("2026-11-02T08:18+07:00", breaker)).toEqual(["settled", "settled"]);
    expect((await lettersOf("lan"))[0]).toMatchObject({ state: "sent", attempts: 2 });
    expect((await lettersOf("mai"))[0]).toMatchObject({ state: "sent", attempts: 1 });
  });

  test("a refusal for good fails at once", async () => {
    await answered();
    double.behaves({
      kind: "fails",
      status: 422,
      body: '{"statusCode":422,"name":"validation_error","message":"bad"}',
    });
    expect(await workAt(MINUTE)).toEqual(["settled"]);
    expect(await lettersOf("lan")).toMatchObject([{ state: "failed", lastError: "resend 422 validation_error" }]);
  });

  test("after five failures in a row nobody asks for a while", async () => {
    const breaker = openBreaker({ failures: 2 });
    for (let i = 0; i < 4; i++)
      await asSystem((ctx) => putLetter({ ...ctx, now: new Date(MINUTE) }, { personId: idOf("lan"), purpose: "test" }));
    double.behaves({ kind: "fails", status: 500, body: "{}" }, { kind: "fails", status: 500, body: "{}" });
    expect((await workAt(MINUTE, breaker)).sort()).toEqual(["again", "again", "settled", "settled"]);
    expect(double.asked).toHaveLength(2);
    expect((await lettersOf("lan")).map(({ attempts }) => attempts).sort()).toEqual([0, 0, 1, 1]);
    await workAt("2026-11-02T08:16+07:00", breaker);
    expect(double.asked).toHaveLength(4);
  });
});

describe("a letter with a secret link", () => {
  test("makes a new link, and so a new letter, each time it is tried; the outbox never holds it", async () => {
    await asSystem((ctx) =>
      putLetter({ ...ctx, now: new Date(MINUTE) }, { personId: idOf("lan"), purpose: "password_reset" }),
    );
    double.behaves({ kind: "silent" });
    expect(await workAt(MINUTE)).toEqual(["again"]);
    const [letter] = await lettersOf("lan");
    const job = { id: letter?.id ?? "", round: 0, db: office.db, post: office.post, breaker: openBreaker() };
    expect(await sendLetter(job)).toBe("settled");
    const [first, second] = sentTo("lan");
    const linkOf = (text = "") => /http:\/\/localhost:\d+\/password\/reset\/[\w-]{43}/.exec(text)?.[0] ?? "none";
    const links = [linkOf(first?.body.text), linkOf(second?.body.text)];
    expect(links).not.toContain("none");
    expect(links[0]).not.toBe(links[1]);
    expect(first?.idempotencyKey).not.toBe(second?.idempotencyKey);
    const secret = links[1]?.split("/").at(-1) ?? "";
    expect(JSON.stringify(await lettersOf("lan"))).not.toContain(secret);
    const open = await office.owner.sql`select from account_links where used_at is null and ended_at is null`;
    expect(open).toHaveLength(1);
  });
});
