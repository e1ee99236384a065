import "#tests/support/own-data-dir.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as exported from "#app/routes/admin.people.export.ts";
import * as importing from "#app/routes/admin.people.import.tsx";
import * as planned from "#app/routes/admin.people.import-plan.tsx";
import * as move from "#app/routes/admin.people.move.tsx";
import * as people from "#app/routes/admin.people.tsx";
import { openOffice } from "#tests/domain/people/office.ts";
import { type Answer, asking } from "#tests/routes/asking.ts";
import { BINH_HUNG_HOA, idOf, TAN_BINH } from "#tests/support/cast.ts";

let office: Awaited<ReturnType<typeof openOffice>>;
let ask: ReturnType<typeof asking>;
beforeAll(async () => {
  office = await openOffice();
  ask = asking(office.db);
});
afterAll(() => office.close());

const one = (id: number | string) => ({ id: String(id) });
const body = <T>(answer: Answer) => answer.body as T; // safe because each test names what its route answers

describe("a move", () => {
  const MAI = idOf("mai");
  test("is looked at before it is made", async () => {
    const asked = `/admin/people/${MAI}/move?look=1&to=${BINH_HUNG_HOA}&on=31/12/2030&begin=reporter`;
    const looked = await ask.get(move.loader, "admin", asked, one(MAI));
    expect(looked.body).toMatchObject({
      plan: { ends: [{ siteId: TAN_BINH }], begins: [{ role: "reporter" }], lastDay: "2030-12-30" },
    });
    expect((await office.person(MAI)).movesOn).toBeNull();
    const { version } = await office.target(MAI);
    const order = { version, to: BINH_HUNG_HOA, on: "2030-12-31", begin: ["reporter"] };
    const made = await ask.post(move.action, "admin", `/admin/people/${MAI}/move`, order, one(MAI));
    expect(made).toMatchObject({ status: 302, to: `/admin/people/${MAI}?done=saved` });
    expect(await office.person(MAI)).toMatchObject({ movesOn: "2030-12-31", nextSiteId: BINH_HUNG_HOA });
    expect((await ask.post(move.action, "admin", `/admin/people/${MAI}/move`, order, one(MAI))).status).toBe(409);
  });

  test.each([
    ["look=1&to=&on=31/12/2030", 422],
    [`look=1&to=${TAN_BINH}&on=1/1/2020`, 422],
    [`look=1&to=${TAN_BINH}&on=32/1/2030`, 422],
    [`look=1&to=99999&on=31/12/2030`, 422],
    [`look=1&to=${TAN_BINH}&on=31/12/2030&keep=x&begin=boss`, 422],
  ])("asked for as %s is answered with the form", async (query, status) => {
    const answer = await ask.get(move.loader, "admin", `/admin/people/${MAI}/move?${query}`, one(MAI));
    expect([answer.status, body<{ plan: unknown }>(answer).plan]).toEqual([status, null]);
  });
});

describe("a file of people", () => {
  const send = (content: string | Uint8Array<ArrayBuffer>) =>
    ask.post(importing.action, "admin", "/admin/people/import", { file: new File([content], "nhân sự.csv") });
  const HEAD = "Họ tên,Email,Vai trò,Đơn vị\n";

  test("is checked, shown, and written when it is asked for", async () => {
    const sent = await send(`${HEAD}Đỗ Thị Sen,sen@tram.example,Người gửi phiếu,Phường Tân Bình\n=cmd|x,@x,,\n`);
    const id = /import\/([\w-]{36})$/.exec(sent.to ?? "")?.[1] ?? "";
    const looked = await ask.get(planned.loader, "admin", `/admin/people/import/${id}`, one(id));
    const { plan } = body<{ plan: { hash: string; counts: Record<string, number> } }>(looked);
    expect(plan.counts).toEqual({ new: 1, changed: 0, unchanged: 0, refused: 1 });
    const path = `/admin/people/import/${id}`;
    expect((await ask.post(planned.action, "admin", path, { hash: "x".repeat(43) }, one(id))).status).toBe(409);
    expect(await ask.post(planned.action, "admin", path, { hash: plan.hash, invite: "on" }, one(id))).toMatchObject({
      status: 302,
      to: path,
    });
    expect((await ask.get(planned.loader, "admin", path, one(id))).body).toMatchObject({
      plan: null,
      kept: { result: { invited: 1 } },
    });
    expect((await ask.get(planned.loader, "thu", path, one(id))).status).toBe(404);
  });

  test("that is none is refused with the reason", async () => {
    const latin = Uint8Array.from([...new TextEncoder().encode(HEAD), 0xd0, 0xf2, 0x2c]);
    const utf16 = Uint8Array.from([0xff, 0xfe, ...Buffer.from(HEAD, "utf16le")]);
    for (const [content, fault] of [
      [latin, "file_not_utf8"],
      [utf16, "file_utf16"],
      [`${HEAD}${"A,a@b.example,,\n".repeat(10_000)}`, "file_too_many_lines"],
      ["a,b\n", "file_no_heading"],
    ] as const)
      expect(await send(content)).toMatchObject({ status: 422, body: { fault } });
    expect((await send("x".repeat(2 * 1024 * 1024 + 1))).status).toBe(413);
    expect((await ask.post(importing.action, "admin", "/admin/people/import", {})).body).toMatchObject({
      fault: "file_missing",
    });
  });
});

test("the list and its export say the same, under the same filters", async () => {
  const listed = await ask.get(people.loader, "admin", "/admin/people?q=binh+hung+hoa");
  expect(body<{ people: { fullName: string }[] }>(listed).people.map(({ fullName }) => fullName)).toEqual([
    "Phạm Thị Hoa",
  ]);
  const file = await ask.get(exported.loader, "admin", "/admin/people/export?q=binh+hung+hoa");
  const text = String(file.body);
  expect(text).toMatch(/^\ufeffHọ tên;Email;/);
  expect(text.trim().split("\r\n")).toHaveLength(2);
  expect(file.headers.get("Content-Disposition")).toMatch(/^attachment; filename="nhan-su-\d{4}-\d\d-\d\d\.csv"$/);
});
