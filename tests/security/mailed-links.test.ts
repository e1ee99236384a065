import "#tests/support/own-data-dir.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inContext } from "#app/db/context.server.ts";
import { issueLink } from "#app/domain/identity/links.server.ts";
import type { LinkPurpose } from "#app/domain/identity/links.ts";
import { SYSTEM } from "#app/domain/policy/actor.ts";
import { env } from "#app/env.server.ts";
import { maskedPath } from "#app/server/middleware/access-log.server.ts";
import { ORIGIN } from "#tests/http/small-app.ts";
import { startBuiltApp } from "#tests/security/built-app.ts";
import { accountsOf, addressOf, NEW_PASSWORD } from "#tests/support/accounts.ts";
import { idOf, type Name, seedCast } from "#tests/support/cast.ts";

let world: Awaited<ReturnType<typeof startBuiltApp>>;
let accounts: ReturnType<typeof accountsOf>;
beforeAll(async () => {
  world = await startBuiltApp();
  await seedCast(world.db);
  accounts = accountsOf(world.db);
  await accounts.givePasswords("lan", "mai", "hoa", "minh", "son");
});
afterAll(() => world.stop());

const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) => {
  const body = String(new URLSearchParams(fields));
  return world.app.post(path, { origin: ORIGIN, ...headers }, body);
};
async function mailed(name: Name, purpose: LinkPurpose, address?: string): Promise<URL> {
  const link = { personId: idOf(name), purpose, address };
  return new URL((await inContext(world.db, SYSTEM, new Date(), (ctx) => issueLink(ctx, link))).url);
}
const FORGED = {
  "x-forwarded-host": "evil.example",
  "x-forwarded-proto": "https",
  "x-forwarded-port": "444",
  forwarded: "host=evil.example;proto=https",
  "x-original-url": "https://evil.example/",
};

test("a letter leads to our own address, whatever address the request claimed to come in by", async () => {
  expect((await post("/password/forgot", { email: addressOf("lan") }, FORGED)).status).toBe(302);
  expect((await post("/password/forgot", { email: addressOf("mai") }, { host: "evil.example" })).status).toBe(302);
  const absolute = await world.app.speak((socket) =>
    socket.end(
      `POST http://evil.example/password/forgot HTTP/1.1\r\nHost: evil.example\r\nOrigin: ${ORIGIN}\r\nContent-Length: 0\r\n\r\n`,
    ),
  );
  expect(absolute).toMatch(/^HTTP\/1.1 400/);
  for (const name of ["lan", "mai"] as const) {
    expect(await accounts.letters(name)).toEqual([{ purpose: "password_reset", to: null, state: "waiting" }]);
    expect((await mailed(name, "password_reset")).origin).toBe(new URL(env.APP_URL).origin);
  }
});

test.each(["password_reset", "invitation", "address_confirm"] as const)(
  "the secret of a link for %s stands in no log, and no request of its page repeats it",
  async (purpose) => {
    const { pathname } = await mailed("hoa", purpose, purpose === "address_confirm" ? "new@tram.example" : undefined);
    const token = pathname.split("/").at(-1) ?? "-";
    for (const path of [pathname, `${pathname}.data`, "/password/reset/nothing", "/address"]) {
      const answer = await world.app.fetch(path);
      if (!path.endsWith(".data")) expect(answer.headers["referrer-policy"], path).toBe("strict-origin");
      expect(answer.headers["cache-control"]).toBe("no-store");
      expect(maskedPath(path)).not.toContain(token.slice(0, 20));
    }
    if (purpose === "address_confirm") return;
    expect((await post(pathname, { password: "ngắn" })).headers["referrer-policy"]).toBe("strict-origin");
  },
);

const SPACES = "%20";
test.each(["", "/", `/${SPACES}`, "/null", "/undefined", "?token=a&token=b", "?token[]=a", `/${"x".repeat(43)}`])(
  "an invitation or a reset at %j is told what is wrong and where to ask anew",
  async (tail) => {
    for (const page of ["/invitation", "/password/reset"]) {
      const shown = await world.app.fetch(page + tail);
      expect(shown.status, page).toBe(410);
      expect(shown.body).toContain('href="/password/forgot"');
      expect((await post(page + tail, { password: NEW_PASSWORD })).status).toBe(410);
    }
  },
);

test("a link that is expired, used or replaced says so; two passwords in one form are none", async () => {
  const first = await mailed("minh", "password_reset");
  const { pathname } = await mailed("minh", "password_reset");
  expect((await world.app.fetch(first.pathname)).body).toContain("Đã có thư mới hơn");
  const body = "password=mot+mat+khau+dai+1&password=mot+mat+khau+dai+2";
  expect((await world.app.post(pathname, { origin: ORIGIN }, body)).status).toBe(400);
  await world.owner.sql`update account_links set valid_until = now() where person_id = ${idOf("minh")}`;
  expect((await world.app.fetch(pathname)).body).toContain("Liên kết đã hết hạn");
  const third = await mailed("minh", "password_reset");
  const done = await Promise.all([1, 2, 3].map(() => post(third.pathname, { password: NEW_PASSWORD })));
  expect(done.map(({ status }) => status).sort()).toEqual([302, 410, 410]);
  expect((await world.app.fetch(third.pathname)).body).toContain("Liên kết đã được dùng");
});

test("Khoa comes in by his invitation: greeted by name and place, in his language, and signed in", async () => {
  await world.owner.sql`update people set lang = 'en' where id = ${idOf("khoa")}`;
  const { pathname, search } = await mailed("khoa", "invitation");
  const page = await world.app.fetch(pathname + search);
  expect(page.body).toContain("Welcome, Vũ Đăng Khoa");
  expect(page.body).toContain("Thành phố Hồ Chí Minh");
  const done = await post(pathname, { password: NEW_PASSWORD });
  expect(done.headers.location).toBe("/?done=welcome");
  const set = done.headers["set-cookie"] ?? [];
  expect(set[0]).toMatch(/^session=.*HttpOnly.*SameSite=Lax/i);
  expect(set[1]).toMatch(/^device=[\w-]{43}; Path=\/; Max-Age=15552000; HttpOnly; SameSite=Lax$/);
  const home = await world.app.fetch("/?done=welcome", { headers: { cookie: set[0]?.split(";")[0] ?? "" } });
  expect(home.headers.location).toBe("/queue?done=welcome");
});

test("every rule for passwords holds here too", async () => {
  const { pathname } = await mailed("lan", "password_reset");
  const refused = ["mười bốn ký t", "tanbinh20252026!", "passwordpassword", "nguyễn thị lan 1", "x1y2".repeat(33)];
  for (const password of refused) expect((await post(pathname, { password })).status, password).toBe(422);
  const began = performance.now();
  expect((await post(pathname, { password: "ă".repeat(50_000) })).status).toBe(422);
  expect(performance.now() - began).toBeLessThan(500);
  const taken = ["sông nước miền tây", "😀 😀 😀 😀 😀 😀 😀 😀", "một hai ba bốn ".repeat(8).trim()];
  for (const password of taken) {
    const link = await mailed("son", "password_reset");
    expect((await post(link.pathname, { password })).status, password).toBe(302);
  }
});

test("of a long password its first 72 characters are not enough", async () => {
  const password = `${"đường xa vạn dặm ".repeat(6)}hết`.slice(0, 100);
  const { pathname } = await mailed("son", "password_reset");
  expect((await post(pathname, { password })).status).toBe(302);
  const enter = (word: string) => post("/login", { email: addressOf("son"), password: word });
  expect((await enter(password.slice(0, 72))).status).toBe(422);
  expect((await enter(password)).status).toBe(302);
});
