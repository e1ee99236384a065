import { afterAll, beforeAll, expect, test } from "vitest";
import { invitationStateOf, invitePerson } from "#app/domain/identity/invitation.server.ts";
import { choosePassword, findHolder } from "#app/domain/identity/new-password.server.ts";
import { signIn } from "#app/domain/identity/sign-in.server.ts";
import { accountsOf, addressOf, NEW_PASSWORD } from "#tests/support/accounts.ts";
import { castOf, idOf, type Name, seedCast } from "#tests/support/cast.ts";
import { openTestDatabase } from "#tests/support/db.ts";

const world = await openTestDatabase();
const { db, owner } = world;
const accounts = accountsOf(db);
const { visitor, mailedToken } = accounts;
beforeAll(async () => {
  await seedCast(db);
  await accounts.givePasswords("admin");
});
afterAll(() => world.close());

const asAdmin = <T>(work: Parameters<ReturnType<typeof castOf>["as"]>[2]) =>
  castOf(db).as("admin", new Date().toISOString(), work) as Promise<T>;
const invite = (name: Name) => asAdmin((ctx) => invitePerson(ctx, idOf(name)));
const stateOf = (name: Name) =>
  asAdmin<Map<number, { state: string }>>((ctx) => invitationStateOf(ctx, [idOf(name)])).then(
    (states) => states.get(idOf(name))?.state,
  );
const sent = (name: Name) => owner.sql`update deliveries set state = 'sent' where person_id = ${idOf(name)}`;
const accept = (token: string) => choosePassword(visitor(), { purpose: "invitation", token, password: NEW_PASSWORD });

test("from the invitation to the first sign-in, as the admin sees it", async () => {
  expect(await stateOf("lan")).toBe("none");
  await invite("lan");
  expect(await stateOf("lan")).toBe("waiting");
  expect(await accounts.letters("lan")).toEqual([{ purpose: "invitation", to: null, state: "waiting" }]);
  const token = await mailedToken("lan", "invitation");
  await sent("lan");
  expect(await stateOf("lan")).toBe("sent");
  expect(await findHolder(visitor(), "invitation", token)).toMatchObject({
    fullName: "Nguyễn Thị Lan",
    siteName: "Văn phòng HĐND và UBND",
    unitName: "Tân Bình",
  });
  await accept(token);
  expect(await stateOf("lan")).toBe("used");
  expect(await signIn(visitor(), { email: addressOf("lan"), password: NEW_PASSWORD })).toMatchObject({ ok: true });
  expect(await accounts.audited("lan", "account.invited")).toEqual([
    { actorId: idOf("admin"), before: null, after: { address: addressOf("lan") } },
  ]);
  expect(await accounts.audited("lan", "account.joined")).toMatchObject([{ actorId: idOf("lan") }]);
});

test("it works once, and after a day no more; the admin sees that it has expired", async () => {
  await invite("mai");
  const token = await mailedToken("mai", "invitation");
  await sent("mai");
  await owner.sql`update account_links set valid_until = now() - interval '1 second' where person_id = ${idOf("mai")}`;
  await expect(accept(token)).rejects.toMatchObject({ reason: "link_expired" });
  expect(await stateOf("mai")).toBe("expired");
  await owner.sql`update deliveries set state = 'failed' where person_id = ${idOf("mai")}`;
  expect(await stateOf("mai")).toBe("failed");
  await invite("mai");
  const second = await mailedToken("mai", "invitation");
  await accept(second);
  await expect(accept(second)).rejects.toMatchObject({ reason: "link_used" });
});

test("inviting again replaces: the older letter opens nothing, and one waits", async () => {
  await invite("hoa");
  const first = await mailedToken("hoa", "invitation");
  await invite("hoa");
  await expect(accept(first)).rejects.toMatchObject({ reason: "link_replaced" });
  const waiting = (await accounts.letters("hoa")).filter(({ state }) => state === "waiting");
  expect(waiting).toHaveLength(1);
});

test("somebody else's invitation opens somebody else's account, and a reset is no invitation", async () => {
  const hoas = await mailedToken("hoa", "invitation");
  expect(await findHolder(visitor(), "invitation", hoas)).toMatchObject({ fullName: "Phạm Thị Hoa" });
  const reset = await mailedToken("hoa", "password_reset");
  await expect(accept(reset)).rejects.toMatchObject({ reason: "link_unknown" });
});

test("only an admin invites, and neither the disabled nor those who are in", async () => {
  const as = (name: Name, whom: Name) =>
    castOf(db).as(name, new Date().toISOString(), (ctx) => invitePerson(ctx, idOf(whom)));
  await expect(as("chau", "hoa")).rejects.toMatchObject({ refusal: "not_found" });
  await expect(as("admin", "lan")).rejects.toMatchObject({ reason: "already_joined" });
  await owner.sql`update people set disabled_at = now() where id = ${idOf("tuan")}`;
  await expect(as("admin", "tuan")).rejects.toMatchObject({ reason: "person_disabled" });
  await expect(asAdmin((ctx) => invitePerson(ctx, 999_999))).rejects.toMatchObject({ refusal: "not_found" });
  const states = castOf(db).as("son", new Date().toISOString(), (ctx) => invitationStateOf(ctx, [idOf("lan")]));
  await expect(states).rejects.toMatchObject({ refusal: "not_found" });
});

test("nobody's mailbox is filled: five invitations an hour", async () => {
  for (let i = 0; i < 5; i++) await invite("khoa");
  await expect(invite("khoa")).rejects.toMatchObject({ reason: "invited_often" });
});
