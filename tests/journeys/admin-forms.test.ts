import "#tests/support/own-data-dir.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openRefusalLog } from "#app/domain/audit/refusals.server.ts";
import { vi as w } from "#app/i18n/vi.ts";
import { ORIGIN } from "#tests/http/small-app.ts";
import { startBuiltApp } from "#tests/security/built-app.ts";
import { castOf, KINH_TE, type Name, seedCast, TAN_BINH } from "#tests/support/cast.ts";
import { signedIn } from "#tests/support/signed-in.ts";
import { hidden } from "#tests/support/visitor.ts";

let world: Awaited<ReturnType<typeof startBuiltApp>>;
let refusals: ReturnType<typeof openRefusalLog>;
beforeAll(async () => {
  world = await startBuiltApp({ onRefused: (refused) => refusals.note(refused) });
  refusals = openRefusalLog(() => world.db);
  await seedCast(world.db);
  for (const table of ["sites", "systems", "teams"])
    await world.owner.sql`select setval(pg_get_serial_sequence(${table}, 'id'), 100)`;
});
afterAll(() => world.stop());

async function page(path: string, by: Name = "admin"): Promise<string> {
  const answer = await world.app.fetch(path, { headers: { cookie: await signedIn(world.db, by) } });
  expect(answer.status, path).toBe(200);
  return answer.body;
}
async function send(path: string, fields: Record<string, string | number>, by: Name = "admin") {
  const body = String(new URLSearchParams(Object.entries(fields).map(([name, value]) => [name, String(value)])));
  const cookie = await signedIn(world.db, by);
  return world.app.post(path, { origin: ORIGIN, cookie }, body);
}

test("places are kept by forms alone, and the history tells it", { timeout: 60_000 }, async () => {
  expect(await page("/admin")).toContain(w.places.attention.title);
  expect(await page("/admin/sites?q=tan+binh")).toContain("Phường Tân Bình");
  const unit = await page(`/admin/sites/${TAN_BINH}`);
  expect(unit).toContain("Phòng Kinh tế, Hạ tầng và Đô thị");

  const room = `/admin/sites/${KINH_TE}`;
  const fields = {
    intent: "change",
    version: hidden(await page(room), "version"),
    name: "Phòng Kinh tế",
    validFrom: "01/07/2025",
    keepOldName: "on",
  };
  expect((await send(room, fields)).status).toBe(302);
  const late = await send(room, { ...fields, name: "Phòng Đô thị" });
  expect(late.status).toBe(409);
  expect(late.body).toContain(w.places.problems.changed_meanwhile);
  expect(late.body).toContain('value="Phòng Đô thị"');

  await castOf(world.db).open("lan");
  const end = await page(`/admin/sites/${TAN_BINH}/end`);
  expect(end).toContain(w.places.stillThere.people("4"));
  expect(end).toContain(w.places.stillThere.tickets("1", "Mới 1"));

  expect((await send("/admin/systems/new", { name: "Cổng 1022", nameEn: "1022", key: "1022", teamId: 1 })).status).toBe(
    302,
  );
  expect(await page("/tickets/new", "lan")).toContain("Cổng 1022");
  const words = await send("/admin/abbreviations", { intent: "remove", short: "ntn" });
  expect(await page(words.headers.location ?? "")).toContain(w.common.undo);

  const history = await page("/admin/history?q=kinh+te");
  expect(history).toContain(w.audit.actions["site.changed"]);
  expect(history).toContain("Phòng Kinh tế, Hạ tầng và Đô thị");
  expect(await page("/admin/history?q=1022")).toContain(w.audit.actions["system.added"]);
});

test("what was refused stands in the history; a foreign ticket and a missing one look alike there too", async () => {
  const { number } = await castOf(world.db).open("lan");
  const cookie = await signedIn(world.db, "hoa");
  for (const path of [`/tickets/${number}`, "/tickets/10999", "/admin/history"]) {
    expect((await world.app.fetch(path, { headers: { cookie } })).status).toBe(404);
  }
  expect((await world.app.post("/tickets/new", { origin: "https://evil.example" })).status).toBe(403);
  await refusals.flush();
  const rows = await world.owner.sql`
    select actor_id, object_name, after from audit_entries where action = 'request.refused' order by id`;
  expect(rows.map(({ actor_id, object_name, after }) => [actor_id, object_name, after.why])).toEqual([
    [21, `GET /tickets/${number}`, "not_found"],
    [21, "GET /tickets/10999", "not_found"],
    [21, "GET /admin/history", "not_found"],
    [null, "POST /tickets/new", "origin"],
  ]);
  expect(await page("/admin/history?kind=request")).toContain(w.audit.why.origin);
});
