import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createPerson } from "#app/domain/directory/people-admin.server.ts";
import { settleDuePeople } from "#app/domain/identity/people-access.server.ts";
import { addGrant } from "#app/domain/policy/grants-admin.server.ts";
import { cancelMove, movePerson } from "#app/domain/policy/moves.server.ts";
import { DAY, openOffice } from "#tests/domain/people/office.ts";
import { BINH_HUNG_HOA, TAN_BINH, VAN_PHONG } from "#tests/support/cast.ts";

let office: Awaited<ReturnType<typeof openOffice>>;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const details = (email: string) => ({
  fullName: "Lý Thị Thủy",
  email,
  phone: "+84912345678",
  position: "Văn thư",
  siteId: VAN_PHONG,
  lang: "vi" as const,
});
let count = 0;
const newcomer = async () => {
  const { id } = await office.admin((ctx) => createPerson(ctx, details(`thuy${++count}@tram.example`)));
  return id;
};
const give = async (id: number, more: Partial<Parameters<typeof addGrant>[2]> = {}) => {
  const target = await office.target(id);
  const grant = { role: "reporter" as const, siteId: TAN_BINH, teamId: null, from: DAY, until: null, ...more };
  await office.admin((ctx) => addGrant(ctx, target, grant));
  return (await office.held(id)).at(-1)?.id ?? 0;
};

describe("moving to another unit", () => {
  test("today: what ends, what stays and what begins are one change", async () => {
    const id = await newcomer();
    const [old, kept] = [await give(id, { from: "2026-01-01" }), await give(id, { role: "engineer", siteId: 1 })];
    const target = await office.target(id);
    const plan = await office.admin((ctx) =>
      movePerson(ctx, target, {
        toSiteId: BINH_HUNG_HOA,
        on: DAY,
        position: "Công chức một cửa",
        keep: [kept],
        begin: ["reporter"],
      }),
    );
    expect([plan.ends.map(({ id: one }) => one), plan.stays.map(({ id: one }) => one)]).toEqual([[old], [kept]]);
    expect(await office.person(id)).toMatchObject({
      siteId: BINH_HUNG_HOA,
      position: "Công chức một cửa",
      movesOn: null,
    });
    expect((await office.held(id)).map(({ siteId, validFrom, validUntil }) => [siteId, validFrom, validUntil])).toEqual(
      [
        [TAN_BINH, "2026-01-01", "2026-11-22"],
        [1, DAY, null],
        [BINH_HUNG_HOA, DAY, null],
      ],
    );
  });

  test("later: rights change at midnight of that day, the place is settled by the job, once", async () => {
    const id = await newcomer();
    await give(id, { from: "2026-01-01" });
    const target = await office.target(id);
    await office.admin((ctx) =>
      movePerson(ctx, target, {
        toSiteId: BINH_HUNG_HOA,
        on: "2026-12-01",
        position: null,
        keep: [],
        begin: ["reporter"],
      }),
    );
    expect(await office.person(id)).toMatchObject({ siteId: VAN_PHONG, movesOn: "2026-12-01" });
    const morning = new Date("2026-12-01T00:05+07:00");
    expect(await Promise.all([settleDuePeople(office.db, morning), settleDuePeople(office.db, morning)])).toContain(0);
    expect(await office.person(id)).toMatchObject({ siteId: BINH_HUNG_HOA, movesOn: null, position: "Văn thư" });
    expect((await office.audited(id)).filter(({ action }) => action === "person.moved")).toHaveLength(1);
  });

  test("taken back before its day", async () => {
    const id = await newcomer();
    const target = await office.target(id);
    const move = { toSiteId: BINH_HUNG_HOA, on: "2026-12-01", position: null, keep: [], begin: [] };
    await office.admin((ctx) => movePerson(ctx, target, move));
    const seen = await office.target(id);
    await office.admin((ctx) => cancelMove(ctx, seen));
    expect(await office.person(id)).toMatchObject({ movesOn: null, nextSiteId: null });
    await expect(office.admin((ctx) => movePerson(ctx, seen, move))).rejects.toMatchObject({
      reason: "person_changed",
    });
  });

  test("that does not fit leaves everything as it was", async () => {
    const id = await newcomer();
    await give(id, { role: "engineer", from: "2026-01-01" });
    const target = await office.target(id);
    const move = (more: object) => ({ toSiteId: BINH_HUNG_HOA, on: DAY, position: null, keep: [], begin: [], ...more });
    for (const [more, reason] of [
      [{ begin: ["coordinator"] }, "role_not_there"],
      [{ toSiteId: VAN_PHONG }, "same_place"],
      [{ on: "2026-11-22" }, "day_is_over"],
    ] as const)
      await expect(office.admin((ctx) => movePerson(ctx, target, move(more)))).rejects.toMatchObject({ reason });
    expect(await office.held(id)).toMatchObject([{ validUntil: null }]);
    expect(await office.target(id)).toEqual(target);
  });
});
