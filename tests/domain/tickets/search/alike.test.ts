import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { takeTicket } from "#app/domain/tickets/assignment.server.ts";
import { noteOnTicket } from "#app/domain/tickets/conversation.server.ts";
import { resolveTicket } from "#app/domain/tickets/resolution.server.ts";
import { type AlikeWish, listAlike } from "#app/domain/tickets/search/alike.server.ts";
import { type AlikeFacts, likeness, weightsOf } from "#app/domain/tickets/search/alike.ts";
import { BINH_HUNG_HOA, DOCUMENTS, type Name, ONE_STOP, TAN_BINH } from "#tests/support/cast.ts";
import { NOON, openSearchWorld } from "./search-world.ts";

const { world, as, file } = await openSearchWorld();
afterAll(() => world.close());

const alike = async (by: Name, words: string, more: Partial<AlikeWish> = {}, at = NOON) =>
  (await as(by, at, (ctx) => listAlike(ctx, { wardId: TAN_BINH, systemId: DOCUMENTS, words, ...more }))).map(
    ({ number }) => number,
  );

describe("how alike", () => {
  const facts = (more: Partial<AlikeFacts> = {}): AlikeFacts => ({
    shared: [0, 1],
    inTitle: [0],
    sameSystem: true,
    sameWard: true,
    ageDays: 1,
    ...more,
  });

  test("more shared words, the title, the system, the ward and youth each make it more", () => {
    const weights = [0.5, 0.5, 1];
    const usual = likeness(facts(), weights);
    expect(likeness(facts({ shared: [0, 1, 2] }), weights)).toBeGreaterThan(usual);
    expect(likeness(facts({ inTitle: [0, 1] }), weights)).toBeGreaterThan(usual);
    expect(likeness(facts({ ageDays: 0 }), weights)).toBeGreaterThan(usual);
    for (const less of [{ sameSystem: false }, { sameWard: false }, { ageDays: 30 }, { shared: [0] }])
      expect(likeness(facts(less), weights)).toBeLessThan(usual);
  });

  test("a rare word says more than one that all have", () => {
    const [common = 0, rare = 0, unheard = 0] = weightsOf(3, [{ shared: [0, 1] }, { shared: [0] }, { shared: [0] }]);
    expect(rare).toBeGreaterThan(unheard);
    expect(unheard).toBeGreaterThanOrEqual(common);
    expect(rare).toBe(1);
  });

  test("is always between nothing and one", () => {
    const places = fc.uniqueArray(fc.nat(5));
    fc.assert(
      fc.property(
        places,
        places,
        fc.boolean(),
        fc.boolean(),
        fc.nat(4_000),
        (shared, inTitle, system, ward, ageDays) => {
          const one = facts({ shared, inTitle, sameSystem: system, sameWard: ward, ageDays });
          const score = likeness(one, weightsOf(6, [one]));
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});

describe("a reporter", () => {
  test("sees open tickets of the own ward with the same words first, however they are typed", async () => {
    const printer = await file("Máy in quầy số 3 kẹt giấy liên tục");
    const signing = await file("Ký phát hành vb báo lỗi chứng thư");
    expect((await alike("mai", "may in ket giay"))[0]).toBe(printer);
    expect((await alike("mai", "Không ký phát hành được văn bản"))[0]).toBe(signing);
    expect(await alike("mai", "máy in kẹt giấy")).not.toContain(signing);
    expect(await alike("mai", "xe hết xăng")).toEqual([]);
  });

  test("sees the system's open tickets before anything is typed, and those of the same system first", async () => {
    const other = await file("Máy quét thẻ bị treo", { systemId: ONE_STOP });
    const same = await file("Máy quét thẻ bị treo");
    expect(await alike("mai", "")).toContain(same);
    expect(await alike("mai", "")).not.toContain(other);
    expect(await alike("mai", "quét thẻ bị treo")).toEqual([same, other]);
  });

  test("learns nothing of other wards, of what ended, and of notes, even if asking for more", async () => {
    const there = await file("Cửa cuốn kẹt remote", { siteId: BINH_HUNG_HOA }, "hoa");
    const ended = await file("Cửa cuốn kẹt remote");
    const open = await file("Cửa cuốn mở chậm");
    await as("minh", NOON, async (ctx) => {
      await takeTicket(ctx, { number: ended });
      await resolveTicket(ctx, { number: ended }, { code: "fixed", cause: "Hết pin", done: "Thay pin" });
      await noteOnTicket(ctx, { number: open }, { body: "wombat" });
    });
    for (const wide of [false, true]) {
      const found = await alike("mai", "cửa cuốn kẹt remote", { wide });
      expect(found).not.toContain(there);
      expect(found).not.toContain(ended);
      expect(await alike("mai", "wombat", { wide })).toEqual([]);
    }
    expect(await alike("hoa", "cửa cuốn kẹt remote", { wide: true })).toEqual([]);
    expect(await alike("hoa", "cửa cuốn kẹt", { wide: true, wardId: BINH_HUNG_HOA })).toEqual([there]);
    expect(await alike("tuan", "cửa cuốn kẹt remote", { wide: true })).toEqual([there]);
    expect(await alike("admin", "cửa cuốn kẹt remote", { wide: true })).toEqual([]);
    expect((await alike("minh", "cửa cuốn kẹt remote", { wide: true }))[0]).toBe(ended);
    expect(await alike("minh", "cửa cuốn kẹt remote")).not.toContain(ended);
    expect((await alike("thu", "cửa cuốn kẹt remote", { wide: true })).slice(0, 2).toSorted()).toEqual(
      [there, ended].toSorted(),
    );
    const muchLater = "2026-12-20T12:00+07:00";
    expect(await alike("minh", "cửa cuốn kẹt remote", { wide: true }, muchLater)).not.toContain(ended);
  });

  test("a ticket is not like itself", async () => {
    const one = await file("Bảng tên rơi mất");
    const two = await file("Bảng tên rơi mất");
    expect(await alike("minh", "bảng tên rơi mất", { exceptNumber: one })).toEqual([two]);
  });

  test.each(["%", "'", '"', "a & | !", "@2 $11 ~x", "{,}", "x ".repeat(500)])("%j is no error", async (words) => {
    expect(await alike("mai", words)).toBeInstanceOf(Array);
  });
});
