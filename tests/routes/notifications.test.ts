import { afterAll, beforeAll, expect, test } from "vitest";
import type { NotificationPage } from "#app/components/notifications/notification.ts";
import { vi as w } from "#app/i18n/vi.ts";
import { type RunningApp, startApp } from "#tests/support/server.ts";
import { hidden, numberIn, type Visitor, visit } from "#tests/support/visitor.ts";

/** Pages and forms alone, as a browser without JavaScript has them. */
let app: RunningApp;
let lan: Visitor;
let minh: Visitor;
beforeAll(async () => {
  app = await startApp({ env: { TRAM_DEMO_DAYS: "0" } });
  lan = await visit(app.url, "lan@tanbinh.example");
  minh = await visit(app.url, "minh@dx.example");
}, 90_000);
afterAll(() => app?.stop());

async function report(title: string): Promise<number> {
  const form = await lan.page("/tickets/new");
  const systemId = /name="systemId"[^>]*value="(\d+)"/.exec(form)?.[1] ?? "";
  const fields = { kind: "how_to", systemId, title, impact: "one_person", commandId: hidden(form, "commandId") };
  const filed = new FormData();
  for (const [name, value] of Object.entries(fields)) filed.append(name, value);
  return numberIn((await lan.postFiles("/tickets/new", filed)).headers.get("Location"));
}
const bellOf = (html: string) => /<a[^>]*aria-label="([^"]*)"[^>]*href="\/notifications"/.exec(html)?.[1];
const latest = async (who: Visitor) => (await (await who.get("/notifications/latest")).json()) as NotificationPage;

test("what will appear is said where nothing is", async () => {
  const page = await lan.page("/notifications");
  expect(page).toContain(w.notifications.none);
  expect(bellOf(page)).toBe(w.shell.bell(null));
});

test("the bell counts, the page tells and leads to the place in the ticket, opening the ticket sees it", async () => {
  const number = await report("Chuyển văn bản cho nhiều phòng");
  expect(bellOf(await minh.page("/queue"))).toBe(w.shell.bell("1"));
  const page = await minh.page("/notifications");
  expect(page).toContain(w.notifications.day.today);
  expect(page).toContain(w.ticket.event["ticket.opened"]({ onBehalf: false } as never, "Nguyễn Thị Lan", {} as never));
  expect(page).toContain("Chuyển văn bản cho nhiều phòng");
  const place = new RegExp(`href="/tickets/${number}#(e\\d+)"`).exec(page)?.[1] ?? "none";
  const ticket = await minh.page(`/tickets/${number}`);
  expect(ticket).toContain(`id="${place}"`);
  expect(bellOf(ticket)).toBe(w.shell.bell(null));
  expect((await latest(minh)).rows[0]).toMatchObject({ ticketNumber: number, unread: false });
});

test("who only fetches ahead has seen nothing", async () => {
  const number = await report("Phiếu được tải trước");
  await fetch(`${app.url}/tickets/${number}`, { headers: { "Sec-Purpose": "prefetch", Cookie: minh.cookie() } });
  expect((await latest(minh)).rows[0]).toMatchObject({ ticketNumber: number, unread: true });
});

test("all are marked as seen up to the newest on the page, and what came meanwhile is not", async () => {
  await report("Có trên trang");
  const page = await minh.page("/notifications");
  const later = await report("Đến sau");
  const answer = await minh.post("/notifications", { upTo: hidden(page, "upTo") });
  expect([answer.status, answer.headers.get("Location")]).toEqual([302, "/notifications"]);
  const { rows } = await latest(minh);
  expect(rows.filter(({ unread }) => unread).map(({ ticketNumber }) => ticketNumber)).toEqual([later]);
  expect((await minh.post("/notifications", { upTo: "x" })).status).toBe(422);
});

test("fifty are a page, and the older ones follow", async () => {
  const number = await report("Nói nhiều");
  // Two of them: forty words a minute are enough for one.
  const chau = await visit(app.url, "chau@tanbinh.example");
  for (let i = 0; i < 52; i++)
    await (i % 2 ? lan : chau).post(`/tickets/${number}`, { visibility: "public", body: `Câu ${i}` });
  const page = await minh.page("/notifications");
  const [, before] = /href="\/notifications\?before=(\d+)"/.exec(page) ?? [];
  const older = await minh.page(`/notifications?before=${before}`);
  const places = (html: string) => [...html.matchAll(/#(e\d+)"/g)].map(([, place]) => place);
  expect(places(page)).toHaveLength(50);
  expect(places(older).length).toBeGreaterThan(2);
  expect(places(page).filter((place) => places(older).includes(place))).toEqual([]);
  expect(older).toContain(w.notifications.newest);
  expect((await minh.get("/notifications?before=%27x")).status).toBe(200);
});

test("nobody sees what another is told", async () => {
  for (const stranger of ["hoa@binhhunghoa.example", "tuan@dx.example"])
    expect((await latest(await visit(app.url, stranger))).rows).toEqual([]);
  expect((await (await visit(app.url)).get("/notifications")).headers.get("Location")).toContain("/login");
});
