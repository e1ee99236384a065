import { afterAll, beforeAll, expect, test } from "vitest";
import { askForAccess } from "#app/domain/access/asking.server.ts";
import { decideSteps } from "#app/domain/access/deciding.server.ts";
import { grantItems } from "#app/domain/access/granting.server.ts";
import { proveItem } from "#app/domain/access/proving.server.ts";
import { getRegister, listForExport } from "#app/domain/access/register-page.server.ts";
import type { AskedItem } from "#app/domain/access/request.ts";
import { listItems, listSteps } from "#app/domain/access/steps.server.ts";
import { getTrail } from "#app/domain/access/trail.server.ts";
import { forWhom, ROOM_CLERK, seedAccess, someRequest } from "#tests/support/access.ts";
import { castOf, type Name, seedCast } from "#tests/support/cast.ts";
import { openTestDatabase } from "#tests/support/db.ts";

const world = await openTestDatabase();
const { as, asSystem, reload } = castOf(world.db);
const at = (time: string) => `2026-11-20T${time}+07:00`;
const read = (name: Name, wish = {}) => as(name, at("15:00"), (ctx) => getRegister(ctx, wish));

async function approved(items: AskedItem[]): Promise<number> {
  const { number } = await as("lan", at("08:00"), (ctx) => askForAccess(ctx, { ...someRequest, items }));
  const [step] = await asSystem((ctx) => listSteps(ctx, number));
  await as("chau", at("08:30"), (ctx) =>
    decideSteps(ctx, { number }, { stepIds: [step?.id ?? 0], verdict: "approved", reason: "" }),
  );
  return number;
}
async function done(number: number): Promise<number[]> {
  const items = await asSystem((ctx) => listItems(ctx, number));
  const itemIds = items.map(({ id }) => id);
  await as("vy", at("09:00"), (ctx) => grantItems(ctx, { number }, { itemIds, done: "Đã làm", fileIds: [] }));
  return items.filter(({ kind }) => kind === "grant").map(({ id }) => id);
}
const prove = (who: Name, number: number, itemId = 0) =>
  as(who, at("10:00"), (ctx) => proveItem(ctx, { number }, { itemId, works: true, note: "", fileIds: [] }));

beforeAll(async () => {
  await seedCast(world.db);
  await seedAccess(world.db);
  const number = await approved([{ ...forWhom("mai", ROOM_CLERK), until: "2026-12-10" }]);
  const [item] = await done(number);
  await prove("mai", number, item);
});
afterAll(() => world.close());

test("what was proven is read by its ward and the city, by whom it concerns, and by nobody else", async () => {
  for (const name of ["mai", "chau", "minh", "thu", "son"] as const)
    expect((await read(name)).rows).toMatchObject([
      { person: "Trần Thị Mai", right: { name: "Văn thư phòng" }, until: "2026-12-10", endedAt: null, expired: false },
    ]);
  for (const name of ["lan", "hoa", "tuan"] as const) expect((await read(name)).rows).toEqual([]);
  expect((await read("chau", { expiring: true })).rows).toHaveLength(1);
  expect((await read("chau", { name: "mai" })).rows).toHaveLength(1);
  expect((await read("chau", { name: "lan" })).rows).toEqual([]);
  expect(await as("son", at("15:00"), (ctx) => listForExport(ctx, {}))).toHaveLength(1);
});

test("its whole trail is on one page: asked, approved, granted, proven, each with who and when", async () => {
  const [row] = (await read("chau")).rows;
  const { lines } = await as("chau", at("15:00"), (ctx) => getTrail(ctx, row?.id ?? 0, "vi"));
  expect(lines.map(({ sentence, at: when }) => `${when.toISOString().slice(11, 16)} ${sentence}`)).toEqual([
    "01:00 Nguyễn Thị Lan gửi phiếu",
    "01:00 Nguyễn Thị Lan đề nghị cấp 1 quyền",
    "01:30 Lê Minh Châu duyệt",
    "02:00 Đỗ Khánh Vy đã làm xong 1 quyền: Đã làm",
    "03:00 Trần Thị Mai xác nhận đã dùng được",
  ]);
  await expect(as("hoa", at("15:00"), (ctx) => getTrail(ctx, row?.id ?? 0, "vi"))).rejects.toMatchObject({
    refusal: "not_found",
  });
});

test("a successor takes over in one request: what the one gives up is revoked, what the other gets is proven", async () => {
  const [held] = (await read("chau")).rows;
  const taken = { ...forWhom("mai", ROOM_CLERK), kind: "revoke" as const, entitlementId: held?.id ?? 0 };
  const number = await approved([forWhom("head", ROOM_CLERK), taken]);
  const [item] = await done(number);
  expect(await reload(number)).toMatchObject({ status: "resolved", accessPhase: "proof" });
  expect((await read("chau")).rows).toEqual([]);
  await prove("head", number, item);
  expect((await read("chau")).rows).toMatchObject([{ person: "Đặng Văn Phòng" }]);
  expect((await read("chau", { ended: true })).rows.map(({ person, endedAt }) => [person, endedAt !== null])).toEqual([
    ["Đặng Văn Phòng", false],
    ["Trần Thị Mai", true],
  ]);
});

test("a request that only takes away is over when it is done: nobody proves what is gone", async () => {
  const [held] = (await read("chau")).rows;
  const number = await approved([{ ...forWhom("head", ROOM_CLERK), kind: "revoke", entitlementId: held?.id ?? 0 }]);
  await done(number);
  expect(await reload(number)).toMatchObject({ status: "closed", accessPhase: "over" });
  expect((await read("chau")).rows).toEqual([]);
});
