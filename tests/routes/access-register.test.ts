import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { askAboutExpiring } from "#app/domain/access/register-tasks.server.ts";
import * as home from "#app/routes/access.tsx";
import * as campaign from "#app/routes/access-campaign.tsx";
import * as newCampaign from "#app/routes/access-campaign-new.tsx";
import * as entitlement from "#app/routes/access-entitlement.tsx";
import * as gaps from "#app/routes/access-gaps.tsx";
import * as fresh from "#app/routes/access-new.tsx";
import * as recorded from "#app/routes/access-recorded.tsx";
import * as register from "#app/routes/access-register.tsx";
import * as request from "#app/routes/access-request.tsx";
import * as review from "#app/routes/access-review.tsx";
import * as reviews from "#app/routes/access-reviews.ts";
import { asking, type Fields } from "#tests/routes/asking.ts";
import { PUBLISH, ROOM_CLERK, seedAccess } from "#tests/support/access.ts";
import { idOf, type Name, seedCast, TAN_BINH } from "#tests/support/cast.ts";
import { openTestDatabase } from "#tests/support/db.ts";

const world = await openTestDatabase();
const { get, post } = asking(world.db);
const CLERK = 1;
beforeAll(async () => {
  await seedCast(world.db);
  await seedAccess(world.db);
  await world.owner.sql`insert into positions (id, name) values (${CLERK}, 'Văn thư')`;
  await world.owner.sql`insert into position_rights (position_id, right_id) values (${CLERK}, ${ROOM_CLERK})`;
  await world.owner.sql`update people set position = 'Văn thư' where id = ${idOf("mai")}`;
});
afterAll(() => world.close());

const ASK = {
  ...{ siteId: TAN_BINH, rightIds: [String(PUBLISH)], personIds: [String(idOf("head"))], position: "Chánh Văn phòng" },
  ...{ tries: "Ký phát hành", impact: "one_person", decisionNumber: "12/QĐ", decisionDate: "18/11/2026" },
};
const _ask = (by: Name, fields: Fields) =>
  post(fresh.action, by, "/access/new", { commandId: randomUUID(), ...ASK, ...fields });
const numberIn = ({ to }: { to: string | null }) => Number(/\/(\d+)/.exec(to ?? "")?.[1]);
const at = (number: number) => ({ number: String(number), id: String(number) });
const act = (by: Name, number: number, fields: Fields) =>
  post(request.action, by, `/access/${number}`, { commandId: randomUUID(), version: 0, ...fields }, at(number));
const pageOf = async (by: Name, number: number) =>
  (await get(request.loader, by, `/access/${number}`, at(number))).body as {
    page: {
      version: number;
      items: { id: number }[];
      steps: { id: number; mine: boolean }[];
      files: unknown[];
      may: object;
    };
  };

test("what runs out is renewed from its request", async () => {
  const held = {
    siteId: TAN_BINH,
    personId: idOf("lan"),
    rightId: ROOM_CLERK,
    position: "Văn thư",
    from: "1/7/2025",
    until: "1/1/2026",
    seen: "on",
  };
  const made = await post(recorded.action, "minh", "/access/register/new", held);
  expect(made.status).toBe(302);
  expect(await post(recorded.action, "minh", "/access/register/new", held)).toMatchObject({
    status: 409,
    body: { formErrors: ["held_already"] },
  });
  expect((await post(recorded.action, "hoa", "/access/register/new", held)).status).toBe(403);
  await askAboutExpiring(world.db, new Date());
  const { body } = await get(home.loader, "chau", "/access");
  const todo = (body as { home: { todo: { number: number; title: string }[] } }).home.todo.find(({ title }) =>
    title.startsWith("Sắp hết hạn"),
  );
  const number = todo?.number ?? 0;
  const { page } = await pageOf("chau", number);
  expect(page.may).toMatchObject({ renew: true });
  expect((await act("chau", number, { intent: "renew", version: page.version, until: "31/12/2099" })).status).toBe(302);
  expect((await pageOf("chau", number)).page.may).toMatchObject({ renew: false, decide: true });
  const id = numberIn(made);
  expect((await post(entitlement.action, "chau", `/access/register/${id}`, { why: "Nhầm" }, at(id))).status).toBe(302);
  expect((await get(register.loader, "chau", "/access/register")).body).toMatchObject({
    mayRecord: true,
    page: { rows: [] },
  });
});

test("a ward asks for the gaps it chose; nobody asks for those of another ward", async () => {
  const { body } = await get(gaps.loader, "chau", "/access/gaps");
  expect(body).toMatchObject({ city: false, gaps: [{ person: "Trần Thị Mai", rightId: ROOM_CLERK }] });
  await world.owner.sql`update people set position = 'Văn thư' where id = ${idOf("khoa")}`;
  await world.owner.sql`update people set position = 'Văn thư', site_id = ${TAN_BINH} where id = ${idOf("head")}`;
  const fields = {
    commandId: randomUUID(),
    siteId: TAN_BINH,
    tries: "Đủ quyền",
    pairs: [`${idOf("head")}:${ROOM_CLERK}`],
  };
  expect(await post(gaps.action, "chau", "/access/gaps", { ...fields, pairs: [] })).toMatchObject({ status: 422 });
  expect(
    (await post(gaps.action, "hoa", "/access/gaps", { ...fields, commandId: randomUUID() })).status,
  ).toBeGreaterThanOrEqual(403);
  expect((await post(gaps.action, "chau", "/access/gaps", fields)).to).toMatch(/\/access\/\d+/);
});

test("a campaign is started by the city and answered by its wards", async () => {
  const fields = {
    title: "Văn thư",
    why: "Văn bản bỏ qua văn thư",
    tries: "Nhận văn bản",
    rightIds: [String(ROOM_CLERK)],
    siteIds: [String(TAN_BINH)],
  };
  expect((await post(newCampaign.action, "chau", "/access/campaigns/new", fields)).status).toBe(404);
  expect(await post(newCampaign.action, "thu", "/access/campaigns/new", { ...fields, rightIds: [] })).toMatchObject({
    status: 422,
    body: { formErrors: ["no_rights"], values: { title: "Văn thư" } },
  });
  const id = numberIn(await post(newCampaign.action, "thu", "/access/campaigns/new", fields));
  const on = (by: Name, doing: Fields) => post(campaign.action, by, `/access/campaigns/${id}`, doing, at(id));
  expect((await get(campaign.loader, "hoa", `/access/campaigns/${id}`, at(id))).status).toBe(404);
  expect((await on("chau", { intent: "leave-out", siteId: TAN_BINH, why: "Đã đủ" })).status).toBe(302);
  expect((await get(campaign.loader, "chau", `/access/campaigns/${id}`, at(id))).body).toMatchObject({
    wards: [{ leftOutWhy: "Đã đủ", ticketNumber: null }],
  });
  expect(await on("chau", { intent: "end" })).toMatchObject({ status: 403, body: { formErrors: ["city_only"] } });
});

test("a lead opens the yearly review and finishes it", async () => {
  const held = {
    siteId: TAN_BINH,
    personId: idOf("lan"),
    rightId: PUBLISH,
    position: "Văn thư",
    from: "1/7/2025",
    seen: "on",
  };
  await post(recorded.action, "minh", "/access/register/new", held);
  expect((await post(reviews.action, "lan", "/access/reviews", { siteId: TAN_BINH })).status).toBe(404);
  const id = numberIn(await post(reviews.action, "chau", "/access/reviews", { siteId: TAN_BINH }));
  expect((await get(review.loader, "lan", `/access/reviews/${id}`, at(id))).status).toBe(404);
  const { body } = await get(review.loader, "chau", `/access/reviews/${id}`, at(id));
  const [line] = (body as { lines: { id: number }[] }).lines;
  await post(
    review.action,
    "chau",
    `/access/reviews/${id}`,
    { intent: "finish", revoke: [String(line?.id)], why: "Thôi" },
    at(id),
  );
  expect((await get(review.loader, "chau", `/access/reviews/${id}`, at(id))).body).toMatchObject({
    doneBy: "Lê Minh Châu",
    lines: [{ verdict: "revoke", why: "Thôi" }],
  });
});
