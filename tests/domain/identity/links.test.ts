import { afterAll, beforeAll, expect, test } from "vitest";
import { inContext } from "#app/db/context.server.ts";
import { findLink, issueLink, spendLink } from "#app/domain/identity/links.server.ts";
import { linkPath } from "#app/domain/identity/links.ts";
import { SYSTEM } from "#app/domain/policy/actor.ts";
import { env } from "#app/env.server.ts";
import { accountsOf } from "#tests/support/accounts.ts";
import { castOf, idOf, seedCast } from "#tests/support/cast.ts";
import { openTestDatabase } from "#tests/support/db.ts";

const world = await openTestDatabase();
const { db, owner } = world;
const accounts = accountsOf(db);
const now = new Date();
beforeAll(() => seedCast(db));
afterAll(() => world.close());

const find = (token: string) => inContext(db, SYSTEM, now, (ctx) => findLink(ctx, "password_reset", token));
const spend = (token: string) => inContext(db, SYSTEM, now, (ctx) => spendLink(ctx, "password_reset", token));

test.each([
  ["password_reset", 30],
  ["invitation", 24 * 60],
] as const)("a link for %s starts with our own address and is good for %i minutes", async (purpose, minutes) => {
  const { url, validUntil } = await inContext(db, SYSTEM, now, (ctx) => issueLink(ctx, { personId: 11, purpose }));
  expect(url).toMatch(new RegExp(`^${env.APP_URL}${linkPath(purpose)}/[\\w-]{43}$`));
  const left = (validUntil.getTime() - Date.now()) / 60_000;
  expect(left).toBeGreaterThan(minutes - 1);
  expect(left).toBeLessThanOrEqual(minutes + 0.1);
});

test("a reader of English comes to an English page", async () => {
  await owner.sql`update people set lang = 'en' where id = ${idOf("vy")}`;
  const { url } = await inContext(db, SYSTEM, now, (ctx) =>
    issueLink(ctx, { personId: idOf("vy"), purpose: "invitation" }),
  );
  expect(new URL(url).search).toBe("?lang=en");
});

test("it opens once, for its own purpose only, and looking does not use it up", async () => {
  const token = await accounts.mailedToken("lan", "password_reset");
  expect(await find(token)).toEqual({ personId: idOf("lan"), address: null });
  expect(await find(token)).toMatchObject({ personId: idOf("lan") });
  const asInvitation = await inContext(db, SYSTEM, now, (ctx) => findLink(ctx, "invitation", token));
  expect(asInvitation).toBe("link_unknown");
  await spend(token);
  expect(await find(token)).toBe("link_used");
  await expect(spend(token)).rejects.toMatchObject({ reason: "link_used" });
});

test("of twenty who use it at the same moment one succeeds", async () => {
  const token = await accounts.mailedToken("lan", "password_reset");
  const done = await Promise.allSettled(Array.from({ length: 20 }, () => spend(token)));
  expect(done.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

test("a newer one ends the older, also when both are made at once", async () => {
  const first = await accounts.mailedToken("minh", "password_reset");
  const more = await Promise.all(Array.from({ length: 5 }, () => accounts.mailedToken("minh", "password_reset")));
  expect(await find(first)).toBe("link_replaced");
  const opening = await Promise.all(more.map(find));
  expect(opening.filter((found) => typeof found !== "string")).toHaveLength(1);
});

test("after its time, and for somebody who is out, it opens nothing", async () => {
  const late = await accounts.mailedToken("hoa", "password_reset");
  await owner.sql`update account_links set valid_until = now() - interval '1 second' where person_id = ${idOf("hoa")}`;
  expect(await find(late)).toBe("link_expired");
  await expect(spend(late)).rejects.toMatchObject({ refusal: "conflict" });
  const theirs = await accounts.mailedToken("mai", "password_reset");
  await owner.sql`update people set disabled_at = now() where id = ${idOf("mai")}`;
  expect(await find(theirs)).toBe("link_unknown");
  await expect(spend(theirs)).rejects.toMatchObject({ refusal: "conflict" });
});

test.each(["", " ", "null", "undefined", "[object Object]", "a,b", "x".repeat(43), "x".repeat(10_000), "%00"])(
  "%j is no link",
  async (token) => {
    await accounts.mailedToken("lan", "password_reset");
    expect(await find(token)).toBe("link_unknown");
    await expect(spend(token)).rejects.toMatchObject({ refusal: "conflict" });
  },
);

test("nobody but the system sees the table, and nothing in it is a link", async () => {
  const token = await accounts.mailedToken("lan", "password_reset");
  for (const name of ["lan", "admin"] as const) {
    const rows = await castOf(db).as(name, now.toISOString(), (ctx) => ctx.db.query.accountLinks.findMany());
    expect(rows).toEqual([]);
  }
  const rows = await owner.sql`
    select id, encode(secret_hash, 'base64') as b, encode(secret_hash, 'hex') as h, valid_until::text as t from account_links`;
  const columns = rows.flatMap((row) => Object.values(row).map(String));
  expect(columns.join()).not.toContain(token);
  const guesses = columns.flatMap((column) => [column, Buffer.from(column, "base64").toString("base64url")]);
  for (const guess of guesses) expect(await find(guess)).toBe("link_unknown");
});
