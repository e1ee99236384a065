import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { askAboutExpiring } from "#app/domain/access/register-tasks.server.ts";
import * as home from "#app/routes/access.tsx";
import * as campaign from "#app/routes/access-campaign.tsx";
import * as newCampaign from "#app/routes/access-campaign-new.tsx";
import * as change from "#app/routes/access-change.tsx";
import * as drafts from "#app/routes/access-drafts.ts";
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
const ask = (by: Name, fields: Fields) =>
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

test("the road ahead is shown without sending anything: who decides, who grants, by when", async () => {
  const answer = await ask("lan", { intent: "look" });
  expect(answer).toMatchObject({
    status: 200,
    body: {
      reply: { values: { tries: "Ký phát hành" } },
      road: {
        ways: [
          {
            steps: [{ approvers: ["Lê Minh Châu"] }, { approvers: ["Huỳnh Ngọc Sơn"] }],
            granters: [{ name: "Nhóm Quản lý văn bản" }],
          },
        ],
        promise: { approvedBy: expect.any(Date), grantedBy: expect.any(Date), provenBy: expect.any(Date) },
      },
    },
  });
  expect((await get(home.loader, "lan", "/access")).body).toMatchObject({ home: { mine: [] } });
});

test("a draft survives, is gone on with, and is gone once it is sent", async () => {
  const commandId = randomUUID();
  const typed = { commandId, siteId: TAN_BINH, rightIds: [String(PUBLISH)], tries: "Ký phát hành" };
  expect((await post(drafts.action, "lan", "/access/drafts", typed)).status).toBe(200);
  const opened = await get(fresh.loader, "lan", `/access/new?draft=${commandId}`);
  expect(opened.body).toMatchObject({
    drafted: true,
    commandId,
    typed: { rightIds: [String(PUBLISH)], tries: "Ký phát hành" },
  });
  expect((await get(fresh.loader, "mai", `/access/new?draft=${commandId}`)).body).toMatchObject({ drafted: false });
  const foreign = await post(drafts.action, "mai", "/access/drafts", { ...typed, tries: "của người khác" });
  expect(foreign.status).toBeLessThan(500);
  expect((await get(fresh.loader, "lan", `/access/new?draft=${commandId}`)).body).toMatchObject({
    typed: { tries: "Ký phát hành" },
  });
  expect((await post(drafts.action, "hoa", "/access/drafts", { ...typed, commandId: randomUUID() })).status).toBe(403);
  const sent = await ask("lan", { commandId, position: "Chánh Văn phòng" });
  expect(sent.status).toBe(302);
  expect((await get(home.loader, "lan", "/access")).body).toMatchObject({
    drafts: [],
    home: { mine: [{ title: expect.any(String) }] },
  });
});

test("what is asked for already is refused by name, and what was typed stays", async () => {
  expect(await ask("lan", {})).toMatchObject({
    status: 409,
    body: {
      reply: {
        formErrors: ["asked_already|Đặng Văn Phòng · Ký phát hành văn bản"],
        values: { decisionNumber: "12/QĐ" },
      },
    },
  });
  expect(await ask("lan", { personIds: [String(idOf("mai"))], decisionNumber: "" })).toMatchObject({
    body: { reply: { formErrors: ["decision_missing|Trần Thị Mai · Ký phát hành văn bản"] } },
  });
});

test("words that come from a report are carried over", async () => {
  const commandId = randomUUID();
  const report = {
    commandId,
    siteId: TAN_BINH,
    title: "Không ký được",
    body: "Thiếu nút",
    intent: "carry",
    impact: "one_person",
  };
  const { to } = await post(drafts.action, "mai", "/access/drafts", report);
  expect(to).toContain(`draft=${commandId}`);
  expect((await get(fresh.loader, "mai", to ?? "")).body).toMatchObject({
    typed: { tries: "Không ký được", fails: "Thiếu nút" },
  });
  await post(drafts.action, "mai", "/access/drafts", { commandId, siteId: TAN_BINH, intent: "drop" });
});

test("a changed request goes before its approvers anew; only its requester changes it", async () => {
  const number = numberIn(await ask("lan", { personIds: [String(idOf("mai"))], position: "Chuyên viên" }));
  expect((await get(change.loader, "chau", `/access/${number}/change`, at(number))).status).toBe(404);
  const { body } = await get(change.loader, "lan", `/access/${number}/change`, at(number));
  const { page, version } = body as { version: number; page: { typed: Record<string, unknown> } };
  expect(page.typed).toMatchObject({
    personIds: [String(idOf("mai"))],
    tries: "Ký phát hành",
    decisionNumber: "12/QĐ",
  });
  const before = (await pageOf("chau", number)).page.steps[0]?.id ?? 0;
  const changed = await post(
    change.action,
    "lan",
    `/access/${number}/change`,
    { ...ASK, commandId: randomUUID(), personIds: [String(idOf("mai"))], position: "Văn thư", version },
    at(number),
  );
  expect(changed.status).toBe(302);
  expect(await act("chau", number, { intent: "approve", stepId: before })).toMatchObject({
    status: 409,
    body: { reply: { formErrors: ["request_changed"] } },
  });
});

test("a picture goes with what was done, and who has none of it sees neither", async () => {
  const number = numberIn(
    await ask("lan", { rightIds: [String(ROOM_CLERK)], personIds: [String(idOf("mai"))], position: "Văn thư" }),
  );
  const step = (await pageOf("chau", number)).page.steps.find(({ mine }) => mine);
  await act("chau", number, { intent: "approve", stepId: step?.id ?? 0 });
  const { page } = await pageOf("vy", number);
  const png = Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  );
  const fields = {
    intent: "grant",
    version: page.version,
    itemIds: page.items.map(({ id }) => String(id)),
    done: "Đã gán",
  };
  expect(await act("vy", number, { ...fields, files: [new File(["không phải ảnh"], "x.exe")] })).toMatchObject({
    body: { reply: { errors: { files: [expect.any(String)] }, values: { done: "Đã gán" } } },
  });
  expect(
    (await act("vy", number, { ...fields, files: [new File([png], "bang-chung.png", { type: "image/png" })] })).status,
  ).toBe(302);
  expect((await pageOf("chau", number)).page.files).toMatchObject([{ name: "bang-chung.png" }]);
  expect((await get(request.loader, "hoa", `/access/${number}`, at(number))).status).toBe(404);
});

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
  expect(body).toMatchObject({ city: false, gaps: [] });
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
