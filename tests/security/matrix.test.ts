import "#tests/support/own-data-dir.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import routes from "#app/routes.ts";
import type { Answer } from "#tests/http/small-app.ts";
import { ORIGIN } from "#tests/http/small-app.ts";
import { startBuiltApp } from "#tests/security/built-app.ts";
import { addressesOf, routeIdsOf } from "#tests/support/addresses.ts";
import { castOf, idOf, type Name, seedCast } from "#tests/support/cast.ts";
import { signedIn } from "#tests/support/signed-in.ts";

/**
 * Who may read (GET) and who may try to change (POST) what hangs on a ticket that Lan of Tân Bình filed. One letter an
 * actor: y = answered, - = asked to sign in, 0 = as if it were not there, x = the route knows no such method.
 */
const ACTORS = [null, "lan", "mai", "hoa", "minh", "tuan", "thu", "son", "admin"] as const;
const TABLE: Record<string, readonly [GET: string, POST: string]> = {
  "/login": ["yyyyyyyyy", "yyyyyyyyy"],
  "/logout": ["yyyyyyyyy", "yyyyyyyyy"],
  "/preferences": ["yyyyyyyyy", "yyyyyyyyy"],
  "/password/forgot": ["yyyyyyyyy", "yyyyyyyyy"],
  "/password/reset/:token?": ["yyyyyyyyy", "yyyyyyyyy"],
  "/invitation/:token?": ["yyyyyyyyy", "yyyyyyyyy"],
  "/address/:token?": ["yyyyyyyyy", "yyyyyyyyy"],
  "/": ["-yyyyyyyy", "xxxxxxxxx"],
  "/me": ["-yyyyyyyy", "-yyyyyyyy"],
  "/me/password": ["-yyyyyyyy", "-yyyyyyyy"],
  "/me/address": ["-yyyyyyyy", "-yyyyyyyy"],
  "/me/sessions": ["-yyyyyyyy", "-yyyyyyyy"],
  "/me/notifications": ["-yyyyyyyy", "-yyyyyyyy"],
  "/notifications": ["-yyyyyyyy", "-yyyyyyyy"],
  "/notifications/latest": ["-yyyyyyyy", "xxxxxxxxx"],
  "/tickets": ["-yyyyyyyy", "xxxxxxxxx"],
  "/search": ["-yyyyyyyy", "xxxxxxxxx"],
  "/tickets/new": ["-yyyyyyyy", "-yyyyyyyy"],
  "/tickets/:number": ["-y00y0yy0", "-y00y0yy0"],
  "/tickets/:number/filed": ["-y00y0yy0", "xxxxxxxxx"],
  "/tickets/:number/:doing": ["-y00y0yy0", "-y00y0yy0"],
  "/alike": ["-yyyyyyyy", "-yy0y0yy0"],
  "/files": ["-00000000", "-yyyyyyyy"],
  "/files/:id": ["-y00y0yy0", "xxxxxxxxx"],
  "/files/:id/thumb": ["-y00y0yy0", "xxxxxxxxx"],
  "/queue": ["-000yyy00", "-yyyyyyyy"],
  "/reports": ["-00000yy0", "xxxxxxxxx"],
  "/admin": ["-0000000y", "xxxxxxxxx"],
  "/admin/people": ["-0000000y", "xxxxxxxxx"],
  "/admin/people/new": ["-0000000y", "-0000000y"],
  "/admin/people/export": ["-0000000y", "xxxxxxxxx"],
  "/admin/people/import": ["-0000000y", "-0000000y"],
  "/admin/people/import/template": ["-0000000y", "xxxxxxxxx"],
  "/admin/people/import/:id": ["-0000000y", "-0000000y"],
  "/admin/people/:id": ["-0000000y", "-0000000y"],
  "/admin/people/:id/move": ["-0000000y", "-0000000y"],
  "/admin/sites": ["-0000000y", "xxxxxxxxx"],
  "/admin/sites/new": ["-0000000y", "-0000000y"],
  "/admin/sites/:id": ["-0000000y", "-0000000y"],
  "/admin/sites/:id/end": ["-0000000y", "-0000000y"],
  "/admin/systems": ["-0000000y", "-0000000y"],
  "/admin/systems/new": ["-0000000y", "-0000000y"],
  "/admin/systems/:id": ["-0000000y", "-0000000y"],
  "/admin/teams": ["-0000000y", "xxxxxxxxx"],
  "/admin/teams/new": ["-0000000y", "-0000000y"],
  "/admin/teams/:id": ["-0000000y", "-0000000y"],
  "/admin/deliveries": ["-0000000y", "-0000000y"],
  "/admin/deliveries/:id": ["-0000000y", "-0000000y"],
  "/admin/abbreviations": ["-0000000y", "-0000000y"],
  "/admin/history": ["-0000000y", "xxxxxxxxx"],
  "/admin/history/export": ["-0000000y", "xxxxxxxxx"],
  "/admin/settings": ["-0000000y", "-0000000y"],
  "/admin/settings/mail": ["-0000000y", "-0000000y"],
  "/mailbox": ["000000000", "xxxxxxxxx"],
  "/mailbox/:id": ["000000000", "xxxxxxxxx"],
  "/mailbox/:id/html": ["000000000", "xxxxxxxxx"],
  "/mail-preview": ["000000000", "xxxxxxxxx"],
  "/mail-preview/html": ["000000000", "xxxxxxxxx"],
  "/*": ["000000000", "000000000"],
};
const SAME_FOR_ALL = new Set(["/*"]);

/** Enough for every form about a ticket, so that none is refused for what it lacks. */
const FORM = String(
  new URLSearchParams({
    ...{ body: "x", assigneeId: "32", teamId: "1", tried: "x", reason: "vendor", why: "x", code: "fixed", cause: "x" },
    ...{ done: "x", stillFails: "x", toSiteId: "3", to: "10002", of: "10002", number: "10002", priority: "p1" },
  }),
);
/** What there is of each kind that an admin keeps. */
const KEPT: Record<string, number | string> = {
  "/admin/people": 12,
  "/admin/sites": 2,
  "/admin/systems": 1,
  "/admin/teams": 1,
  "/admin/deliveries": "11111111-1111-4111-8111-111111111111",
};
const FILE = "11111111-1111-4111-8111-111111111111";
const INTERNAL_FILE = "22222222-2222-4222-8222-222222222222";
const MISSING_FILE = "33333333-3333-4333-8333-333333333333";
const MISSING_TICKET = 10_999;
let world: Awaited<ReturnType<typeof startBuiltApp>>;
let number: number;

beforeAll(async () => {
  world = await startBuiltApp();
  await seedCast(world.db);
  number = (await castOf(world.db).open("lan")).number;
  // Whoever joins a ticket may read it from then on, so it is another one that is joined: FORM names it.
  await castOf(world.db).open("lan");
  const { sql } = world.owner;
  const [note] = await sql`insert into messages (ticket_number, author_id, visibility, body, written_at)
    values (${number}, ${idOf("minh")}, 'internal', 'Ghi chú', now()) returning id`;
  const file = (id: string, message: number | null) => sql`
    insert into files (id, ticket_number, message_id, uploader_id, name, mime, size_bytes, sha256, created_at)
    values (${id}, ${number}, ${message}, ${idOf("minh")}, 'a.png', 'image/png', 1, 'x', now())`;
  await sql`insert into deliveries (id, person_id, purpose, created_at, due_at)
    values (${KEPT["/admin/deliveries"] ?? ""}, ${idOf("lan")}, 'test', now(), now())`;
  await sql`insert into people_imports (id, by_id, name, content, created_at)
    values (${FILE}, ${idOf("admin")}, 'a.csv', 'fullName,email\nx,x@tram.example', now())`;
  await file(FILE, null);
  await file(INTERNAL_FILE, Number(note?.id));
});
afterAll(() => world.stop());

const at = (address: string, doing = "take") =>
  address
    .replace(":number", String(number))
    .replace(/^(\/admin\/\w+)\/:id/, (_, section: string) => `${section}/${KEPT[section] ?? 1}`)
    .replace(":token?", "x".repeat(43))
    .replace(":id", FILE)
    .replace(":doing", doing)
    .replace("*", "nowhere/at/all");
const elsewhere = (path: string) => path.replace(String(number), String(MISSING_TICKET)).replace(FILE, MISSING_FILE);

async function ask(method: string, path: string, by: Name | null): Promise<Answer> {
  const cookie: Record<string, string> = by ? { cookie: await signedIn(world.db, by) } : {};
  if (method === "GET") return world.app.fetch(path, { headers: cookie });
  const form = {
    origin: ORIGIN,
    "content-type": "application/x-www-form-urlencoded",
    "content-length": String(FORM.length),
  };
  return world.app.fetch(path, { method, headers: { ...form, ...cookie }, body: FORM });
}

/** Single fetch answers 202 and writes the redirect into the body. */
function letterOf({ status, headers, body }: Answer): string {
  if (
    status === 401 ||
    (status < 400 && /^\/login(\?to=|$)|"\/login/.test(headers.location ?? (status === 202 ? body : "")))
  )
    return "-";
  if (status === 404) return "0";
  return status === 405 || (status === 400 && /did not provide|no `?(loader|action)/i.test(body)) ? "x" : "y";
}
async function rowOf(method: string, path: string): Promise<string> {
  let row = "";
  for (const by of ACTORS) row += letterOf(await ask(method, path, by));
  return row;
}

test("every route has its row, and every row its route", () => {
  expect(addressesOf(routes).sort()).toEqual(Object.keys(TABLE).sort());
});

describe.each(Object.entries(TABLE))("%s", (address, [reads, changes]) => {
  test("GET", async () => expect(await rowOf("GET", at(address))).toBe(reads));
  test("POST", async () => expect(await rowOf("POST", at(address))).toBe(changes));
  test("as data, and with the routes chosen by the caller", async () => {
    if (address === "/" || SAME_FOR_ALL.has(address) || reads.includes("x")) return;
    const [id] = routeIdsOf(routes, address);
    for (const query of ["", `?_routes=${id}`, `?_routes=root,${id}`]) {
      const path = `${at(address)}.data${query}`;
      for (const [i, by] of ACTORS.entries()) {
        const answer = await ask("GET", path, by);
        const known = await ask("GET", elsewhere(path), by);
        if (reads[i] === "y") expect(answer.status, path).not.toBe(404);
        else expect(answer.body, `${path} by ${by}`).not.toContain("Không ký phát hành");
        if (reads[i] === "0") expect(letterOf(answer), `${path} by ${by}`).toBe(letterOf(known));
      }
    }
  });
  test.each(["PUT", "DELETE"])("%s opens no other door than POST", async (method) => {
    for (const by of [null, "hoa"] as const) {
      const posted = letterOf(await ask("POST", at(address), by));
      expect(letterOf(await ask(method, at(address), by))).toBe(posted);
    }
  });
});

const DOINGS = [
  "take",
  "assign",
  "resolve",
  "cancel",
  "move",
  "reclassify",
  "hand-over",
  "link",
  "mark-duplicate",
  "unmark-duplicate",
  "confirm",
  "undo",
  "follow",
];

test.each(DOINGS)(
  "a stranger's %s is answered like one on a ticket that is not there, and changes nothing",
  async (doing) => {
    const before = await world.owner.sql`select t.*, (select count(*) from ticket_events) as events from tickets t`;
    for (const by of ["mai", "hoa", "tuan", "admin"] as const) {
      const path = at("/tickets/:number/:doing", doing);
      const [real, none] = [await ask("POST", path, by), await ask("POST", elsewhere(path), by)];
      expect([real.status, real.body.length]).toEqual([none.status, none.body.length]);
      expect([404, 409, 422]).toContain(real.status);
    }
    expect(await world.owner.sql`select t.*, (select count(*) from ticket_events) as events from tickets t`).toEqual(
      before,
    );
  },
);

test("the file of an internal note is not there for the reporter", async () => {
  for (const part of ["", "/thumb"]) {
    const path = `/files/${INTERNAL_FILE}${part}`;
    expect((await ask("GET", path, "lan")).status).toBe(404);
    expect((await ask("GET", path, "minh")).status).toBe(410);
  }
});

test.each(["?_data=routes/ticket", "?_data=root&_data=x"])("the older fetch %s is closed", async (query) => {
  for (const by of [null, "hoa", "lan"] as const)
    expect((await ask("GET", `/tickets/${number}${query}`, by)).status).toBe(400);
});
