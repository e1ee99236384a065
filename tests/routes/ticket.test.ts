import { randomUUID } from "node:crypto";
import type { AppLoadContext } from "@remix-run/node";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { PageData } from "#app/components/ticket/page-data.ts";
import { takeTicket } from "#app/domain/tickets/assignment.server.ts";
import { confirmTicket, resolveTicket } from "#app/domain/tickets/resolution.server.ts";
import { reclassifyTicket } from "#app/domain/tickets/triage.server.ts";
import { loader, action as say } from "#app/routes/ticket.tsx";
import { action as doAction, loader as doLoader } from "#app/routes/ticket-doing.tsx";
import { castOf, DOCUMENTS_TEAM, idOf, type Name, seedCast } from "#tests/support/cast.ts";
import { openTestDatabase } from "#tests/support/db.ts";
import { signedIn } from "#tests/support/signed-in.ts";

const world = await openTestDatabase();
const { as, open, reload, events } = castOf(world.db);
const cookies = new Map<Name, string>();
beforeAll(async () => {
  await seedCast(world.db);
  for (const name of ["lan", "minh", "khoa", "hoa", "vy"] as const) cookies.set(name, await signedIn(world.db, name));
});
afterAll(() => world.close());

let number = 0;
beforeEach(async () => {
  number = (await open("lan", new Date(Date.now() - 60_000).toISOString())).number;
});

type Fields = Record<string, string | number>;
type Answer = { status: number; to: string | null; data: { reply?: Reply; since?: number | null } & Partial<Reply> };
type Reply = { values: Record<string, string>; errors: Record<string, string[]>; formErrors: string[] };

function argsOf(name: Name, path: string, fields?: Fields) {
  const { pathname } = new URL(path, "http://tram.example");
  const [, , asked = "", doing] = pathname.split("/");
  const headers = { Cookie: cookies.get(name) ?? "" };
  const body = fields && new URLSearchParams(Object.entries(fields).map(([key, value]) => [key, String(value)]));
  const context = { db: world.db, live: { cursor: () => 0 }, requestId: "test", peer: "127.0.0.1", nonce: "" };
  return {
    request: new Request(`http://tram.example${path}`, body ? { method: "POST", body, headers } : { headers }),
    params: { number: asked, doing },
    // Safe because these routes ask no more of it.
    context: context as unknown as AppLoadContext,
  };
}

/** What a route answered, thrown or returned, as a browser would tell it apart. */
async function answerOf(work: Promise<unknown>): Promise<Answer> {
  const given = await work.catch((error: unknown) => {
    if (error instanceof Response) return error;
    throw error;
  });
  if (given instanceof Response) return { status: given.status, to: given.headers.get("Location"), data: {} };
  // Safe because data() makes exactly this.
  const { init, data } = given as { init: { status: number } | null; data: Answer["data"] };
  return { status: init?.status ?? 200, to: null, data };
}

const post = (name: Name, doing: string, fields: Fields = {}) =>
  answerOf(doAction(argsOf(name, `/tickets/${number}/${doing}`, { commandId: randomUUID(), ...fields })));
const reply = (name: Name, fields: Fields) =>
  answerOf(say(argsOf(name, `/tickets/${number}`, { commandId: randomUUID(), ...fields })));
const page = (name: Name, path = `/tickets/${number}`): Promise<PageData> => loader(argsOf(name, path));
const now = () => new Date().toISOString();
const FIXED = { code: "fixed", cause: "Hết hạn", done: "Đã gia hạn" } as const;

describe("a change", () => {
  test("is made, said, and leads back to the ticket", async () => {
    const { version } = await reload(number);
    expect(await post("minh", "take", { version })).toMatchObject({
      status: 302,
      to: `/tickets/${number}?done=ticket.take`,
    });
    expect(await reload(number)).toMatchObject({ status: "in_progress", assigneeId: idOf("minh") });
    expect(await page("minh", `/tickets/${number}?done=ticket.take`)).toMatchObject({
      done: "ticket.take",
      undo: "take",
    });
    expect(await post("minh", "undo", { version: version + 1 })).toMatchObject({ status: 302 });
    expect(await reload(number)).toMatchObject({ status: "new", assigneeId: null });
  });

  test.each([
    ["resolve", { ...FIXED }, "resolved"],
    ["hold", { reason: "vendor", why: "Chờ bản vá", until: "2030-01-02T08:00" }, "on_hold"],
    ["assign", { assigneeId: idOf("khoa") }, "assigned"],
    ["hand-over", { teamId: DOCUMENTS_TEAM, tried: "Đã thử máy khác" }, "assigned"],
    ["cancel", { reason: "Gửi nhầm" }, "cancelled"],
    ["move", { toSiteId: 3, reason: "Của phường khác" }, "new"],
  ] as const)("%s needs its words and then does it", async (doing, fields, status) => {
    const refused = await post("minh", doing, { version: (await reload(number)).version });
    expect(refused.status).toBe(422);
    expect(Object.keys(refused.data.reply?.errors ?? {}).sort()).toEqual(
      Object.keys(fields)
        .filter((field) => field !== "until")
        .sort(),
    );
    expect((await post("minh", doing, fields)).status).toBe(302);
    expect((await reload(number)).status).toBe(status);
  });

  test("to hold until a time that has passed is refused with everything typed", async () => {
    const typed = { reason: "vendor", why: "Chờ bản vá", until: "2020-01-02T08:00" };
    const { status, data } = await post("minh", "hold", typed);
    expect([status, data.reply?.formErrors]).toEqual([422, ["until_in_the_past"]]);
    expect(data.reply?.values).toMatchObject(typed);
  });

  test("is refused in words when it is not allowed, and never by hiding that the ticket is there", async () => {
    expect(await post("lan", "resolve", FIXED)).toMatchObject({
      status: 403,
      data: { reply: { formErrors: ["support_only"], values: FIXED } },
    });
  });

  test("sent twice happens once", async () => {
    const commandId = randomUUID();
    for (let time = 0; time < 2; time++) expect((await post("minh", "take", { commandId })).status).toBe(302);
    expect(await events(number)).toHaveLength(2);
  });
});

describe("two people at once", () => {
  test("the second sees what changed, keeps what was typed, and decides", async () => {
    const { version } = await reload(number);
    await as("khoa", now(), (ctx) => takeTicket(ctx, { number }));
    const refused = await post("minh", "resolve", { version, ...FIXED });
    expect(refused).toMatchObject({ status: 409, data: { since: version, reply: { values: FIXED, formErrors: [] } } });
    const { events: shown, ticket } = await page("minh");
    const missed = shown.filter((item) => item.changes && item.version > version);
    expect(missed.map(({ event, actorId }) => [event.type, actorId])).toEqual([["ticket.taken", idOf("khoa")]]);
    expect((await post("minh", "resolve", { version: ticket.version, ...FIXED })).status).toBe(302);
  });

  test("a reply and a change never conflict, and only what was chosen anew is reclassified", async () => {
    const { version, priority } = await reload(number);
    const was = { kindWas: "software_error", systemIdWas: 1, impactWas: "one_department", priorityWas: priority };
    await as("khoa", now(), (ctx) => reclassifyTicket(ctx, { number }, { systemId: 2, reason: "Là một cửa" }));
    expect((await reply("lan", { body: "Vẫn chờ" })).status).toBe(302);
    const mine = { ...was, kind: "how_to", systemId: 1, impact: "one_department", priority, reason: "Hỏi cách làm" };
    expect((await post("minh", "reclassify", { version, ...mine })).status).toBe(409);
    expect((await post("minh", "reclassify", { version: version + 1, ...mine })).status).toBe(302);
    expect(await reload(number)).toMatchObject({ kind: "how_to", systemId: 2 });
  });
});

describe("what is said", () => {
  test("a reply is public, a note is for the support side, both lead back", async () => {
    expect((await reply("minh", { body: "Đang xem" })).to).toBe(`/tickets/${number}?done=ticket.reply`);
    expect((await reply("minh", { body: "Hỏi nhà cung cấp", visibility: "internal" })).status).toBe(302);
    const seen = (await page("lan")).events.flatMap(({ message }) => (message ? [message.body] : []));
    expect(seen).toEqual(["Đang xem"]);
  });

  test.each([
    [{ body: "" }, 422, { body: ["required"] }],
    [{ body: "mật khẩu là: abcd1234" }, 422, { body: ["contains_password"] }],
    [{ body: "x".repeat(20_001) }, 422, { body: ["too_long"] }],
  ])("%j is refused and still there", async (fields, status, errors) => {
    const refused = await reply("lan", fields);
    expect(refused).toMatchObject({ status, data: { errors } });
    expect(refused.data.values?.body).toBe(fields.body);
  });

  test("an officer's note is refused, and a closed ticket takes no replies", async () => {
    expect(await reply("lan", { body: "Ghi chú", visibility: "internal" })).toMatchObject({ status: 403 });
    await post("minh", "resolve", FIXED);
    await post("lan", "confirm");
    expect(await reply("lan", { body: "Cảm ơn" })).toMatchObject({
      status: 409,
      data: { formErrors: ["closed"], values: { body: "Cảm ơn" } },
    });
  });
});

describe("what the actor may not see", () => {
  test.each(["999999", "0", "abc", "99999999999", "-1"])(
    "%s is answered like another ward's ticket",
    async (missing) => {
      const answers = await Promise.all([
        answerOf(loader(argsOf("hoa", `/tickets/${missing}`))),
        answerOf(loader(argsOf("hoa", `/tickets/${number}`))),
        answerOf(doLoader(argsOf("hoa", `/tickets/${number}/resolve`))),
        answerOf(doAction(argsOf("hoa", `/tickets/${number}/take`, {}))),
        answerOf(say(argsOf("hoa", `/tickets/${number}`, { body: "Xin chào" }))),
      ]);
      expect(answers).toEqual(answers.map(() => ({ status: 404, to: null, data: {} })));
    },
  );

  test("linking a ticket that is not there says so in the form, whether it is foreign or missing", async () => {
    const foreign = await open("hoa", now(), { siteId: 3 });
    for (const to of [foreign.number, 999_999]) {
      expect(await post("minh", "link", { to, kind: "related" })).toMatchObject({
        status: 422,
        data: { reply: { formErrors: ["link_target_unknown"] } },
      });
    }
  });

  test("whoever is not signed in is asked to, and led back", async () => {
    const answer = await answerOf(loader({ ...argsOf("son", `/tickets/${number}`) }));
    expect(answer).toMatchObject({ status: 302, to: `/login?to=%2Ftickets%2F${number}` });
  });
});

test("?do= leads to the dialog, which says why not when it cannot be", async () => {
  expect(await answerOf(loader(argsOf("minh", `/tickets/${number}?do=resolve`)))).toMatchObject({
    status: 302,
    to: `/tickets/${number}/resolve`,
  });
  expect(await doLoader(argsOf("minh", `/tickets/${number}/resume`))).toMatchObject({ refusal: "not_on_hold" });
  expect((await answerOf(doLoader(argsOf("minh", `/tickets/${number}/nothing`)))).status).toBe(404);
});

test("after fourteen days still broken is a new ticket, linked to the old one", async () => {
  const DAY = 86_400_000;
  const long = new Date(Date.now() - 20 * DAY).toISOString();
  number = (await open("lan", long)).number;
  await as("minh", long, (ctx) => resolveTicket(ctx, { number }, FIXED));
  await as("lan", long, (ctx) => confirmTicket(ctx, { number }));
  expect((await page("lan")).primary).toBe("follow_up");
  expect(await post("lan", "reopen", { stillFails: "Lại hỏng" })).toMatchObject({
    status: 409,
    data: { reply: { formErrors: ["closed_too_long"], values: { stillFails: "Lại hỏng" } } },
  });
  const filed = await post("lan", "follow-up", { stillFails: "Lại hỏng" });
  const next = Number(/\/tickets\/(\d+)\?done=ticket.follow_up/.exec(filed.to ?? "")?.[1]);
  expect(next).toBeGreaterThan(number);
  expect((await page("lan", `/tickets/${next}`)).links).toMatchObject([{ number, kind: "follow_up" }]);
});

test("whoever only followed leaves the page with the ticket", async () => {
  await post("minh", "hand-over", { teamId: DOCUMENTS_TEAM, tried: "Đã thử" });
  await post("vy", "hand-back", { tried: "Đã xem" });
  expect((await page("vy")).me.follows).toBe(true);
  expect((await post("vy", "unfollow")).to).toBe("/?done=unfollowed");
  expect((await answerOf(loader(argsOf("vy", `/tickets/${number}`)))).status).toBe(404);
});
