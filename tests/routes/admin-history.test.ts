import { afterAll, beforeAll, expect, test } from "vitest";
import { recordAudit } from "#app/db/audit.server.ts";
import * as exported from "#app/routes/admin.history.export.ts";
import * as history from "#app/routes/admin.history.tsx";
import { asking } from "#tests/routes/asking.ts";
import { castOf, seedCast } from "#tests/support/cast.ts";
import { openTestDatabase } from "#tests/support/db.ts";

const world = await openTestDatabase();
const { get } = asking(world.db);
const { as } = castOf(world.db);
const PATH = "/admin/history";
const page = async (query = "", status = 200) => {
  const answer = await get(history.loader, "admin", PATH + query);
  expect(answer.status).toBe(status);
  return answer.body as { entries: { objectName: string }[]; next: string | null; refused: string[]; filters: object }; // safe: the loader's own shape
};

beforeAll(async () => {
  await seedCast(world.db);
  await as("admin", "2026-11-20T09:00+07:00", async (ctx) => {
    for (let i = 1; i <= 60; i++) {
      await recordAudit(ctx, {
        action: "team.changed",
        object: { id: i, name: `Nhóm ${i}` },
        before: { name: "=1+1" },
        after: { name: `Nhóm ${i}; "mới"` },
      });
    }
  });
});
afterAll(() => world.close());

test("fifty a page, and on from there without a gap", async () => {
  const first = await page();
  expect(first.entries).toHaveLength(50);
  const second = await page(`?before=${first.next}`);
  expect(second.entries.map(({ objectName }) => objectName)).toEqual(
    Array.from({ length: 10 }, (_, at) => `Nhóm ${10 - at}`),
  );
  expect(second.next).toBeNull();
});

test("one object, one kind, some words, a period", async () => {
  expect((await page("?kind=team&object=7")).entries).toHaveLength(1);
  expect((await page("?kind=site")).entries).toHaveLength(0);
  expect((await page("?q=nhom+12")).entries.map(({ objectName }) => objectName)).toEqual(["Nhóm 12"]);
  expect((await page("?from=20/11/2026&to=20/11/2026")).entries).toHaveLength(50);
  expect((await page("?to=19/11/2026")).entries).toHaveLength(0);
});

test.each(["?from=hôm+qua", "?to=31/02/2026", "?from=1&to=2"])(
  "%s is said to be no date, and not heeded",
  async (query) => {
    expect((await page(query, 400)).entries).toHaveLength(50);
  },
);

test.each(["?before=x", "?kind=gone&object=1", "?object='--", "?q=%00%ff", "?who=%25"])(
  "%s is no error",
  async (query) => {
    expect((await get(history.loader, "admin", PATH + query)).status).toBe(200);
  },
);

test("the file opens in a spreadsheet and runs nothing there", async () => {
  const answer = await get(exported.loader, "admin", `${PATH}/export?q=nhom+12`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("Content-Type")).toBe("text/csv; charset=utf-8");
  expect(answer.headers.get("Content-Disposition")).toMatch(/^attachment; filename="nhat-ky-\d{4}-\d\d-\d\d\.csv"$/);
  const text = Buffer.from(answer.body as Uint8Array).toString(); // safe because it is no JSON
  expect(text.startsWith("\ufeff")).toBe(true);
  const [head, line] = text.slice(1).split("\r\n");
  expect(head).toBe("Lúc;Người thực hiện;Việc;Về;Thay đổi;Từ địa chỉ");
  expect(line).toBe(`20/11/2026 09:00;Quản Trị;Sửa nhóm xử lý;Nhóm 12;"Tên: =1+1 → Nhóm 12; ""mới""";`);
  expect((await page()).entries[0]).toMatchObject({ action: "request.exported" });
});

test("a name that is a formula is only a name", async () => {
  await as("admin", "2026-11-21T09:00+07:00", (ctx) =>
    recordAudit(ctx, { action: "team.added", object: { id: 99, name: "＝HYPERLINK(1)" } }),
  );
  const answer = await get(exported.loader, "admin", `${PATH}/export?kind=team&object=99`);
  expect(Buffer.from(answer.body as Uint8Array).toString()).toContain(";'＝HYPERLINK(1);"); // safe because it is no JSON
});

test("nobody else reads or exports it", async () => {
  for (const by of ["lan", "minh", "thu", "son"] as const) {
    expect((await get(history.loader, by, PATH)).status).toBe(404);
    expect((await get(exported.loader, by, `${PATH}/export`)).status).toBe(404);
  }
});
