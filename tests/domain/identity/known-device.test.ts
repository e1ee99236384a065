import { afterAll, beforeAll, expect, test } from "vitest";
import { signIn } from "#app/domain/identity/sign-in.server.ts";
import { accountsOf, addressOf, cookiesIn, PASSWORD } from "#tests/support/accounts.ts";
import { idOf, type Name, seedCast } from "#tests/support/cast.ts";
import { openTestDatabase } from "#tests/support/db.ts";

const world = await openTestDatabase();
const { db, owner } = world;
const accounts = accountsOf(db);
const { visitor } = accounts;
beforeAll(async () => {
  await seedCast(db);
  await accounts.givePasswords("lan", "mai", "minh", "hoa", "tuan");
});
afterAll(() => world.close());

type From = Parameters<typeof visitor>[0];
const enter = (name: Name, password = PASSWORD, from: From = {}) =>
  signIn(visitor(from), { email: addressOf(name), password });
/** What the browser keeps after somebody signed in there. */
async function browserOf(name: Name, cookieHeader?: string): Promise<string> {
  const entered = await enter(name, PASSWORD, { cookieHeader });
  if (!entered.ok) throw new Error(`${name}: ${entered.reason}`);
  return cookiesIn(entered.setCookie.filter((cookie) => cookie.startsWith("device=")));
}

test("while others hammer her account from her own network, Lan gets in where she always does", async () => {
  const peer = "203.0.113.7";
  const browser = await browserOf("lan");
  const noise = await Promise.all(Array.from({ length: 25 }, (_, i) => enter("lan", `lần thử thứ ${i}`, { peer })));
  expect(noise.filter((one) => !one.ok && one.reason === "wrong")).toHaveLength(5);
  expect(await enter("lan", PASSWORD, { peer })).toMatchObject({ reason: "limited" });
  expect(await enter("lan", PASSWORD, { peer, cookieHeader: browser })).toMatchObject({ ok: true });
});

test("also after a hundred wrong tries from everywhere closed the account for all others", async () => {
  const browser = await browserOf("minh");
  await owner.sql`update credentials set failures = 100 where person_id = ${idOf("minh")}`;
  expect(await enter("minh")).toEqual({ ok: false, reason: "wrong" });
  expect(await enter("minh", PASSWORD, { cookieHeader: browser })).toMatchObject({ ok: true });
});

test("the browser is known for its people only: a colleague's account is as closed there as anywhere", async () => {
  const browser = await browserOf("mai");
  await owner.sql`update credentials set failures = 100 where person_id = ${idOf("hoa")}`;
  expect(await enter("hoa", PASSWORD, { cookieHeader: browser })).toMatchObject({ ok: false });
});

test("at a counter that two share it is known for both; the copy from before is worth nothing", async () => {
  const first = await browserOf("lan");
  const both = await browserOf("mai", first);
  await owner.sql`update credentials set failures = 100 where person_id in ${owner.sql([idOf("lan"), idOf("mai")])}`;
  expect(await enter("lan", PASSWORD, { cookieHeader: first })).toMatchObject({ ok: false });
  const next = await browserOf("lan", both);
  expect(await enter("mai", PASSWORD, { cookieHeader: next })).toMatchObject({ ok: true });
});

test("after ten wrong passwords in it somebody else sits there: it is a browser like any other", async () => {
  const browser = await browserOf("tuan");
  const tries = () => owner.sql`delete from rate_limits`;
  for (let i = 0; i < 10; i++) {
    await tries();
    expect(await enter("tuan", "sai mật khẩu rồi", { cookieHeader: browser })).toMatchObject({ reason: "wrong" });
  }
  expect(await owner.sql`select failures from credentials where person_id = ${idOf("tuan")}`).toMatchObject([
    { failures: 0 },
  ]);
  await owner.sql`update credentials set failures = 100 where person_id = ${idOf("tuan")}`;
  expect(await enter("tuan", PASSWORD, { cookieHeader: browser })).toMatchObject({ ok: false });
});

test("in it, too, five may be tried in a quarter of an hour", async () => {
  await owner.sql`update credentials set failures = 0`;
  const browser = await browserOf("mai");
  const tried = [];
  for (let i = 0; i < 6; i++) tried.push(await enter("mai", "sai mật khẩu rồi", { cookieHeader: browser }));
  expect(tried.at(-1)).toMatchObject({ reason: "limited" });
});

test("nothing in the table is a browser's cookie, and after 180 days it is forgotten", async () => {
  await owner.sql`update credentials set failures = 0`;
  const browser = await browserOf("minh");
  const rows = await owner.sql`
    select encode(token_hash, 'base64') as b, encode(token_hash, 'hex') as h, person_id from known_devices`;
  await owner.sql`update credentials set failures = 100 where person_id = ${idOf("minh")}`;
  for (const row of rows) {
    const guesses = [row.b, row.h, Buffer.from(row.b, "base64").toString("base64url")];
    for (const guess of guesses)
      expect(await enter("minh", PASSWORD, { cookieHeader: `device=${guess}` })).toMatchObject({ ok: false });
  }
  await owner.sql`update known_devices set valid_until = now() where person_id = ${idOf("minh")}`;
  expect(await enter("minh", PASSWORD, { cookieHeader: browser })).toMatchObject({ ok: false });
});
