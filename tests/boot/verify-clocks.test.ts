import { spawn } from "node:child_process";
import { resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { seedDemo } from "#drizzle/seed/demo/life.ts";
import { seedDemoPeople } from "#drizzle/seed/people.ts";
import { permitDemo } from "#drizzle/seed/permit.ts";
import { seedReference } from "#drizzle/seed/reference.ts";
import { openTestDatabase } from "#tests/support/db.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const NOW = new Date("2026-11-23T08:00:00Z");
const DAYS = 5;
const permit = permitDemo({});
let demo: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  demo = await openTestDatabase();
  await seedReference(demo.db, NOW);
  await seedDemoPeople(demo.db, NOW, permit);
  expect(await seedDemo(demo.url, permit, { now: NOW, days: DAYS })).toBe(true);
}, 180_000);
afterAll(() => demo?.close());

async function clockVerify() {
  const env = { ...process.env, DATABASE_URL: demo.url };
  const child = spawn(process.execPath, ["app/boot/verify-clocks.ts"], { cwd: ROOT, env });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const code = await new Promise((done) => child.once("close", done));
  return { code, said: said.trim() };
}

test("every clock of the demo is what its ticket's events add up to", { timeout: 120_000 }, async () => {
  const [stored] = await demo.owner.sql<{ tickets: number; clocks: number }[]>`
    select (select count(*)::int from tickets) as tickets, (select count(*)::int from clocks) as clocks`;
  const { tickets = 0, clocks = 0 } = stored ?? {};
  expect(tickets).toBeGreaterThan(100);
  expect(clocks).toBeGreaterThanOrEqual(tickets * 2);
  expect(await clockVerify()).toEqual({
    code: 0,
    said: `${tickets} tickets with ${clocks} clocks compared: all as their events say.`,
  });
});

test("whatever was changed past the events is found, said and failed on", { timeout: 120_000 }, async () => {
  const { sql } = demo.owner;
  const [[late], [open], [bare]] = await Promise.all([
    sql`update clocks set elapsed_seconds = elapsed_seconds + 1 where (ticket_number, target) = (
      select ticket_number, target from clocks where target = 'resolution' and state = 'met' limit 1) returning ticket_number as n`,
    sql`update tickets set next_due_at = next_due_at + interval '1 second' where number = (
      select number from tickets where next_due_at is not null limit 1) returning number as n`,
    sql`delete from clocks where (ticket_number, target) = (
      select ticket_number, target from clocks where target = 'first_response' and state = 'missed' limit 1) returning ticket_number as n`,
  ]);
  const { code, said } = await clockVerify();
  expect(code).toBe(1);
  expect(said).toMatch(
    new RegExp(`^Ticket ${late?.n}, resolution\\.elapsedSeconds: stored \\d+, replayed \\d+\\.$`, "m"),
  );
  expect(said).toMatch(new RegExp(`^Ticket ${open?.n}, ticket\\.nextDueAt: stored 20`, "m"));
  expect(said).toContain(`Ticket ${bare?.n}, first_response: stored missing, replayed there.`);
  expect(said).toContain("3 tickets differ.");
});
