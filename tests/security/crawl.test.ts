import "#tests/support/own-data-dir.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { noteOnTicket, replyToTicket } from "#app/domain/tickets/conversation.server.ts";
import type { Name } from "#tests/support/cast.ts";
import { type Desk, openDesk } from "./desk.ts";
import { addressOf, keepOneOfEach } from "./kept-things.ts";
import { TABLE } from "./matrix-table.ts";

const NOW = new Date().toISOString();
const NOTE = "Bí mật của tổ hỗ trợ";
const TITLE = "Con dấu nứt làm đôi";
const PAGES = 250;
let desk: Desk;
let number: number;

beforeAll(async () => {
  desk = await openDesk();
  const { as, open } = desk.cast;
  number = await keepOneOfEach(desk);
  const other = (await open("lan", NOW, { title: TITLE })).number;
  await as("minh", NOW, (ctx) => noteOnTicket(ctx, { number: other }, { body: NOTE }));
  await as("minh", NOW, (ctx) => replyToTicket(ctx, { number: other }, { body: "Đang xem ạ" }));
  await desk.owner.sql`insert into credentials (person_id, password_hash, changed_at)
    select id, '$argon2id$v=19$thật', now() from people`;
});
afterAll(() => desk.stop());

/** Every page the person may open, from every address of the app and on along the links, each as data too. */
async function crawl(by: Name) {
  const waiting = Object.keys(TABLE).map((address) => addressOf(address, number));
  const seen = new Set(waiting);
  const answers: { path: string; status: number; body: string; cache: string | undefined }[] = [];
  for (let path = waiting.shift(); path && answers.length < PAGES; path = waiting.shift()) {
    const { status, body, headers } = await desk.get(by, path);
    answers.push({ path, status, body, cache: headers["cache-control"] });
    if (status !== 200) continue;
    const [page = "", query = ""] = path.split("?");
    if (!/\.data$|export|template|^\/files/.test(page)) follow(`${page === "/" ? "/_root" : page}.data?${query}`);
    for (const [, href = ""] of body.matchAll(/<a [^>]*href="(\/[^"#]*)/g)) follow(href.replaceAll("&amp;", "&"));
    function follow(to: string) {
      if (seen.has(to) || /^\/(assets|logout)/.test(to)) return;
      seen.add(to);
      waiting.push(to);
    }
  }
  return answers;
}

const SECRETS = /argon2|secret_?hash|password_?hash|token_?hash/i;
const ADDRESS = /[\w.-]+@tram\.example/g;

test.each<[Name, { reads: boolean; notes: boolean; addresses: boolean }]>([
  ["lan", { reads: true, notes: false, addresses: false }],
  ["mai", { reads: false, notes: false, addresses: false }],
  ["hoa", { reads: false, notes: false, addresses: false }],
  ["chau", { reads: true, notes: false, addresses: false }],
  ["tuan", { reads: false, notes: false, addresses: false }],
  ["minh", { reads: true, notes: true, addresses: false }],
  ["son", { reads: true, notes: true, addresses: false }],
  ["admin", { reads: false, notes: false, addresses: true }],
])(
  "no page or data that %s can open holds more than is theirs, and none is kept by a browser",
  async (by, may) => {
    const cookie = (await desk.cookieOf(by)).split("=")[1] ?? "-";
    const answers = await crawl(by);
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(15);
    for (const { path, status, body, cache } of answers) {
      expect(status, path).toBeLessThan(500);
      expect(cache, path).toBe("no-store");
      expect(body, path).not.toMatch(SECRETS);
      expect(body, path).not.toContain(cookie);
      expect(body, path).not.toContain(cookie.split(".")[1] ?? "-");
      // The list of what looks alike is for the whole ward: it offers to join, and tells the title.
      if (!may.reads) expect(body, path).not.toContain(TITLE);
      if (!may.notes) expect(body, path).not.toContain(NOTE);
      const others = (body.match(ADDRESS) ?? []).filter((address) => address !== `${by}@tram.example`);
      if (!may.addresses) expect(others, path).toEqual([]);
    }
    if (may.reads) expect(answers.some(({ body }) => body.includes(TITLE))).toBe(true);
    if (may.notes) expect(answers.some(({ body }) => body.includes(NOTE))).toBe(true);
  },
  120_000,
);
