import "#tests/support/own-data-dir.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { noteOnTicket } from "#app/domain/tickets/conversation.server.ts";
import type { Answer } from "#tests/http/small-app.ts";
import { BINH_HUNG_HOA, idOf, type Name, TAN_BINH } from "#tests/support/cast.ts";
import { type Desk, openDesk } from "./desk.ts";
import { MISSING_TICKET } from "./kept-things.ts";

/** Words of Lan's ticket as nobody types them below, so that a page that holds them has them from the ticket. */
const TITLE = "Trống đồng vỡ mặt";
const BODY = "Mảnh vỡ rơi vãi";
const NOTE = "Nghi kẻ gian lẻn vào";
const NOW = new Date().toISOString();
let desk: Desk;
let lans: number;
let hoas: number;

beforeAll(async () => {
  desk = await openDesk();
  const { as, open } = desk.cast;
  lans = (await open("lan", NOW, { title: TITLE, body: BODY })).number;
  hoas = (await open("hoa", NOW, { title: "Quạt trần kêu to", siteId: BINH_HUNG_HOA })).number;
  await as("minh", NOW, (ctx) => noteOnTicket(ctx, { number: lans }, { body: NOTE, mentions: [idOf("khoa")] }));
});
afterAll(() => desk.stop());

/** What a page says about what was asked, without what is new in each answer and without the asked number. */
const said = ({ status, headers, body }: Answer) => {
  const text = `${status} ${headers.location ?? ""} ${body}`.replaceAll(String(headers["x-request-id"]), "");
  const nonce = /nonce-([^']+)/.exec(String(headers["content-security-policy"]))?.[1] ?? "-";
  return text
    .replaceAll(nonce, "")
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "")
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z|\d{13}/g, "")
    .replaceAll(String(lans), "N")
    .replaceAll(String(MISSING_TICKET), "N");
};

const LISTS = [
  "/search?q=trong+dong",
  "/search?q=trong+dong+vo+mat&site=2",
  "/search?q=nguyen+thi+lan",
  "/search?q=ke+gian",
  "/search?q=manh",
  "/tickets?site=2&system=1",
  "/tickets?site=2&sort=oldest",
  "/queue?site=2",
  "/queue?assignee=none",
  `/alike?siteId=${TAN_BINH}&systemId=1&q=trong+dong`,
  `/alike?siteId=${BINH_HUNG_HOA}&systemId=1&q=trong+dong`,
  `/tickets/new?siteId=${TAN_BINH}&systemId=1`,
  "/notifications",
  "/notifications/latest",
  "/reports?site=2",
  "/admin/deliveries?q=trong+dong",
  "/admin/history?q=trong+dong",
  "/admin/people?q=minh",
  "/me/notifications",
];
const STRANGERS: Name[] = ["hoa", "tuan", "vy", "admin", "mai"];

describe.each(STRANGERS)("%s, who may not read Lan's ticket,", (by) => {
  test("finds nothing of it on any list, in any search, bell, export or count", async () => {
    for (const path of [...LISTS, "/admin/people/export", "/admin/history/export"]) {
      const [page, extra = ""] = path.split("?");
      const asData = `${page}.data${extra && `?${extra}`}`;
      for (const asked of page?.includes("export") ? [path] : [path, asData]) {
        const { status, body } = await desk.get(by, asked);
        expect(status, asked).toBeLessThan(500);
        // A colleague of the same ward is offered to join what looks alike, and reads its title for that.
        const colleague = by === "mai" && /^.(alike|tickets.new)/.test(asked);
        for (const words of colleague ? [BODY, NOTE] : [TITLE, BODY, NOTE, "Trống", `/tickets/${lans}`])
          expect(body, `${asked} by ${by}`).not.toContain(words);
      }
    }
  });

  test("is told the same of its number as of one that nobody has", async () => {
    for (const path of [
      ...["/search?q=N", "/search?q=%23N", "/search.data?q=phieu+N", "/tickets?q=N", "/tickets/N", "/tickets/N.data"],
      ...["/tickets/N/filed", "/tickets/N/link", "/tickets/N/mark-duplicate", "/tickets/N?do=resolve"],
      ...["/admin/deliveries?q=N", "/admin/history?kind=request&q=N"],
    ]) {
      const [real, none] = [lans, MISSING_TICKET].map((number) => desk.get(by, path.replace("N", String(number))));
      if (by === "admin" && path.startsWith("/admin/deliveries")) continue;
      expect(said((await real) as Answer), path).toBe(said((await none) as Answer));
    }
  });
});

const FORMS: [who: Name, doing: string, fields: Record<string, string>][] = [
  ["tuan", "link", { to: "N", kind: "related" }],
  ["tuan", "link", { to: "#N", kind: "same_cause" }],
  ["tuan", "unlink", { to: "N" }],
  ["tuan", "mark-duplicate", { of: "N" }],
  ["hoa", "mark-duplicate", { of: "N" }],
  ["hoa", "link", { to: "N", kind: "related" }],
  ["tuan", "", { body: "x", visibility: "internal", mentions: String(idOf("minh")) }],
];
test.each(FORMS)("%s's %s with the number of Lan's ticket says and does what a missing one would", async (...form) => {
  const [by, doing, fields] = form;
  const before = await state();
  const answers = [];
  for (const number of [lans, MISSING_TICKET]) {
    const filled = Object.entries(fields).map(([name, value]) => [name, value.replace("N", String(number))]);
    answers.push(said(await desk.post(by, `/tickets/${hoas}${doing && `/${doing}`}`, Object.fromEntries(filled))));
  }
  expect(answers[0]).toBe(answers[1]);
  expect(answers[0]).toMatch(/^4/);
  expect(await state()).toEqual(before);
});

const state = () => desk.owner.sql`
  select t.number, t.version, t.status, (select count(*)::int from ticket_events) as events,
    (select count(*)::int from ticket_links) as links, (select count(*)::int from ticket_people) as people from tickets t`;

test("joining by number opens nothing to somebody of another ward", async () => {
  const [real, none] = [
    await desk.post("hoa", "/alike", { number: lans, peopleWaiting: 3 }),
    await desk.post("hoa", "/alike", { number: MISSING_TICKET, peopleWaiting: 3 }),
  ];
  expect(said(real)).toBe(said(none));
  expect(real.status).toBe(404);
});

test("only who reads the ticket and its notes is offered for a mention, and nobody is offered to the rest", async () => {
  const names = async (by: Name) => (await desk.get(by, `/tickets/${lans}.data`)).body;
  expect(await names("minh")).toContain("Vũ Đăng Khoa");
  expect(await names("minh")).not.toMatch(/Lê Anh Tuấn|Phạm Thị Hoa|Đỗ Khánh Vy/);
  expect(await names("lan")).not.toMatch(/Vũ Đăng Khoa|Huỳnh Ngọc Sơn|Võ Minh Thu/);
});

test("a foreign ticket costs what a missing one costs", { timeout: 60_000, retry: 2 }, async () => {
  const took: Record<number, number[]> = { [lans]: [], [MISSING_TICKET]: [] };
  for (let round = 0; round < 40; round++)
    for (const number of [lans, MISSING_TICKET]) {
      const began = performance.now();
      await desk.get("hoa", `/tickets/${number}.data`);
      took[number]?.push(performance.now() - began);
    }
  const [real, none] = Object.values(took).map((all) => all.sort((a, b) => a - b)[4] ?? 0);
  expect(Math.abs(Number(real) - Number(none)), JSON.stringify(took)).toBeLessThan(10);
});
