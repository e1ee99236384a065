import type { AppLoadContext } from "@remix-run/node";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { ANONYMOUS } from "#app/domain/policy/actor.ts";
import { attempt } from "#app/http/attempt.server.ts";
import { type PageArgs, type PageCtx, withContext, withPublicContext, withVisit } from "#app/http/context.server.ts";
import { pageTransaction } from "#app/http/transaction.server.ts";
import { DomainError } from "#app/lib/domain-error.ts";
import { castOf, seedCast } from "#tests/support/cast.ts";
import { openTestDatabase } from "#tests/support/db.ts";
import { signedIn } from "#tests/support/signed-in.ts";

let database: Awaited<ReturnType<typeof openTestDatabase>>;
let cookie: string;

beforeAll(async () => {
  database = await openTestDatabase({ max: 4 });
  await seedCast(database.db);
  await database.owner.sql`create table scratch (word text); grant all on scratch to tram_app`.simple();
  cookie = await signedIn(database.db, "lan");
});
afterAll(() => database.close());

function args(init: RequestInit & { cookie?: string } = {}, more: Partial<AppLoadContext> = {}): PageArgs {
  const headers = new Headers(init.headers);
  if (init.cookie !== undefined) headers.set("Cookie", init.cookie);
  const context = { db: database.db, nonce: "n", requestId: "r", peer: "127.0.0.1", ...more } as AppLoadContext; // safe because live is not used
  return { request: new Request("http://h/tickets/5?tab=log", { ...init, headers }), context };
}
const write = (ctx: Pick<PageCtx, "db">, word: string) => ctx.db.execute(sql`insert into scratch values (${word})`);
const written = async (word: string) => (await database.owner.sql`select 1 from scratch where word = ${word}`).length;
const refused = (work: Promise<unknown>) =>
  work.then(
    () => Promise.reject(new Error("was not refused")),
    (error: unknown) => (error instanceof Response ? error : Promise.reject(error)),
  );

test("a person's page runs on behalf of that person", async () => {
  const seen = await withContext(args({ cookie }), async ({ actor, lang, requestId, sessionId, db }) => {
    const [row] = await db.execute(sql`select current_setting('tram.person') as person, current_user as role`);
    return { name: actor.name, lang, requestId, hasSession: sessionId !== "", ...row };
  });
  expect(seen).toMatchObject({
    name: "Nguyễn Thị Lan",
    lang: "vi",
    requestId: "r",
    hasSession: true,
    person: "11",
    role: "tram_app",
  });
});

test.each(["", "session=forged", `${"x".repeat(20)}`])(
  "with the cookie %j one is asked to sign in first",
  async (bad) => {
    const answer = await refused(withContext(args({ cookie: bad }), async () => "in"));
    expect(answer.status).toBe(302);
    expect(answer.headers.get("Location")).toBe("/login?to=%2Ftickets%2F5%3Ftab%3Dlog");
  },
);

test("anybody opens a public page, as nobody", async () => {
  expect(await withPublicContext(args(), async ({ actor }) => actor.kind)).toBe("anonymous");
  expect(await withPublicContext(args({ cookie }), async ({ actor }) => actor.kind)).toBe("person");
});

test("one page reads its session once, however many loaders it has", async () => {
  const one = args({ cookie });
  const transaction = vi.spyOn(database.db, "transaction");
  await Promise.all([1, 2, 3].map(() => withContext({ ...one, request: one.request.clone() }, async () => 1)));
  expect(transaction).toHaveBeenCalledTimes(1 + 3);
  transaction.mockRestore();
});

test("a redirect that is thrown still commits, an error does not", async () => {
  const answer = await refused(
    withContext(args({ cookie }), async (ctx) => {
      await write(ctx, "redirect");
      throw new Response(null, { status: 302, headers: { Location: "/" } });
    }),
  );
  expect(answer.status).toBe(302);
  expect(await written("redirect")).toBe(1);
  await refused(
    withContext(args({ cookie }), async (ctx) => {
      await write(ctx, "missing");
      throw new Response(null, { status: 404 });
    }),
  );
  expect(await written("missing")).toBe(0);
});

test("what may not be seen looks like what is not there", async () => {
  const bytes = async (refusal: "not_found" | "forbidden") => {
    const answer = await refused(
      withContext(args({ cookie }), () => Promise.reject(new DomainError(refusal, "ticket"))),
    );
    return [answer.status, [...answer.headers], await answer.text()];
  };
  expect(await bytes("forbidden")).toEqual(await bytes("not_found"));
  expect((await bytes("forbidden"))[0]).toBe(404);
});

test.each([
  ["conflict", 409],
  ["invalid", 422],
  ["limited", 429],
  ["forbidden", 403],
] as const)("an attempt that meets %s goes back to the form with %i", async (refusal, status) => {
  const error = new DomainError(refusal, "ticket_changed", { version: 3 });
  expect(await attempt(Promise.reject(error))).toEqual({
    ok: false,
    status,
    reason: "ticket_changed",
    detail: { version: 3 },
  });
});

test("an attempt at what cannot be seen is a plain 404, and a bug stays a bug", async () => {
  expect((await refused(attempt(Promise.reject(new DomainError("not_found", "ticket"))))).status).toBe(404);
  await expect(attempt(Promise.reject(new TypeError("bug")))).rejects.toThrow(TypeError);
  expect(await attempt(Promise.resolve(7))).toEqual({ ok: true, value: 7 });
});

test("two that wait for each other both end", async () => {
  await database.owner.sql`insert into scratch values ('a'), ('b')`;
  const lock = (ctx: Pick<PageCtx, "db">, word: string) =>
    ctx.db.execute(sql`update scratch set word = word where word = ${word}`);
  const both = (first: string, second: string) =>
    withContext(args({ cookie }), async (ctx) => {
      await lock(ctx, first);
      await ctx.db.execute(sql`select pg_sleep(0.2)`);
      await lock(ctx, second);
      return "done";
    });
  expect(await Promise.all([both("a", "b"), both("b", "a")])).toEqual(["done", "done"]);
});

test("without a free connection a page is refused within three seconds, and the pool heals", async () => {
  const onDatabaseError = vi.fn();
  const busy = Array.from({ length: 4 }, () => database.sql`select pg_sleep(4)`.catch(() => {}));
  const asked = performance.now();
  const answer = await refused(withPublicContext(args({}, { onDatabaseError }), async () => "in"));
  expect(answer.status).toBe(503);
  expect(answer.headers.get("Retry-After")).toBe("5");
  expect(performance.now() - asked).toBeLessThan(3_000);
  expect(onDatabaseError).toHaveBeenCalledOnce();
  await Promise.all(busy);
  expect(await withPublicContext(args(), async () => "in")).toBe("in");
});

test("a statement that takes too long ends as 503", async () => {
  const answer = await refused(withPublicContext(args(), ({ db }) => db.execute(sql`select pg_sleep(20)`)));
  expect(answer.status).toBe(503);
});

test("while the database is known to be down nothing waits for it", async () => {
  const asked = performance.now();
  expect((await refused(withVisit(args({}, { databaseIsDown: () => true }), async () => "in"))).status).toBe(503);
  expect(performance.now() - asked).toBeLessThan(100);
});

test("an error that is not of the database passes through", async () => {
  await expect(withPublicContext(args(), () => Promise.reject(new RangeError("bug")))).rejects.toThrow(RangeError);
  await expect(pageTransaction(database.db, ANONYMOUS, ({ db }) => db.execute(sql`select 1/0`))).rejects.toThrow();
});

test("an anonymous page reads no ticket", async () => {
  const { number } = await castOf(database.db).open("lan");
  const rows = await withPublicContext(args(), ({ db }) =>
    db.execute(sql`select 1 from tickets where number = ${number}`),
  );
  expect(rows).toHaveLength(0);
});
