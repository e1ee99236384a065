import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { RefusedRequest } from "#app/domain/audit/refusals.server.ts";
import * as settings from "#app/routes/admin.settings.tsx";
import * as notFound from "#app/routes/not-found.tsx";
import * as reports from "#app/routes/reports.tsx";
import * as ticket from "#app/routes/ticket.tsx";
import { startSmallApp } from "#tests/http/small-app.ts";
import { asking } from "#tests/routes/asking.ts";
import { castOf, idOf, seedCast } from "#tests/support/cast.ts";
import { openTestDatabase } from "#tests/support/db.ts";

const world = await openTestDatabase();
let noted: RefusedRequest[] = [];
const onRefused = (refused: RefusedRequest) => void noted.push(refused);
const { get, post } = asking(world.db, { onRefused });
const who = () =>
  noted.map(({ actor, why, status, path }) => [actor?.kind === "person" && actor.personId, why, status, path]);
let number: number;

beforeAll(async () => {
  await seedCast(world.db);
  number = (await castOf(world.db).open("lan")).number;
});
afterAll(() => world.close());
beforeEach(() => {
  noted = [];
});

test("a foreign ticket and a missing one are noted alike", async () => {
  await get(ticket.loader, "hoa", `/tickets/${number}?secret=1`, { number: String(number) });
  await get(ticket.loader, "hoa", "/tickets/10999", { number: "10999" });
  expect(who()).toEqual([
    [idOf("hoa"), "not_found", 404, `/tickets/${number}`],
    [idOf("hoa"), "not_found", 404, "/tickets/10999"],
  ]);
});

test("what an admin may and others may not is noted for the others", async () => {
  await get(settings.loader, "admin", "/admin/settings");
  await get(settings.loader, null, "/admin/settings");
  expect(noted).toEqual([]);
  await get(settings.loader, "son", "/admin/settings");
  await post(settings.action, "lan", "/admin/settings", { intent: "session", preset: "counter" });
  await get(reports.loader, "lan", "/reports");
  expect(who()).toEqual([
    [idOf("son"), "not_found", 404, "/admin/settings"],
    [idOf("lan"), "not_found", 404, "/admin/settings"],
    [idOf("lan"), "not_found", 404, "/reports"],
  ]);
});

test("an address that never was is nobody's, so it is not noted", async () => {
  await get(notFound.loader, "lan", "/nowhere");
  expect(noted).toEqual([]);
});

test("a form from elsewhere is noted with its address and nothing it carried", async () => {
  const app = await startSmallApp({ onRefused });
  const answer = await app.post("/tickets/new?to=me", { origin: "https://evil.example" }, "title=Bí mật");
  await app.post("/tickets/new", { origin: "http://tram.example" });
  await app.stop();
  expect(answer.status).toBe(403);
  expect(noted).toEqual([
    {
      why: "origin",
      status: 403,
      method: "POST",
      path: "/tickets/new",
      peer: expect.stringContaining("127.0.0.1"),
      requestId: answer.headers["x-request-id"],
    },
  ]);
});
