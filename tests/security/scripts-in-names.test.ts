import "#tests/support/own-data-dir.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { recordAudit } from "#app/db/audit.server.ts";
import { noteOnTicket, replyToTicket } from "#app/domain/tickets/conversation.server.ts";
import { idOf, type Name } from "#tests/support/cast.ts";
import { PAYLOADS } from "#tests/support/payloads.ts";
import { type Desk, openDesk } from "./desk.ts";
import { addressOf, keepOneOfEach } from "./kept-things.ts";
import { liveMarkup } from "./live-markup.ts";
import { ACTORS, TABLE } from "./matrix-table.ts";

const NOW = new Date().toISOString();
let desk: Desk;
let number: number;
beforeAll(async () => {
  desk = await openDesk();
  number = await keepOneOfEach(desk);
});
afterAll(() => desk.stop());

/** Past every form, as if it stood in the database for years. */
async function callEverything(payload: string): Promise<void> {
  const { sql } = desk.owner;
  await sql`update people set full_name = left(${payload}, 110), position = left(${payload}, 110), disabled_reason = left(${payload}, 110)`;
  await sql`update sites set name = left(${payload} || id, 110), former_area = left(${payload}, 110)`;
  await sql`update systems set name = ${payload}, name_en = ${payload}`;
  await sql`update teams set name = ${payload}, name_en = ${payload}`;
  await sql`update abbreviations set long = ${payload} where short in (select short from abbreviations order by short limit 3)`;
  await sql`update files set name = ${payload}`;
  await sql`update people_imports set name = ${payload}, content = ${`Họ tên;Email\n${payload};x@tram.example\n`}`;
  await sql`update deliveries set state = 'failed', last_error = ${payload}, to_address = 'x@tram.example'`;
  await sql`update tickets set title = ${payload}, body = ${payload}`;
  await desk.cast.as("admin", NOW, (ctx) =>
    recordAudit(ctx, {
      action: "site.changed",
      object: { id: 2, name: payload },
      before: { name: payload },
      after: { name: `${payload} ${payload}`, formerArea: payload },
    }),
  );
  await desk.cast.as("minh", NOW, (ctx) => replyToTicket(ctx, { number }, { body: payload }));
  await desk.cast.as("minh", NOW, (ctx) => noteOnTicket(ctx, { number }, { body: payload, mentions: [idOf("khoa")] }));
}

const QUERIES = ["/search?q=", "/admin/people?q=", "/admin/history?q=", "/admin/sites?q=", "/admin/deliveries?q="];
const MORE = [...QUERIES, "/admin/abbreviations?try=", "/admin/abbreviations?q=", "/admin/history?from=", "/login?to="];
const PAGES = Object.keys(TABLE).filter((address) => !/logout|export|template|html$|^\/files/.test(address));

test.each(PAYLOADS)("%j as a name of everything is a name on every page", { timeout: 60_000 }, async (payload) => {
  await callEverything(payload);
  let shown = 0;
  for (const by of ["admin", "minh", "lan", "son"] satisfies Name[]) {
    const may = (address: string) => TABLE[address]?.[0][ACTORS.indexOf(by)] === "y";
    const paths = PAGES.filter(may).map((address) => addressOf(address, number, "reclassify"));
    const typed = by === "admin" || by === "minh" ? MORE.map((path) => path + encodeURIComponent(payload)) : [];
    for (const path of [...paths, ...typed]) {
      const { status, headers, body } = await desk.get(by, path);
      expect(status, path).toBeLessThan(500);
      if (!headers["content-type"]?.startsWith("text/html")) {
        if (status === 200) expect(headers["content-type"], path).toMatch(/^application\/json/);
        continue;
      }
      shown += status === 200 ? 1 : 0;
      expect(liveMarkup(body, headers["content-security-policy"]), `${path} by ${by}`).toEqual([]);
      expect(body.match(/<script/gi)?.length, path).toBe(body.match(/<script[^>]* nonce=/gi)?.length);
    }
  }
  expect(shown).toBeGreaterThan(60);
});
