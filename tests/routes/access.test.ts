import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as home from "#app/routes/access.tsx";
import * as change from "#app/routes/access-change.tsx";
import * as drafts from "#app/routes/access-drafts.ts";
import * as fresh from "#app/routes/access-new.tsx";
import * as request from "#app/routes/access-request.tsx";
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
        formErrors: [expect.stringMatching(/^asked_already\|Đặng Văn Phòng · Ký phát hành văn bản \(\d+\)$/)],
        values: { decisionNumber: "12/QĐ" },
      },
    },
  });
  expect(await ask("lan", { personIds: [String(idOf("mai"))], decisionNumber: "" })).toMatchObject({
    body: { reply: { formErrors: ["decision_missing|Trần Thị Mai · Ký phát hành văn bản"] } },
  });
  const looked = { personIds: [String(idOf("mai"))], decisionNumber: "", intent: "look" };
  expect(await ask("lan", looked)).toMatchObject({
    status: 200,
    body: {
      reply: { formErrors: [expect.stringMatching(/^decision_missing/)] },
      road: { ways: [expect.anything()] },
    },
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
  expect(await act("chau", number, { intent: "approve", stepIds: [String(before)] })).toMatchObject({
    status: 409,
    body: { reply: { formErrors: ["request_changed"] } },
  });
});

test("a picture goes with what was done, and who has none of it sees neither", async () => {
  const number = numberIn(
    await ask("lan", { rightIds: [String(ROOM_CLERK)], personIds: [String(idOf("mai"))], position: "Văn thư" }),
  );
  const step = (await pageOf("chau", number)).page.steps.find(({ mine }) => mine);
  await act("chau", number, { intent: "approve", stepIds: [String(step?.id ?? 0)] });
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
