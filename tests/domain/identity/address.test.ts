import { afterAll, beforeAll, expect, test } from "vitest";
import {
  askForAddress,
  changeAddress,
  confirmAddress,
  findNewAddress,
  findPendingAddress,
} from "#app/domain/identity/address.server.ts";
import { findHolder } from "#app/domain/identity/new-password.server.ts";
import { changePassword } from "#app/domain/identity/password.server.ts";
import { signIn } from "#app/domain/identity/sign-in.server.ts";
import { letterOf } from "#app/domain/notifications/letter-of.server.ts";
import { startAttempt } from "#app/domain/notifications/outbox.server.ts";
import { accountsOf, addressOf, NEW_PASSWORD, PASSWORD } from "#tests/support/accounts.ts";
import { castOf, idOf, type Name, seedCast } from "#tests/support/cast.ts";
import { openTestDatabase } from "#tests/support/db.ts";

const world = await openTestDatabase();
const { db, owner } = world;
const accounts = accountsOf(db);
const { visitor, letters } = accounts;
beforeAll(async () => {
  await seedCast(db);
  await accounts.givePasswords("lan", "mai", "hoa", "minh", "khoa", "tuan", "admin");
});
afterAll(() => world.close());

const as = <T>(name: Name, work: Parameters<ReturnType<typeof castOf>["as"]>[2]) =>
  castOf(db).as(name, new Date().toISOString(), work) as Promise<T>;
const ask = (name: Name, address: string, current = PASSWORD) =>
  as(name, (ctx) => askForAddress(ctx, { address, current }));
const addressNow = async (name: Name) => (await owner.sql`select email from people where id = ${idOf(name)}`)[0]?.email;
/** What the worker does when it sends the letter. */
const confirmationFor = (name: Name, address: string) => accounts.mailedToken(name, "address_confirm", address);

test("Lan's new address holds once the new mailbox confirms it; the old one hears of it before and after", async () => {
  await ask("lan", " Nguyen.Lan@TanBinh.example ");
  expect(await addressNow("lan")).toBe(addressOf("lan"));
  expect(await letters("lan")).toEqual([
    { purpose: "address_changed", to: addressOf("lan"), state: "waiting" },
    { purpose: "address_confirm", to: "nguyen.lan@tanbinh.example", state: "waiting" },
  ]);
  expect(await as("lan", findPendingAddress)).toMatchObject({ address: "nguyen.lan@tanbinh.example" });

  const token = await confirmationFor("lan", "nguyen.lan@tanbinh.example");
  expect(await findNewAddress(visitor(), token)).toEqual({ address: "nguyen.lan@tanbinh.example" });
  expect(await addressNow("lan")).toBe(addressOf("lan"));
  await confirmAddress(visitor(), token);
  expect(await addressNow("lan")).toBe("nguyen.lan@tanbinh.example");
  expect((await letters("lan")).filter(({ purpose }) => purpose === "address_changed")).toEqual([
    { purpose: "address_changed", to: addressOf("lan"), state: "waiting" },
    { purpose: "address_changed", to: addressOf("lan"), state: "waiting" },
  ]);
  expect(await as("lan", findPendingAddress)).toBeNull();
  expect(await accounts.audited("lan", "account.address_changed")).toEqual([
    {
      actorId: idOf("lan"),
      before: { address: addressOf("lan") },
      after: { address: "nguyen.lan@tanbinh.example" },
    },
  ]);
  await expect(confirmAddress(visitor(), token)).rejects.toMatchObject({ reason: "link_used" });
  expect(await signIn(visitor(), { email: "nguyen.lan@tanbinh.example", password: PASSWORD })).toMatchObject({
    ok: true,
  });
});

test("the letter to the old mailbox says what is true when it is sent", async () => {
  await ask("minh", "minh@later.example");
  const saysAsked = async () => {
    const [row] = await owner.sql`
      select id, round from deliveries where person_id = ${idOf("minh")} and purpose = 'address_changed'
      order by created_at desc limit 1`;
    const attempt = await startAttempt(db, row?.id, row?.round, new Date());
    return attempt && letterOf(db, attempt, new Date());
  };
  expect(await saysAsked()).toMatchObject({ purpose: "address_changed", asked: true });
  await confirmAddress(visitor(), await confirmationFor("minh", "minh@later.example"));
  expect(await saysAsked()).toMatchObject({ purpose: "address_changed", asked: false });
});

test("without the password nothing happens and nobody is written to", async () => {
  await expect(ask("mai", "x@tram.example", "sai mật khẩu")).rejects.toMatchObject({ reason: "password_wrong" });
  expect(await letters("mai")).toEqual([]);
});

test.each([
  ["their own", addressOf("hoa"), "address_same"],
  ["a colleague's", addressOf("mai"), "address_taken"],
  ["no address", "mai", "address_malformed"],
  ["two of them", "a@b.example,c@d.example", "address_malformed"],
  ["with a name", "Hoa <hoa@b.example>", "address_malformed"],
  ["with a line break", "a@b.example\r\nBcc: c@d.example", "address_malformed"],
])("%s is refused", async (_, address, reason) => {
  await expect(ask("hoa", address)).rejects.toMatchObject({ reason });
  expect(await letters("hoa")).toEqual([]);
});

test("of two who are about to take the same address the first has it", async () => {
  const tokens = [
    await confirmationFor("minh", "same@tram.example"),
    await confirmationFor("khoa", "same@tram.example"),
  ];
  const done = await Promise.allSettled(tokens.map((token) => confirmAddress(visitor(), token)));
  expect(done.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(done.find(({ status }) => status === "rejected")).toMatchObject({ reason: { reason: "address_taken" } });
});

test("a change of password ends what waits to be confirmed", async () => {
  await ask("mai", "other@tram.example");
  const token = await confirmationFor("mai", "other@tram.example");
  await as("mai", (ctx) => changePassword(ctx, { current: PASSWORD, next: NEW_PASSWORD }));
  await expect(confirmAddress(visitor(), token)).rejects.toMatchObject({ reason: "link_replaced" });
  expect((await letters("mai")).filter(({ purpose }) => purpose === "address_confirm")).toMatchObject([
    { state: "dropped" },
  ]);
});

test("an admin moves somebody whose mailbox is lost; both are told and the old mailbox opens nothing", async () => {
  const reset = await accounts.mailedToken("tuan", "password_reset");
  await as("admin", (ctx) => changeAddress(ctx, idOf("tuan"), "le.tuan@dx.example"));
  expect(await addressNow("tuan")).toBe("le.tuan@dx.example");
  expect((await letters("tuan")).map(({ to }) => to).sort()).toEqual([null, addressOf("tuan")]);
  expect(await findHolder(visitor(), "password_reset", reset)).toBe("link_replaced");
  expect(await accounts.audited("tuan", "account.address_changed")).toMatchObject([{ actorId: idOf("admin") }]);
  const byAnother = as("son", (ctx) => changeAddress(ctx, idOf("tuan"), "x@dx.example"));
  await expect(byAnother).rejects.toMatchObject({ refusal: "not_found" });
});
