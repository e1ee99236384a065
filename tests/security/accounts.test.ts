import "#tests/support/own-data-dir.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { lock, revokeAllSessionsOf } from "#app/domain/identity/accounts.server.ts";
import { disablePerson } from "#app/domain/identity/people-access.server.ts";
import { type Answer, ORIGIN } from "#tests/http/small-app.ts";
import { openStream, until } from "#tests/live/stream-reader.ts";
import { startBuiltApp } from "#tests/security/built-app.ts";
import { accountsOf, addressOf, cookiesIn, NEW_PASSWORD, PASSWORD } from "#tests/support/accounts.ts";
import { castOf, idOf, type Name, seedCast } from "#tests/support/cast.ts";
import { signedIn } from "#tests/support/signed-in.ts";

let world: Awaited<ReturnType<typeof startBuiltApp>>;
let accounts: ReturnType<typeof accountsOf>;
beforeAll(async () => {
  world = await startBuiltApp();
  await seedCast(world.db);
  accounts = accountsOf(world.db);
  await accounts.givePasswords("lan", "mai", "hoa", "minh", "khoa", "tuan", "thu", "son", "chau", "admin");
  await world.owner.sql`update people set disabled_at = now() where id = ${idOf("mai")}`;
});
beforeEach(() => world.owner.sql`delete from rate_limits`);
afterAll(() => world.stop());

const post = (path: string, fields: Record<string, string>, cookie = "") =>
  world.app.post(path, { origin: ORIGIN, cookie }, String(new URLSearchParams(fields)));
const get = (path: string, cookie: string) => world.app.fetch(path, { headers: { cookie } });
const enter = async (name: Name) =>
  cookiesIn((await post("/login", { email: addressOf(name), password: PASSWORD })).headers["set-cookie"] ?? []);
const asAdmin = (work: Parameters<ReturnType<typeof castOf>["as"]>[2]) =>
  castOf(world.db).as("admin", new Date().toISOString(), work);

/** All of an answer but what is new in each: its id, its nonce, its moment, and the address that was typed. */
function sameParts({ status, headers, body }: Answer, typed: string) {
  const { date: _date, "x-request-id": id, "content-security-policy": policy, ...rest } = headers;
  const nonce = /nonce-([^']+)/.exec(String(policy))?.[1] ?? "-";
  const said = [String(id), nonce, typed].reduce((text, changing) => text.replaceAll(changing, ""), body);
  return { status, rest, said: said.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z|\d{13}/g, "") };
}

describe("nobody learns from an answer which addresses are there", () => {
  const WHO = { known: addressOf("lan"), disabled: addressOf("mai"), unknown: "abc@tram.example" };
  const ROUNDS = 25;
  /** What an answer costs when little else runs beside it, which on a busy machine is seldom. */
  const undisturbed = (of: number[]) => of.sort((a, b) => a - b)[2] ?? 0;

  test.each(["/login", "/password/forgot"])("%s", { timeout: 60_000, retry: 2 }, async (path) => {
    const took: Record<string, number[]> = {};
    const said = new Set<string>();
    for (let round = 0; round < ROUNDS; round++) {
      for (const [who, email] of Object.entries(WHO)) {
        await world.owner.sql`delete from rate_limits`;
        if (round % 2) await world.owner.sql`delete from deliveries`;
        const began = performance.now();
        const answer = await post(path, { email, password: "sai mật khẩu rồi" });
        if (round > 2) took[who] = [...(took[who] ?? []), performance.now() - began];
        said.add(JSON.stringify(sameParts(answer, email)));
      }
    }
    expect([...said]).toHaveLength(1);
    const costs = Object.values(took).map(undisturbed);
    const [least, most] = [Math.min(...costs), Math.max(...costs)];
    expect(most - least, JSON.stringify(took)).toBeLessThan(Math.max(10, least / 5));
  });
});

test("too many tries are told when to come back, at the sign-in and at the forgotten password", async () => {
  const tries = { "/login": 6, "/password/forgot": 4 };
  for (const [path, count] of Object.entries(tries)) {
    const answers = [];
    for (let i = 0; i < count; i++) answers.push(await post(path, { email: "ai@tram.example", password: "sai" }));
    expect(answers.at(-2)?.status, path).not.toBe(429);
    expect(answers.at(-1)?.status, path).toBe(429);
    expect(Number(answers.at(-1)?.headers["retry-after"]), path).toBeGreaterThan(0);
  }
});

/** An open page of somebody, and the browser that holds it. */
async function pageOf(name: Name) {
  const cookie = await signedIn(world.db, name);
  const stream = await openStream(`http://127.0.0.1:${world.app.port}/live`, { cookie, host: "tram.example" });
  await until(() => stream.of("hello").length > 0);
  return { cookie, stream };
}

const ENDINGS: [what: string, who: Name, work: () => Promise<unknown>][] = [
  [
    "the password is changed in another browser",
    "lan",
    async () => {
      const done = await post("/me/password", { current: PASSWORD, next: NEW_PASSWORD }, await enter("lan"));
      expect(done.headers.location).toBe("/me?done=password_changed");
    },
  ],
  [
    "a new password is chosen by mail",
    "minh",
    async () => {
      const token = await accounts.mailedToken("minh", "password_reset");
      expect((await post(`/password/reset/${token}`, { password: NEW_PASSWORD })).status).toBe(302);
    },
  ],
  [
    "an admin disables the account",
    "tuan",
    () => asAdmin((ctx) => disablePerson(ctx, { personId: idOf("tuan"), version: 1 }, "nghỉ việc")),
  ],
  ["an admin locks the account", "khoa", () => asAdmin((ctx) => lock(ctx, idOf("khoa")))],
  ["an admin ends all sessions", "thu", () => asAdmin((ctx) => revokeAllSessionsOf(ctx, idOf("thu")))],
  [
    "the person ends the other sessions",
    "chau",
    async () => expect((await post("/me/sessions", { intent: "revoke_others" }, await enter("chau"))).status).toBe(302),
  ],
];

test.each(ENDINGS)(
  "when %s, the next request is refused and the open stream closes within five seconds",
  async (...story) => {
    const [, who, work] = story;
    const { cookie, stream } = await pageOf(who);
    expect((await get("/me", cookie)).status).toBe(200);
    await work();
    const began = Date.now();
    expect((await get("/me", cookie)).headers.location).toMatch(/^\/login/);
    await until(() => stream.state.ended, 5_000);
    expect(Date.now() - began).toBeLessThan(5_000);
  },
);

test("with the next request a manager whose role has ended reads no reports", async () => {
  const cookie = await signedIn(world.db, "son");
  expect((await get("/reports", cookie)).status).toBe(200);
  await world.owner.sql`update grants set valid_until = current_date - 1 where person_id = ${idOf("son")}`;
  expect((await get("/reports", cookie)).status).toBe(404);
});

test("nobody ends a colleague's session by its name", async () => {
  const hoas = await signedIn(world.db, "hoa");
  const id = /session=([^.]+)/.exec(hoas)?.[1] ?? "";
  const answer = await post("/me/sessions", { intent: "revoke", id }, await signedIn(world.db, "admin"));
  expect(answer.status).toBe(404);
  expect((await get("/me", hoas)).status).toBe(200);
});

test("a copy of the database opens nothing: no column of it is a session, a link or a browser", async () => {
  await signedIn(world.db, "hoa");
  await enter("hoa");
  await accounts.mailedToken("hoa", "password_reset");
  const values = new Set<string>();
  for (const table of ["sessions", "account_links", "known_devices", "credentials"]) {
    const rows = await world.owner.sql`
      select * from ${world.owner.sql(table)} where person_id = ${idOf("hoa")}`;
    for (const value of rows.flatMap((row) => Object.values(row))) {
      if (value === null) continue;
      const forms = Buffer.isBuffer(value)
        ? (["hex", "base64", "base64url"] as const).map((form) => value.toString(form))
        : [value instanceof Date ? value.toISOString() : String(value)];
      for (const form of forms) values.add(form);
    }
  }
  const [session] = await world.owner.sql`select id from sessions where person_id = ${idOf("hoa")}`;
  await world.owner.sql`update credentials set failures = 100 where person_id = ${idOf("hoa")}`;
  for (const value of values) {
    await world.owner.sql`delete from rate_limits`;
    const safe = encodeURIComponent(value);
    for (const cookie of [safe, `${session?.id}.${safe}`])
      expect((await get("/me", `session=${cookie}`)).headers.location).toMatch(/^\/login/);
    for (const page of ["/password/reset", "/invitation", "/address"])
      expect([400, 410], value).toContain((await get(`${page}/${safe}`, "")).status);
    if (value.length < 40 || value.length > 44) continue;
    const known = await post("/login", { email: addressOf("hoa"), password: PASSWORD }, `device=${safe}`);
    expect(known.status).toBe(422);
  }
}, 60_000);
