import { randomUUID } from "node:crypto";
import type { AppLoadContext } from "@remix-run/node";
import { afterAll, beforeAll, expect, test } from "vitest";
import { takeTicket } from "#app/domain/tickets/assignment.server.ts";
import type { QueueGroup } from "#app/domain/tickets/queue/queue.ts";
import { action, loader } from "#app/routes/queue.tsx";
import { loader as listLoader } from "#app/routes/tickets-list.tsx";
import { BINH_HUNG_HOA, castOf, idOf, type Name, seedCast } from "#tests/support/cast.ts";
import { openTestDatabase } from "#tests/support/db.ts";
import { signedIn } from "#tests/support/signed-in.ts";

const world = await openTestDatabase();
const { as, open, reload } = castOf(world.db);
beforeAll(() => seedCast(world.db));
afterAll(() => world.close());

type Answer = { data: Record<string, unknown>; init: { status?: number } | null };
const live = { cursor: () => 7 } as AppLoadContext["live"]; // safe because pages ask for nothing else
const LOADERS = { "/queue": loader, "/tickets": listLoader };

async function args(name: Name | null, address: string, form?: [string, string][]) {
  const headers = new Headers(name ? { Cookie: await signedIn(world.db, name) } : {});
  const body = form && new URLSearchParams(form);
  const request = new Request(`http://h${address}`, { method: form ? "POST" : "GET", headers, body });
  const context = { db: world.db, nonce: "n", requestId: "r", peer: "127.0.0.1", live } as AppLoadContext;
  return { request, context, params: {} };
}
/** Safe cast: both loaders and the action answer with data(). */
const answer = async (given: unknown) => (await given) as Answer;
const get = async (name: Name | null, address: string) => {
  const load = LOADERS[address.startsWith("/queue") ? "/queue" : "/tickets"];
  return answer(load(await args(name, address)));
};
const post = async (name: Name, form: [string, string][]) =>
  answer(action(await args(name, "/queue", [["commandId", randomUUID()], ...form])));
const titles = ({ data }: Answer) =>
  (data.groups as QueueGroup[]).flatMap(({ rows }) => rows.map(({ title }) => title));
const status = (work: Promise<unknown>) =>
  work.then(
    () => 200,
    (error: unknown) => (error instanceof Response ? error.status : Promise.reject(error)),
  );

test("the queue is for those who work on tickets; whoever is not signed in is asked to", async () => {
  await open("lan", undefined, { title: "Của phường Tân Bình" });
  await open("hoa", undefined, { title: "Của phường khác", siteId: BINH_HUNG_HOA });
  const page = await get("minh", "/queue");
  expect(page.data).toMatchObject({ me: idOf("minh"), cursor: 7, unknown: [] });
  expect(titles(page)).toEqual(["Của phường Tân Bình"]);
  for (const name of ["lan", "chau", "son"] as const) expect(await status(get(name, "/queue"))).toBe(404);
  expect(await status(get(null, "/queue"))).toBe(302);
  expect(await status(get(null, "/tickets"))).toBe(302);
  expect(titles(await get("lan", "/tickets"))).toEqual(["Của phường Tân Bình"]);
  expect(titles(await get("hoa", "/tickets?group=all"))).toEqual(["Của phường khác"]);
});

test.each([
  "sort=1;drop table tickets--",
  "sort=title",
  "group=' or 1=1",
  "group=unit",
  "after=%00",
  "group=new&after=eHg",
  "status=new'--",
  "site=1)--",
  "assignee=%22",
  "age[]=x&age=%FF",
  "receivedFrom=2026-13-45",
  "system=1&system=2",
])("what an address asks in vain is answered with 400, the words for it and the list: %s", async (query) => {
  const page = await get("minh", `/queue?${query}`);
  expect(page.init?.status).toBe(400);
  expect(titles(page)).toContain("Của phường Tân Bình");
});

test("nothing a person may not see is counted, whatever is asked", async () => {
  const count = async (name: Name, query: string) =>
    ((await get(name, `/tickets?group=all&${query}`)).data.groups as QueueGroup[])[0]?.count;
  expect(await count("lan", `site=${BINH_HUNG_HOA}`)).toBe(0);
  expect(await count("chau", `site=${BINH_HUNG_HOA}&openAt=2099-01-01`)).toBe(0);
  expect(await count("son", `site=${BINH_HUNG_HOA}&receivedFrom=2026-01-01`)).toBe(1);
});

test("ticked rows change together, and each that could not says why", async () => {
  const free = await open();
  const gone = await open();
  await as("khoa", "2026-11-02T09:00+07:00", (ctx) => takeTicket(ctx, { number: gone.number }));
  const { data } = await post("minh", [
    ["intent", "take"],
    ["pick", `${free.number}:${free.version}`],
    ["pick", `${gone.number}:${gone.version}`],
  ]);
  expect(data).toEqual({
    result: { intent: "take", done: [free.number], failed: [{ number: gone.number, reason: "ticket_changed" }] },
  });
  expect(await reload(free.number)).toMatchObject({ assigneeId: idOf("minh") });
});

test("a row's quick button changes that row, and leaves the ticked ones alone", async () => {
  const [row, ticked] = [await open(), await open()];
  const { data } = await post("minh", [
    ["pick", `${ticked.number}:1`],
    ["quick", `take:${row.number}:1`],
  ]);
  expect(data).toMatchObject({ result: { done: [row.number] } });
  expect(await reload(ticked.number)).toMatchObject({ status: "new" });
});

test("assign, hold and priority say what is missing", async () => {
  const { number } = await open();
  const pick: [string, string] = ["pick", `${number}:1`];
  const problem = async (form: [string, string][]) => {
    const { data, init } = await post("minh", form);
    return [data.problem, init?.status];
  };
  expect(await problem([["intent", "assign"], pick])).toEqual(["personMissing", 422]);
  expect(await problem([["intent", "hold"], ["holdReason", "vendor"], pick])).toEqual(["wordsMissing", 422]);
  expect(
    await problem([["intent", "hold"], ["holdReason", "vendor"], ["why", "x"], ["until", "2020-01-01T08:00"], pick]),
  ).toEqual(["untilPast", 422]);
  expect(await problem([["intent", "priority"], ["priority", "p1"], pick])).toEqual(["wordsMissing", 422]);
  expect(await problem([["intent", "take"]])).toEqual(["nothingPicked", 422]);
  expect(await problem([["intent", "close"], pick])).toEqual(["malformed", 422]);
  expect(
    await problem([
      ["intent", "take"],
      ["pick", "1:1;drop"],
    ]),
  ).toEqual(["malformed", 422]);
  expect(await problem([["quick", `assign:${number}:1`]])).toEqual(["malformed", 422]);
  const many = Array.from({ length: 101 }, (_, i): [string, string] => ["pick", `${i + 1}:1`]);
  expect(await problem([["intent", "take"], ...many])).toEqual(["tooMany", 422]);
  expect(await reload(number)).toMatchObject({ status: "new", version: 1 });
});

test("an officer's form changes nothing", async () => {
  const { number } = await open();
  const { data } = await post("lan", [
    ["intent", "take"],
    ["pick", `${number}:1`],
  ]);
  expect(data).toMatchObject({ result: { done: [], failed: [{ number, reason: "support_only" }] } });
});
