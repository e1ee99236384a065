import "#tests/support/own-data-dir.ts";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Answer, ORIGIN, startSmallApp } from "#tests/http/small-app.ts";
import { accountsOf } from "#tests/support/accounts.ts";
import { idOf } from "#tests/support/cast.ts";
import { type Desk, openDesk } from "./desk.ts";

const NEW_HERE = 12;
let desk: Desk;
let number: number;
beforeAll(async () => {
  desk = await openDesk();
  number = (await desk.cast.open("lan")).number;
});
beforeEach(() => desk.owner.sql`delete from rate_limits`);
afterAll(() => desk.stop());

/** Sent until it is refused: how many were taken, and the refusal. */
async function flood(most: number, send: (i: number) => Promise<Answer>) {
  for (let taken = 0; taken < most; taken++) {
    const answer = await send(taken);
    if (answer.status === 429) return { taken, answer };
    expect(answer.status).toBeLessThan(400);
  }
  throw new Error(`all ${most} were taken`);
}

test("the 41st reply of a minute waits, and keeps its words", async () => {
  const { taken, answer } = await flood(50, (i) => desk.post("lan", `/tickets/${number}`, { body: `Thêm ${i}` }));
  // A minute of the wall clock may begin in between.
  expect(taken).toBeGreaterThanOrEqual(40);
  expect(Number(answer.headers["retry-after"])).toBeGreaterThan(0);
  expect(answer.body).toContain(`Thêm ${taken}</textarea>`);
  const [said] = await desk.owner.sql`select count(*)::int as n from messages where author_id = ${idOf("lan")}`;
  expect(said?.n).toBe(taken);
});

test("so do other changes, and they count together with replies over all nodes", async () => {
  const follow = (i: number) =>
    i % 2 ? desk.post("minh", `/tickets/${number}/unfollow`, {}) : desk.post("minh", `/tickets/${number}/follow`, {});
  const { answer } = await flood(90, follow);
  expect(Number(answer.headers["retry-after"])).toBeGreaterThan(0);
  expect((await desk.post("minh", `/tickets/${number}`, { body: "x" })).status).toBe(429);
  expect((await desk.post("khoa", `/tickets/${number}`, { body: "x" })).status).toBe(302);
});

test("tickets wait after thirty in ten minutes", async () => {
  const facts = { kind: "other", systemId: "1", impact: "one_person", peopleWaiting: "0" };
  const { answer } = await flood(65, (i) => desk.post("mai", "/tickets/new", { ...facts, title: `Việc ${i}` }));
  expect(answer.body).toContain("Đã gửi nhiều phiếu trong 10 phút");
});

test("nobody is invited more than five times an hour, whoever asks", async () => {
  await desk.owner.sql`delete from credentials where person_id = ${NEW_HERE}`;
  const { taken, answer } = await flood(20, () =>
    desk.post("admin", `/admin/people/${NEW_HERE}`, { intent: "invite" }),
  );
  expect(taken).toBeGreaterThanOrEqual(5);
  expect(answer.status).toBe(429);
  expect((await accountsOf(desk.db).letters("mai")).filter(({ state }) => state === "waiting").length).toBe(1);
});

test.each([
  ["/login", 29],
  ["/password/forgot", 29],
] as const)(
  "%s of everybody's account is stopped by where it comes from, whatever it says that is",
  async (path, free) => {
    const ask = (i: number) => {
      const from = `203.0.113.${i}`;
      const forged = { "x-forwarded-for": from, "x-real-ip": from, "cf-connecting-ip": from, forwarded: `for=${from}` };
      const body = `email=nguoi${i}@tram.example&password=${"sai".repeat(6)}`;
      return desk.app.post(path, { origin: ORIGIN, ...forged }, body);
    };
    const statuses = [];
    for (let i = 1; i <= 65 && statuses.at(-1) !== 429; i++) statuses.push((await ask(i)).status);
    expect(statuses.at(-1)).toBe(429);
    expect(statuses.length).toBeGreaterThan(free);
  },
  60_000,
);

test("the history names the true address of whoever was turned away", async () => {
  const refused: string[] = [];
  const app = await startSmallApp({ onRefused: ({ peer }) => void refused.push(peer) });
  await app.post("/tickets/new", { origin: "https://evil.example", "x-forwarded-for": "203.0.113.9" });
  await app.stop();
  expect(refused).toEqual([expect.stringContaining("127.0.0.1")]);
});
