import { idOf } from "#tests/support/cast.ts";
import type { Desk } from "./desk.ts";

const FILE = "11111111-1111-4111-8111-111111111111";
export const INTERNAL_FILE = "22222222-2222-4222-8222-222222222222";
const MISSING_FILE = "33333333-3333-4333-8333-333333333333";
export const MISSING_TICKET = 10_999;
/** What there is of each kind that an admin keeps. */
const KEPT: Record<string, number | string> = {
  rights: 1,
  positions: 1,
  people: 12,
  sites: 2,
  systems: 1,
  teams: 1,
  deliveries: FILE,
  policies: "p1",
};

/** One thing for every address that names one: Lan's ticket with a file and an internal note's file, a letter, a file of people. */
export async function keepOneOfEach(desk: Desk): Promise<number> {
  const { number } = await desk.cast.open("lan");
  // Whoever joins a ticket may read it from then on, so it is another one that is joined: FORM names it.
  await desk.cast.open("lan");
  const { sql } = desk.owner;
  const [note] = await sql`insert into messages (ticket_number, author_id, visibility, body, written_at)
    values (${number}, ${idOf("minh")}, 'internal', 'Ghi chú', now()) returning id`;
  const file = (id: string, message: number | null) => sql`
    insert into files (id, ticket_number, message_id, uploader_id, name, mime, size_bytes, sha256, created_at)
    values (${id}, ${number}, ${message}, ${idOf("minh")}, 'a.png', 'image/png', 1, 'x', now())`;
  await sql`insert into deliveries (id, person_id, purpose, created_at, due_at)
    values (${FILE}, ${idOf("lan")}, 'test', now(), now())`;
  await sql`insert into people_imports (id, by_id, name, content, created_at)
    values (${FILE}, ${idOf("admin")}, 'a.csv', 'fullName,email\nx,x@tram.example', now())`;
  await sql`insert into access_rights (id, system_id, name, approval)
    values (1, 1, 'Ký phát hành', '[{"who": [{"by": "ward_lead"}], "need": "any"}]')`;
  await sql`insert into positions (id, name) values (1, 'Văn thư')`;
  await file(FILE, null);
  await file(INTERNAL_FILE, Number(note?.id));
  return number;
}

/** An address of routes.ts with the names of what is there. */
export const addressOf = (address: string, ticket: number, doing = "take"): string =>
  address
    .replace(":number", String(ticket))
    .replace(/^\/admin\/(\w+)\/:id/, (_, section: string) => `/admin/${section}/${KEPT[section] ?? 1}`)
    .replace(":token?", "x".repeat(43))
    .replace(":id", FILE)
    .replace(":doing", doing)
    .replace("*", "nowhere/at/all");

/** The same address of what is not there. */
export const missing = (path: string, ticket: number): string =>
  path.replace(String(ticket), String(MISSING_TICKET)).replace(FILE, MISSING_FILE);

/** Enough for every form about a ticket, so that none is refused for what it lacks. */
export const FORM = String(
  new URLSearchParams({
    ...{ body: "x", assigneeId: "32", teamId: "1", tried: "x", reason: "vendor", why: "x", code: "fixed", cause: "x" },
    ...{ done: "x", stillFails: "x", toSiteId: "3", to: "10002", of: "10002", number: "10002", priority: "p1" },
  }),
);
