import { afterAll, beforeAll, expect, test } from "vitest";
import {
  getAccountState,
  listSessionsOf,
  lock,
  revokeAllSessionsOf,
  unlock,
} from "#app/domain/identity/accounts.server.ts";
import { readSession } from "#app/domain/identity/sessions.server.ts";
import { signIn } from "#app/domain/identity/sign-in.server.ts";
import { accountsOf, addressOf, cookiesIn, PASSWORD } from "#tests/support/accounts.ts";
import { castOf, idOf, type Name, seedCast } from "#tests/support/cast.ts";
import { openTestDatabase } from "#tests/support/db.ts";

const world = await openTestDatabase();
const { db } = world;
const accounts = accountsOf(db);
const { visitor } = accounts;
beforeAll(async () => {
  await seedCast(db);
  await accounts.givePasswords("lan", "minh", "admin");
});
afterAll(() => world.close());

const as = <T>(name: Name, work: Parameters<ReturnType<typeof castOf>["as"]>[2]) =>
  castOf(db).as(name, new Date().toISOString(), work) as Promise<T>;
const enter = (name: Name, cookieHeader?: string) =>
  signIn(visitor({ cookieHeader }), { email: addressOf(name), password: PASSWORD });
async function cookieOf(name: Name): Promise<string> {
  const entered = await enter(name);
  if (!entered.ok) throw new Error(entered.reason);
  return cookiesIn(entered.setCookie);
}

test("an admin sees where Minh is signed in and ends it all, Lan stays", async () => {
  const [minhs, another, lans] = [await cookieOf("minh"), await cookieOf("minh"), await cookieOf("lan")];
  expect(await as("admin", (ctx) => listSessionsOf(ctx, idOf("minh")))).toMatchObject([
    { userAgent: "Firefox" },
    { userAgent: "Firefox" },
  ]);
  await as("admin", (ctx) => revokeAllSessionsOf(ctx, idOf("minh")));
  for (const cookie of [minhs, another]) expect(await readSession(db, cookie, new Date())).toBeNull();
  expect(await readSession(db, lans, new Date())).not.toBeNull();
  expect(await accounts.audited("minh", "session.all_revoked")).toEqual([
    { actorId: idOf("admin"), before: { sessions: 2 }, after: null },
  ]);
});

test("a locked account is out at once, and neither password nor known browser opens it until it is unlocked", async () => {
  const cookie = await cookieOf("minh");
  await as("admin", (ctx) => lock(ctx, idOf("minh")));
  expect(await readSession(db, cookie, new Date())).toBeNull();
  expect(await enter("minh")).toEqual({ ok: false, reason: "wrong" });
  expect(await enter("minh", cookie)).toEqual({ ok: false, reason: "wrong" });
  expect(await as("admin", (ctx) => getAccountState(ctx, idOf("minh")))).toEqual({ joined: true, locked: true });
  await as("admin", (ctx) => unlock(ctx, idOf("minh")));
  expect(await enter("minh")).toMatchObject({ ok: true });
  expect(await accounts.audited("minh", "account.locked")).toMatchObject([{ actorId: idOf("admin") }]);
  expect(await accounts.audited("minh", "account.unlocked")).toMatchObject([{ actorId: idOf("admin") }]);
});

test("whoever signs in while the account is being locked is not in afterwards", async () => {
  const round = async () => {
    const [entered] = await Promise.all([enter("lan"), as("admin", (ctx) => lock(ctx, idOf("lan")))]);
    if (entered.ok) expect(await readSession(db, cookiesIn(entered.setCookie), new Date())).toBeNull();
    await as("admin", (ctx) => unlock(ctx, idOf("lan")));
  };
  for (let i = 0; i < 5; i++) await round();
});

test.each(["lan", "chau", "son"] as const)("for %s these verbs are not there", async (name) => {
  for (const verb of [listSessionsOf, revokeAllSessionsOf, getAccountState, lock, unlock])
    await expect(as(name, (ctx) => verb(ctx, idOf("minh")))).rejects.toMatchObject({ refusal: "not_found" });
});

test("what an admin's ctx does for the system it does not keep: sessions stay out of the admin's sight", async () => {
  const seen = await as("admin", async (ctx) => {
    await listSessionsOf(ctx, idOf("minh"));
    return ctx.db.query.sessions.findMany();
  });
  expect(seen).toEqual([]);
});
