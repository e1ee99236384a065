import { afterAll, beforeAll, expect, test } from "vitest";
import { askForReset } from "#app/domain/identity/forgotten.server.ts";
import { invitePerson } from "#app/domain/identity/invitation.server.ts";
import { choosePassword, findHolder } from "#app/domain/identity/new-password.server.ts";
import { readSession } from "#app/domain/identity/sessions.server.ts";
import { signIn } from "#app/domain/identity/sign-in.server.ts";
import { accountsOf, addressOf, cookiesIn, NEW_PASSWORD, PASSWORD } from "#tests/support/accounts.ts";
import { castOf, idOf, type Name, seedCast } from "#tests/support/cast.ts";
import { openTestDatabase } from "#tests/support/db.ts";

const world = await openTestDatabase();
const { db, owner } = world;
const accounts = accountsOf(db);
const { visitor, letters, mailedToken } = accounts;
beforeAll(async () => {
  await seedCast(db);
  await accounts.givePasswords("lan", "minh", "hoa", "chau", "thu", "son", "admin");
});
afterAll(() => world.close());

const ask = (email: string) => askForReset(visitor(), email);
const reset = (token: string, password = NEW_PASSWORD, from = visitor()) =>
  choosePassword(from, { purpose: "password_reset", token, password });
const enter = (name: Name, password: string, from = visitor()) => signIn(from, { email: addressOf(name), password });

test("Lan asks and one letter waits, however often she presses", async () => {
  expect(await ask(" LAN@tram.example ")).toEqual({ ok: true });
  expect(await ask(addressOf("lan"))).toEqual({ ok: true });
  expect(await letters("lan")).toEqual([{ purpose: "password_reset", to: null, state: "waiting" }]);
  expect(await accounts.audited("lan", "account.reset_asked")).toHaveLength(1);
});

test("nobody else gets a letter: not the unknown, the disabled, the never invited, nor the stand-in", async () => {
  await owner.sql`update people set disabled_at = now() where id = ${idOf("hoa")}`;
  const before = await owner.sql`select count(*)::int from deliveries`;
  for (const email of ["nobody@tram.example", addressOf("hoa"), addressOf("vy")])
    expect(await ask(email)).toEqual({ ok: true });
  expect(await owner.sql`select count(*)::int from deliveries`).toEqual(before);
});

test("who was invited and has no password yet is invited again", async () => {
  await castOf(db).as("admin", new Date().toISOString(), (ctx) => invitePerson(ctx, idOf("khoa")));
  await owner.sql`update deliveries set state = 'sent' where person_id = ${idOf("khoa")}`;
  await ask(addressOf("khoa"));
  expect(await letters("khoa")).toEqual([
    { purpose: "invitation", to: null, state: "sent" },
    { purpose: "invitation", to: null, state: "waiting" },
  ]);
});

test("one address may be asked for three times from one place and six times an hour from everywhere", async () => {
  const here = visitor({ peer: "2001:db8:1:2::1" });
  const there = visitor({ peer: "2001:db8:1:2:ffff::9" });
  for (const from of [here, there, here]) expect(await askForReset(from, "x@tram.example")).toEqual({ ok: true });
  expect(await askForReset(there, "x@tram.example")).toMatchObject({ ok: false });
  for (let i = 0; i < 2; i++) expect(await ask("x@tram.example")).toEqual({ ok: true });
  expect(await ask("x@tram.example")).toMatchObject({ ok: false });
});

test("one place may ask for thirty addresses", async () => {
  const from = visitor();
  const asked = [];
  for (let i = 0; i < 31; i++) asked.push(await askForReset(from, `a${i}@tram.example`));
  expect(asked.filter(({ ok }) => ok)).toHaveLength(30);
  expect(asked.at(-1)).toMatchObject({ ok: false, retryAfterSeconds: expect.any(Number) });
});

test("with the new password everything begins anew: other browsers are out, this one is in, the old word is dead", async () => {
  const before = await enter("minh", PASSWORD);
  const token = await mailedToken("minh", "password_reset");
  const cookie = cookiesIn(await reset(token));
  expect(await readSession(db, cookie, new Date())).toMatchObject({ actor: { personId: idOf("minh") } });
  expect(await readSession(db, before.ok ? cookiesIn(before.setCookie) : "", new Date())).toBeNull();
  expect(await enter("minh", PASSWORD)).toMatchObject({ ok: false });
  expect(await enter("minh", NEW_PASSWORD)).toMatchObject({ ok: true });
  expect(await letters("minh")).toEqual([{ purpose: "password_changed", to: null, state: "waiting" }]);
  expect(await accounts.audited("minh", "account.password_reset")).toEqual([
    { actorId: idOf("minh"), before: null, after: null },
  ]);
});

test("from two nodes at once one sets the password", async () => {
  const token = await mailedToken("chau", "password_reset");
  const words = ["mưa rào đầu mùa hạ", "nắng vàng cuối thu"];
  const done = await Promise.allSettled(words.map((word) => reset(token, word)));
  expect(done.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const winner = words[done.findIndex(({ status }) => status === "fulfilled")] ?? "";
  expect(await enter("chau", winner)).toMatchObject({ ok: true });
  await expect(reset(token)).rejects.toMatchObject({ reason: "link_used" });
});

test("a password that will not do leaves the link as it was", async () => {
  const token = await mailedToken("thu", "password_reset");
  await expect(reset(token, "ngắn quá")).rejects.toMatchObject({ reason: "password_too_short" });
  await expect(reset(token, "võ minh thu 2026")).rejects.toMatchObject({ reason: "password_guessable" });
  expect(await findHolder(visitor(), "password_reset", token)).toMatchObject({ fullName: "Võ Minh Thu" });
  await reset(token);
});

test("an account that a hundred wrong tries closed is opened by the letter", async () => {
  await owner.sql`update credentials set failures = 99 where person_id = ${idOf("son")}`;
  expect(await enter("son", "sai mật khẩu rồi")).toMatchObject({ ok: false });
  expect(await enter("son", PASSWORD)).toEqual({ ok: false, reason: "wrong" });
  await reset(await mailedToken("son", "password_reset"));
  expect(await enter("son", NEW_PASSWORD)).toMatchObject({ ok: true });
});

test("what was mailed before a change of password opens nothing after it, and what waits is not sent", async () => {
  const invitation = await mailedToken("lan", "invitation");
  await reset(await mailedToken("lan", "password_reset"));
  expect(await findHolder(visitor(), "invitation", invitation)).toBe("link_replaced");
  expect((await letters("lan")).filter(({ state }) => state === "waiting")).toEqual([
    { purpose: "password_changed", to: null, state: "waiting" },
  ]);
});
