import { sql } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { takeTicket } from "#app/domain/tickets/assignment.server.ts";
import { replyToTicket } from "#app/domain/tickets/conversation.server.ts";
import { NO_FILTERS } from "#app/domain/tickets/queue/filters.ts";
import { cancelTicket } from "#app/domain/tickets/resolution.server.ts";
import { addAbbreviation, tryOut } from "#app/domain/tickets/search/abbreviations-admin.server.ts";
import { reclassifyTicket } from "#app/domain/tickets/triage.server.ts";
import { BINH_HUNG_HOA, idOf, ONE_STOP } from "#tests/support/cast.ts";
import { NOON, openSearchWorld } from "./search-world.ts";

const { world, as, page, find, file } = await openSearchWorld();
afterAll(() => world.close());

describe("words", () => {
  test("are found with and without their marks, however they are put together", async () => {
    const number = await file("Máy quét xã Thạnh Hoà không nhận giấy");
    for (const q of ["thạnh hoà", "thạnh hòa", "thanh hoa", "THANH HOA", "thạnh hoà".normalize("NFD"), "giay may quet"])
      expect(await find("minh", q), q).toContain(number);
    expect(await find("minh", "thanh hoa giay bac")).not.toContain(number);
  });

  test("đ and d are one letter", async () => {
    const number = await file("Đèn đỏ đứng yên");
    for (const q of ["den do", "đèn đỏ", "ĐÈN", "Ðèn", "den đung yen"])
      expect(await find("minh", q), q).toContain(number);
  });

  test("marks as typed come first, then the newest", async () => {
    const [first, second, third, fourth] = [
      await file("Hộp cắm hoả tiễn"),
      await file("Hộp cắm hòa tiễn"),
      await file("Hộp cắm hỏa tiễn"),
      await file("Hộp cắm hoa tiễn"),
    ];
    expect(await find("minh", "cắm hỏa tiễn")).toEqual([third, first, fourth, second]);
    expect(await find("minh", "cam hoa tien")).toEqual([fourth, third, second, first]);
  });

  test("all of them have to be there; quotes keep them together", async () => {
    const apart = await file("Ghế xoay bị gãy chân sau");
    const together = await file("Ghế gãy xoay chân");
    expect(await find("minh", "ghế gãy")).toEqual([together, apart]);
    expect(await find("minh", '"ghe gay"')).toEqual([together]);
    expect(await find("minh", '"ghe gay')).toEqual([together, apart]);
  });

  test("side by side come before words that are apart, within the same marks", async () => {
    const [near, apart, nearUnmarked, apartUnmarked] = [
      await file("Thang cuốn dừng, thang bộ tối"),
      await file("Cuốn sổ dưới gầm thang"),
      await file("Thang cuon hu"),
      await file("Cuon so o thang"),
    ];
    expect(await find("minh", "thang cuốn")).toEqual([near, apart, nearUnmarked, apartUnmarked]);
    expect(await find("minh", "thang cuon")).toEqual([nearUnmarked, near, apartUnmarked, apart]);
    expect(await find("thu", "thang cuốn")).toEqual([near, apart, nearUnmarked, apartUnmarked]);
    expect(await find("minh", "thang cuốn tối")).toEqual([near]);
  });

  test("stand in the title, the body, an answer, a message, a file, a name or what was done", async () => {
    const number = await file("Tiêu đề", { body: "Thân bài kêu re", answers: { errorMessage: "Mã 0x80070035" } });
    await as("minh", NOON, async (ctx) => {
      await takeTicket(ctx, { number });
      await replyToTicket(ctx, { number }, { body: "Mời chị bấm F5 nhé" });
      await ctx.db.execute(sql`insert into files (id, ticket_number, uploader_id, name, mime, size_bytes, sha256, created_at)
        values (gen_random_uuid(), ${number}, ${idOf("minh")}, 'Ảnh chụp màn hình_kiosk.png', 'image/png', 1, 'x', now())`);
    });
    const of: [string, string][] = [
      ["tieu de keu re", "body"],
      ["0x80070035", "body"],
      ["bam f5", "reply"],
      ["kiosk png", "file"],
      ["nguyen thi lan keu re", "person"],
      ["keu tran van minh", "person"],
    ];
    for (const [q, place] of of) {
      const row = (await page("lan", q)).rows.find((one) => one.number === number);
      expect(row?.snippet?.in, q).toBe(place);
    }
  });

  test("that the title has do not bring up a person who is called like one of them", async () => {
    const number = await file("Nhãn dán văn bản bị nhòe", { body: "Chữ dính vào nhau" });
    await as("minh", NOON, (ctx) => takeTicket(ctx, { number }));
    expect((await page("lan", "nhan dan van ban")).rows[0]?.snippet?.in).toBe("body");
  });
});

describe("numbers", () => {
  test("lead straight to the ticket, alone, with a sign or in a sentence", async () => {
    const number = await file("Phiếu có số");
    const mention = await file(`Giống phiếu ${number} hôm qua`);
    for (const q of [`${number}`, `#${number}`, ` ${number} `]) expect((await find("minh", q))[0], q).toBe(number);
    expect(await find("minh", `phiếu ${number}`)).toEqual([number, mention]);
    expect(await find("minh", `phiếu ${number} tới đâu rồi`)).toEqual([number]);
    expect(await find("tuan", `${number}`)).toEqual([]);
    expect((await page("tuan", `${number}`)).count).toBe(0);
  });
});

describe("short and long forms", () => {
  test.each([
    ["Không mở được văn bản đến", "vb"],
    ["Không mở được văn bản đến", "mo dc vb"],
    ["Trình vb bị treo", "văn bản"],
    ["Trình vb bị treo", "trinh van ban"],
    ["Mất chữ ký số", "cks"],
    ["Ký bằng cks hok được", "không được chữ ký số"],
    ["Ký bằng cks hok được", "ko dc cks"],
    ["Quên mật khẩu tài khoản", "mk tk"],
    ["Ttpvhcc mất mạng", "trung tâm phục vụ hành chính công"],
    ["Lỗi mạng ở quầy", "wifi quay"],
    ["Nộp qua dvcqg báo lỗi", "dịch vụ công quốc gia"],
    ["Uỷ ban nhân dân họp", "ubnd"],
    ["đn ko đc", "đăng nhập không được"],
  ])("%s is found by %s", async (title, q) => {
    const number = await file(title);
    expect(await find("minh", q)).toContain(number);
  });

  test("a long form has to stand together when the short one was typed", async () => {
    const number = await file("Văn kiện một bản");
    expect(await find("minh", "vb kien")).not.toContain(number);
  });
});

describe("places", () => {
  test("a ward, however written, and an old district mean the tickets of their wards", async () => {
    const here = await file("Bàn phím liệt phím cách");
    const there = await file("Bàn phím liệt phím cách", { siteId: BINH_HUNG_HOA }, "hoa");
    for (const q of [
      "liệt phím P. Tân Bình",
      "liet phim phuong tan binh",
      "F.Tân Bình liệt phím",
      "quận Tân Bình liệt phím",
    ])
      expect(await find("thu", q), q).toEqual([here]);
    for (const q of [
      "liệt phím bình hưng hòa",
      "liet phim q8",
      "Q.8 liệt phím",
      "liet phim quan 8",
      "liệt phím Bình Tân",
    ])
      expect(await find("thu", q), q).toEqual([there]);
    expect(await find("minh", "liệt phím bình hưng hòa")).toEqual([]);
  });
});

describe("systems", () => {
  test("are found by the name that a ticket shows, in both languages, beside its words", async () => {
    const of = await file("Vòi phun khô", { systemId: ONE_STOP });
    const other = await file("Vòi phun khô");
    const said = await file("Vòi phun khô ở một cửa");
    for (const q of ["vòi phun một cửa", "mot cua voi phun", "vòi phun One-stop"])
      expect((await find("minh", q)).toSorted(), q).toEqual(q.includes("One") ? [of] : [of, said]);
    expect(await find("minh", "vòi phun")).toEqual([said, other, of]);
    expect(await find("tuan", "vòi phun một cửa")).toEqual([]);
  });

  test("and wards are found by a short form of their name that an admin added", async () => {
    const number = await file("Rèm cửa sổ kẹt");
    expect(await find("minh", "rèm kẹt qvb")).toEqual([]);
    await as("admin", NOON, async (ctx) => {
      await addAbbreviation(ctx, { short: "qvb", long: "quản lý văn bản", kind: "office" });
      await addAbbreviation(ctx, { short: "tbh", long: "Tân Bình", kind: "place" });
      expect(await tryOut(ctx, "qvb")).toEqual([{ typed: "qvb", written: ["quản lý văn bản"], places: 0, systems: 1 }]);
    });
    expect(await find("minh", "rèm kẹt qvb")).toEqual([number]);
    expect(await find("minh", "qvb")).toContain(number);
    expect(await find("thu", "rèm kẹt tbh")).toEqual([number]);
  });
});

describe("pages", () => {
  test("go on where the last one ended, through both kinds of matches, without a ticket twice", async () => {
    const numbers: number[] = [];
    for (let n = 0; n < 45; n++) numbers.push(await file(n % 3 === 0 ? "Giá đỡ lung lay" : "Gia do lung lay"));
    const first = await page("minh", "giá đỡ lung lay");
    expect(first.count).toBe(45);
    const second = await page("minh", "giá đỡ lung lay", { cursor: first.next });
    const third = await page("minh", "giá đỡ lung lay", { cursor: second.next });
    const seen = [first, second, third].map(({ rows }) => rows.map((row) => row.number));
    expect(seen.map((rows) => rows.length)).toEqual([20, 20, 5]);
    const newest = numbers.toReversed();
    const marked = newest.filter((_, at) => (44 - at) % 3 === 0);
    expect(seen.flat()).toEqual([...marked, ...newest.filter((number) => !marked.includes(number))]);
    expect(third.next).toBeNull();
    expect(second.count).toBeNull();
    const nonsense = await page("minh", "giá đỡ lung lay", { cursor: "x'; drop" });
    expect(nonsense.rows.map((row) => row.number)).toEqual(seen[0]);
  });

  test("filters narrow what is found, and its count", async () => {
    const one = await file("Ấm đun nước rò điện");
    const other = await file("Ấm đun nước rò điện", { systemId: ONE_STOP, impact: "counter_stopped" });
    const filtered = async (filters: object) =>
      (await page("minh", "ấm đun", { filters: { ...NO_FILTERS, ...filters } })).rows.map(({ number }) => number);
    expect(await filtered({})).toEqual([other, one]);
    expect(await filtered({ system: ONE_STOP })).toEqual([other]);
    expect(await filtered({ impact: ["one_department"] })).toEqual([one]);
    expect(await filtered({ status: ["closed"] })).toEqual([]);
    expect(await filtered({ site: BINH_HUNG_HOA })).toEqual([]);
    expect((await page("minh", "ấm đun", { filters: { ...NO_FILTERS, system: ONE_STOP } })).count).toBe(1);
  });

  test("filters follow what became of a ticket", async () => {
    const number = await file("Đồng hồ treo tường chết");
    const filtered = async (filters: object) =>
      (await page("minh", "đồng hồ treo", { filters: { ...NO_FILTERS, ...filters } })).rows.map((row) => row.number);
    const target = { number };
    await as("minh", NOON, async (ctx) => {
      await takeTicket(ctx, target);
      await reclassifyTicket(ctx, target, { kind: "equipment", systemId: ONE_STOP, reason: "x" });
    });
    expect(await filtered({ kind: ["equipment", "other"], system: ONE_STOP })).toEqual([number]);
    expect(await filtered({ kind: ["software_error"] })).toEqual([]);
    expect(await filtered({ assignee: "me", status: ["assigned", "in_progress"] })).toEqual([number]);
    expect(await filtered({ assignee: idOf("khoa") })).toEqual([]);
    expect(await filtered({ assignee: "none" })).toEqual([]);
    await as("lan", NOON, (ctx) => cancelTicket(ctx, target, { reason: "Gửi nhầm" }));
    expect(await filtered({ status: ["assigned", "in_progress", "resolved"] })).toEqual([]);
    expect(await filtered({ status: ["cancelled"] })).toEqual([number]);
  });

  test("a word that is only begun is gone on with when nothing has it", async () => {
    const number = await file("Bồn rửa tay nghẹt");
    expect(await page("minh", "bồn rửa ngh")).toMatchObject({ guessed: true, rows: [{ number }], count: 1 });
    expect((await page("minh", "bồn rửa ng")).rows).toEqual([]);
  });
});
