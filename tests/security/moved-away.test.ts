import "#tests/support/own-data-dir.ts";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { noteOnTicket, replyToTicket } from "#app/domain/tickets/conversation.server.ts";
import { openStream, until } from "#tests/live/stream-reader.ts";
import { BINH_HUNG_HOA, idOf, type Name, TAN_BINH } from "#tests/support/cast.ts";
import { type Desk, openDesk } from "./desk.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.stop());

const now = () => new Date().toISOString();
async function listen(by: Name, query = "") {
  const headers = { cookie: await desk.cookieOf(by), host: "tram.example" };
  const stream = await openStream(`http://127.0.0.1:${desk.app.port}/live${query}`, headers);
  await until(() => stream.of("told").length > 0);
  return stream;
}

test("an engineer who is moved to another ward in mid-stream hears no more of the old one", async () => {
  const { number } = await desk.cast.open("lan");
  const page = await listen("tuan", `?ticket=${number}&since=0&site=${TAN_BINH}&tickets=${number}`);
  const old = await desk.cast.open("hoa", now(), { siteId: BINH_HUNG_HOA });
  await until(() => page.of("changed").length > 0);
  expect(JSON.stringify(page.heard)).not.toContain(String(number));

  const [person] = await desk.owner.sql`select version from people where id = ${idOf("tuan")}`;
  const [grant] = await desk.owner.sql`select id from grants where person_id = ${idOf("tuan")}`;
  const today = new Date().toLocaleDateString("en-CA", { timeZone: "Asia/Ho_Chi_Minh" });
  const ended = await desk.post("admin", `/admin/people/${idOf("tuan")}`, {
    intent: "end_now",
    version: Number(person?.version),
    grantId: Number(grant?.id),
  });
  expect(ended.headers.location).toContain("done=saved");
  await desk.owner.sql`insert into grants (person_id, role, site_id, valid_from)
    values (${idOf("tuan")}, 'engineer', ${TAN_BINH}, ${today})`;
  const before = page.heard.length;
  await desk.cast.as("hoa", now(), (ctx) => replyToTicket(ctx, { number: old.number }, { body: "Vẫn hỏng" }));
  await until(() => page.state.ended, 5_500);
  expect(JSON.stringify(page.heard.slice(before))).not.toContain(String(old.number));

  expect((await desk.get("tuan", `/tickets/${old.number}`)).status).toBe(404);
  expect((await desk.get("tuan", `/search?q=${old.number}`)).status).toBe(200);
  const next = await listen("tuan", `?since=1&ticket=${old.number}`);
  await sleep(600);
  expect(next.of("changed")).not.toContainEqual({ ticket: old.number });
  expect((await desk.get("tuan", `/tickets/${number}`)).status).toBe(200);
  for (const stream of [page, next]) stream.close();
}, 40_000);

test("no parameter of the stream opens a foreign ticket, its note or its readers", async () => {
  const { number } = await desk.cast.open("lan");
  const hoa = await listen("hoa", `?ticket=${number}&since=0&person=11&actor=11&role=admin&site=2`);
  await desk.cast.as("minh", now(), (ctx) => noteOnTicket(ctx, { number }, { body: "Nghi ngờ" }));
  await desk.cast.as("minh", now(), (ctx) => replyToTicket(ctx, { number }, { body: "Đang xem" }));
  await desk.cast.as("thu", now(), (ctx) => replyToTicket(ctx, { number }, { body: "Đã gọi" }));
  await sleep(1_200);
  expect(JSON.stringify(hoa.heard)).not.toContain(String(number));
  expect(hoa.of("viewers")).toEqual([]);
  hoa.close();
});
