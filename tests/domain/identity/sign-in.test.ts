import { afterAll, beforeAll, expect, test } from "vitest";
import { inContext } from "#app/db/context.server.ts";
import { changePassword, hashPassword } from "#app/domain/identity/password.server.ts";
import { credentials } from "#app/domain/identity/schema.server.ts";
import { listSessions, readSession, revokeSession } from "#app/domain/identity/sessions.server.ts";
import { signIn, signInDemo, signOut } from "#app/domain/identity/sign-in.server.ts";
import { SYSTEM } from "#app/domain/policy/actor.ts";
import { idOf, type Name, seedCast } from "#tests/support/cast.ts";
import { openTestDatabase } from "#tests/support/db.ts";

const world = await openTestDatabase();
const { db, owner } = world;
const PASSWORD = "cà phê sữa đá 1975";
const now = new Date();
beforeAll(async () => {
  await seedCast(db);
  const passwordHash = await hashPassword(PASSWORD);
  for (const name of ["lan", "minh", "hoa", "mai"] as const) {
    await inContext(db, SYSTEM, now, (ctx) =>
      ctx.db.insert(credentials).values({ personId: idOf(name), passwordHash, changedAt: now }),
    );
  }
});
afterAll(() => world.close());

let peers = 0;
const deps = (peer = `198.51.100.${++peers}`) => ({ db, now, peer, userAgent: "Firefox" });
const email = (name: Name) => `${name}@tram.example`;
async function cookieOf(name: Name): Promise<string> {
  const result = await signIn(deps(), { email: email(name), password: PASSWORD });
  if (!result.ok) throw new Error(result.reason);
  return result.setCookie[0]?.split(";")[0] ?? "";
}

test("Lan signs in and is Lan, whatever the case of her address", async () => {
  const result = await signIn(deps(), { email: " LAN@tram.example ", password: PASSWORD });
  expect(result).toMatchObject({ ok: true });
  const cookie = (await cookieOf("lan")) ?? "";
  expect(await readSession(db, cookie, now)).toMatchObject({
    actor: { personId: idOf("lan"), name: "Nguyễn Thị Lan" },
  });
});

test("the cookie keeps to http, to this site and to no script; the table keeps no secret", async () => {
  const result = await signIn(deps(), { email: email("lan"), password: PASSWORD });
  expect(result.ok && result.setCookie[0]).toMatch(/HttpOnly.*SameSite=Lax/i);
  const rows =
    await owner.sql`select id, encode(secret_hash, 'base64') as b, encode(secret_hash, 'hex') as h from sessions`;
  for (const row of rows) {
    for (const guess of [row.id, row.b, row.h, `${row.id}.${row.b}`, `${row.id}.${row.h}`]) {
      expect(await readSession(db, `session=${guess}`, now)).toBeNull();
    }
  }
});

test.each([
  ["a wrong password", "lan@tram.example", "sai mật khẩu rồi nhé"],
  ["an unknown address", "nobody@tram.example", PASSWORD],
  ["only the first half of it", "lan@tram.example", PASSWORD.slice(0, 9)],
  ["a hundred kilobytes", "lan@tram.example", "x".repeat(100_000)],
])("%s is answered the same", async (_, address, password) => {
  expect(await signIn(deps(), { email: address, password })).toEqual({ ok: false, reason: "wrong" });
});

test("of forty guesses at once for one account from one peer five are looked at", async () => {
  const from = deps();
  const results = await Promise.all(
    Array.from({ length: 40 }, () => signIn(from, { email: email("hoa"), password: "sai sai sai" })),
  );
  expect(results.filter((result) => !result.ok && result.reason === "wrong")).toHaveLength(5);
  expect(results.at(-1)).toMatchObject({ reason: "limited" });
  expect(await signIn(deps(), { email: email("hoa"), password: PASSWORD })).toMatchObject({ ok: true });
});

test("one peer that tries many accounts is stopped", async () => {
  const from = deps();
  const results = [];
  for (let i = 0; i < 31; i++) results.push(await signIn(from, { email: `a${i}@tram.example`, password: "sai" }));
  expect(results.at(-1)).toMatchObject({ reason: "limited" });
});

test("a whole ward signs in from one address, and its right passwords count against nobody", async () => {
  const from = deps();
  for (let i = 0; i < 35; i++)
    expect(await signIn(from, { email: email("minh"), password: PASSWORD })).toMatchObject({ ok: true });
});

test("signing in ends the session that the browser had before", async () => {
  const before = await cookieOf("minh");
  const forged = `${before.slice(0, 24)}${"x".repeat(43)}`;
  const again = (cookieHeader: string) =>
    signIn({ ...deps(), cookieHeader }, { email: email("hoa"), password: PASSWORD });
  expect(await again(forged)).toMatchObject({ ok: true });
  expect(await readSession(db, before, now)).not.toBeNull();
  expect(await again(before)).toMatchObject({ ok: true });
  expect(await readSession(db, before, now)).toBeNull();
});

test.each(
  [["session=%", "session=%00.abc", "session=%ED%A0%80.x", "other=100%", `session=${"x".repeat(9000)}.y`]].flat(),
)("the cookie %j is nobody's, and breaks nothing", async (odd) => {
  expect(await readSession(db, odd.slice(0, 9000), now)).toBeNull();
  await expect(signOut({ db, now }, odd)).resolves.toHaveLength(1);
});

test("a cookie of another program on this host, however odd, leaves one signed in", async () => {
  expect(await readSession(db, `other=100%; ${await cookieOf("minh")}; theme=%`, now)).not.toBeNull();
});

test("signed out is signed out, also for whoever kept the cookie", async () => {
  const cookie = await cookieOf("minh");
  await signOut({ db, now }, cookie);
  expect(await readSession(db, cookie, now)).toBeNull();
});

test.each(["expires_at", "absolute_until"])(
  "a session ends when %s has passed by the database's clock",
  async (column) => {
    const cookie = await cookieOf("minh");
    await owner.sql`update sessions set ${owner.sql(column)} = now() - interval '1 second' where person_id = ${idOf("minh")}`;
    expect(await readSession(db, cookie, new Date(0))).toBeNull();
  },
);

test("a disabled person is out with the next request and cannot come back", async () => {
  const cookie = await cookieOf("mai");
  await owner.sql`update people set disabled_at = now() where id = ${idOf("mai")}`;
  expect(await readSession(db, cookie, now)).toBeNull();
  expect(await signIn(deps(), { email: email("mai"), password: PASSWORD })).toEqual({ ok: false, reason: "wrong" });
});

test("changing the password ends the other sessions and keeps this one", async () => {
  const [here, there] = [await cookieOf("lan"), await cookieOf("lan")];
  const signedIn = await readSession(db, here, now);
  if (!signedIn) throw new Error("not signed in");
  const change = (current: string, next: string) =>
    inContext(db, signedIn.actor, now, (ctx) => changePassword({ ...ctx, ...signedIn }, { current, next }));
  await expect(change("sai", "một mật khẩu đủ dài")).rejects.toMatchObject({ reason: "password_wrong" });
  await expect(change(PASSWORD, "ngắn quá")).rejects.toMatchObject({ reason: "password_too_short" });
  await change(PASSWORD, "sông Sài Gòn chảy qua");
  expect(await readSession(db, here, now)).not.toBeNull();
  expect(await readSession(db, there, now)).toBeNull();
});

test("at a desk left open the password cannot be found out by trying", async () => {
  const signedIn = await readSession(db, await cookieOf("hoa"), now);
  if (!signedIn) throw new Error("not signed in");
  const tries = [];
  for (let i = 0; i < 11; i++)
    tries.push(
      await inContext(db, signedIn.actor, now, (ctx) =>
        changePassword({ ...ctx, ...signedIn }, { current: `lần ${i}`, next: "một mật khẩu đủ dài" }).catch(
          (e) => e.reason,
        ),
      ),
    );
  expect(tries.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => "password_wrong"));
  expect(tries[10]).toBe("password_guessed_often");
});

test("Minh lists and ends his own sessions, not Hoa's", async () => {
  const cookie = await cookieOf("minh");
  await cookieOf("minh");
  const hoas = await readSession(db, await cookieOf("hoa"), now);
  const signedIn = await readSession(db, cookie, now);
  if (!signedIn || !hoas) throw new Error("not signed in");
  await inContext(db, signedIn.actor, now, async (ctx) => {
    const mine = { ...ctx, ...signedIn };
    const before = await listSessions(mine);
    expect(before.filter((session) => session.current)).toHaveLength(1);
    const other = before.find((session) => !session.current);
    await revokeSession(mine, other?.id ?? "");
    expect(await listSessions(mine)).toHaveLength(before.length - 1);
    await expect(revokeSession(mine, hoas.sessionId)).rejects.toMatchObject({ refusal: "not_found" });
  });
});

test("one tap signs in only the people of a demo", async () => {
  expect(await signInDemo(deps(), idOf("lan"))).toEqual({ ok: false, reason: "wrong" });
  await owner.sql`update people set is_demo = true where id = ${idOf("lan")}`;
  expect(await signInDemo(deps(), idOf("lan"))).toMatchObject({ ok: true });
});
