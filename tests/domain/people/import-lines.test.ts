import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sites } from "#app/domain/directory/schema.server.ts";
import type { PlannedLine } from "#app/domain/policy/people-columns.ts";
import { planImport } from "#app/domain/policy/people-import-plan.server.ts";
import { decodeFile, readPeopleText } from "#app/domain/policy/people-import-read.server.ts";
import { readWorld } from "#app/domain/policy/people-import-world.server.ts";
import { openOffice } from "#tests/domain/people/office.ts";

let office: Awaited<ReturnType<typeof openOffice>>;
beforeAll(async () => {
  office = await openOffice();
  const unit = (id: number, name: string, unitKind: "xa" | "phuong", validUntil: string | null = null) => ({
    ...{ id, name, unitKind, validUntil, kind: "ward" as const, parentId: 1, path: [1, id], validFrom: "2025-07-01" },
  });
  await office.asSystem(({ db }) =>
    db
      .insert(sites)
      .values([
        unit(201, "Thanh An", "xa"),
        unit(202, "Thạnh An", "xa"),
        unit(203, "Đã Sáp Nhập", "phuong", "2026-01-01"),
        unit(204, "Hòa Hưng", "phuong"),
      ]),
  );
  await office.owner.sql`update people set disabled_at = now() where email = 'tuan@tram.example'`;
});
afterAll(() => office.close());

const HEAD = "Họ tên;Email;Điện thoại;Chức vụ;Đơn vị;Phòng;Vai trò;Vai trò tại;Nhóm;Từ ngày;Đến ngày;Ngôn ngữ";
const plan = (text: string) =>
  office.admin(async (ctx) => {
    const read = readPeopleText(text);
    if (!read.ok) throw new Error(read.fault);
    return planImport(read.lines, await readWorld(ctx, read.lines));
  });
const lines = async (...rows: string[]): Promise<PlannedLine[]> => (await plan([HEAD, ...rows].join("\r\n"))).lines;
const only = async (...rows: string[]) => (await lines(...rows)).at(-1) as PlannedLine; // safe because a row gives a line
const said = ({ outcome, problems }: PlannedLine) => [
  outcome,
  ...problems.map(({ code, column }) => `${column} ${code}`),
];

describe("a line", () => {
  test.each([
    ["Lý Thị Hà;ha@tram.example;;;;;;;;;;", ["new"]],
    ["Lý Thị Hà;;;;;;;;;;;", ["refused", "email missing"]],
    [";ha@tram.example;;;;;;;;;;", ["refused", "fullName missing"]],
    ["12345;ha@tram.example;;;;;;;;;;", ["refused", "fullName not_a_name"]],
    ["Hà;ha@tram@example;;;;;;;;;;", ["refused", "email not_an_address"]],
    ["Hà;ha@tram.example;không có;;;;;;;;;", ["refused", "phone not_a_number"]],
    ["Hà;ha@tram.example;;;Phường Không Có;;;;;;;", ["refused", "unit place_unknown"]],
    ["Hà;ha@tram.example;;;Phường Đã Sáp Nhập;;;;;;;", ["refused", "unit place_closed"]],
    ["Hà;ha@tram.example;;;Phường Tân Bình;Phòng Lạ;;;;;;", ["refused", "room room_unknown"]],
    ["Hà;ha@tram.example;;;;Văn phòng;;;;;;", ["refused", "room unit_missing"]],
    ["Hà;ha@tram.example;;;Phường Tân Bình;;Sếp;;;;;", ["refused", "role not_a_role"]],
    ["Hà;ha@tram.example;;;Phường Tân Bình;;;;;1/1/2027;;", ["refused", "from role_missing"]],
    ["Hà;ha@tram.example;;;Phường Tân Bình;;Người gửi phiếu;;;12/31/2026;;", ["refused", "from not_a_day"]],
    [
      "Hà;ha@tram.example;;;Phường Tân Bình;;Người gửi phiếu;;;31/12/2026;1/12/2026;",
      ["refused", "until ends_before_it_begins"],
    ],
    [
      "Hà;ha@tram.example;;;Phường Tân Bình;;Người gửi phiếu;;;1/1/2026;1/2/2026;",
      ["refused", "until ends_in_the_past"],
    ],
    [
      "Hà;ha@tram.example;;;Phường Tân Bình;;Người gửi phiếu;Thành phố Hồ Chí Minh;;;;",
      ["refused", "roleAt role_not_there"],
    ],
    ["Hà;ha@tram.example;;;;;Người gửi phiếu;;;;;", ["refused", "role unit_missing"]],
    ["Hà;ha@tram.example;;;;;Kỹ thuật viên tuyến 2;;;;;", ["refused", "team team_missing"]],
    ["Hà;ha@tram.example;;;;;Kỹ thuật viên tuyến 2;;Nhóm lạ;;;", ["refused", "team team_unknown"]],
    ["Hà;ha@tram.example;;;;;Kỹ thuật viên tuyến 2;;nhom quan ly van ban;;;", ["new"]],
    ["Hà;ha@tram.example;;;Phường Tân Bình;;engineer;;vb;;;", ["refused", "team team_not_wanted"]],
    ["Hà;ha@tram.example;;;;;Quản trị hệ thống;;;;;", ["refused", "role admin_by_hand"]],
    ["Hà;ha@tram.example;;;;;;;;;;Français", ["refused", "lang not_a_language"]],
    [`${"à".repeat(121)};ha@tram.example;;;;;;;;;;`, ["refused", "fullName too_long"]],
    ['"Hà\nbcc: x@y.z";ha@tram.example;;;;;;;;;;', ["refused", "fullName control_characters", "fullName not_a_name"]],
    ["Nguyễn Thị Lan;lan@tram.example;;;;;;;;;;", ["unchanged"]],
    ["NGUYỄN THỊ LAN;LAN@tram.example;;;Phường Tân Bình;;Người gửi phiếu;;;1/7/2025;;Tiếng Việt", ["unchanged"]],
    ["Nguyễn Thị Lan;lan@tram.example;;Kế toán;;;;;;;;", ["changed"]],
    ["Nguyễn Thị Lan;lan@tram.example;;;;;Người gửi phiếu;;;;31/12/2026;", ["changed"]],
    ["Nguyễn Thị Lan;lan@tram.example;;;;;Người gửi phiếu;;;1/1/2025;;", ["refused", "from held_from_later"]],
    ["Lê Anh Tuấn;tuan@tram.example;;;;;Kỹ thuật viên;Phường Tân Bình;;;;", ["refused", "role person_disabled"]],
    [
      "Quản Trị;admin@tram.example;;;;;admin;;;;31/12/2026;",
      ["refused", "until admin_by_hand"].slice(0, 1).concat("role admin_by_hand"),
    ],
    ["Quản Trị;admin@tram.example;;;;;admin;;;;;", ["unchanged"]],
  ])("%s", async (row, outcome) => {
    expect(said(await only(row))).toEqual(outcome);
  });

  test("a name in capitals is kept as it is written, and said so", async () => {
    expect(await only("ĐẶNG THỊ H'HEN ÊBAN;dang@tram.example;;;;;;;;;;")).toMatchObject({
      fullName: "Đặng Thị H'Hen Êban",
      notes: [{ code: "name_quieted", text: "Đặng Thị H'Hen Êban" }],
    });
  });

  test("says what of the person changes, from what to what", async () => {
    expect(
      await only("Nguyễn Thị Lan;lan@tram.example;0912.345.678;;Phường Bình Hưng Hòa;;Người gửi phiếu;;;;;"),
    ).toMatchObject({
      changes: [
        { field: "phone", from: null, to: "+84912345678" },
        { field: "place", from: "Phường Tân Bình / Văn phòng HĐND và UBND", to: "Phường Bình Hưng Hòa" },
      ],
      grant: { what: "begins", place: "Phường Bình Hưng Hòa", from: "2026-11-23", until: null },
      notes: [{ code: "keeps_rights", role: "reporter", text: "Phường Tân Bình" }],
    });
  });
});

describe("a place", () => {
  test.each([
    ["Xã Thanh An", "Xã Thanh An"],
    ["XÃ THẠNH AN", "Xã Thạnh An"],
    ["Thạnh An", "Xã Thạnh An"],
    ["Thanh An", "place_ambiguous"],
    ["xa thanh an", "place_ambiguous"],
    ["X. Thạnh An", "Xã Thạnh An"],
    ["P. Tân Bình", "Phường Tân Bình"],
    ["tan binh", "Phường Tân Bình"],
    ["phuong binh hung hoa", "Phường Bình Hưng Hòa"],
    ["Phường Hoà Hưng", "Phường Hòa Hưng"],
    ["Phuờng Tân Bình".normalize("NFD"), "Phường Tân Bình"],
    ["Thành phố Hồ Chí Minh", "Thành phố Hồ Chí Minh"],
    ["An", "place_unknown"],
  ])("%s is %s", async (typed, expected) => {
    const { problems, changes } = await only(`Hà;ha@tram.example;;;${typed};;;;;;;`);
    expect(problems[0]?.code ?? changes.find(({ field }) => field === "place")?.to).toBe(expected);
  });

  test("that is one of two says which two", async () => {
    const { problems } = await only("Hà;ha@tram.example;;;xa thanh an;;;;;;;");
    expect(problems[0]?.also?.split(", ").sort()).toEqual(["Xã Thanh An", "Xã Thạnh An"].sort());
  });
});

describe("several lines of one person", () => {
  test("give several roles; what they repeat has to be the same", async () => {
    const all = await lines(
      "Hà;ha@tram.example;;;Phường Tân Bình;;Người gửi phiếu;;;;;",
      "Hà;ha@tram.example;;;;;Lãnh đạo đơn vị;;;;;",
      "Hà;ha@tram.example;;;;;Người gửi phiếu;;;;;",
      "Hoa;ha@tram.example;;;;;;;;;;",
    );
    expect(all.map(said)).toEqual([["new"], ["changed"], ["unchanged"], ["refused", "fullName says_otherwise"]]);
  });

  test("may say it in capitals, with other spaces, or without the zero that a spreadsheet took", async () => {
    const all = await lines(
      "LÝ THỊ HÀ;ha@tram.example;912345678;Chuyên viên;Phường Tân Bình;;Người gửi phiếu;;;;;",
      "Lý Thị Hà;HA@tram.example;0912 345 678;chuyên  viên;phường tân bình;;Lãnh đạo đơn vị;;;;;",
    );
    expect(all.map(said)).toEqual([["new"], ["changed"]]);
    expect(all[0]?.changes).toContainEqual({ field: "phone", from: null, to: "+84912345678" });
  });

  test("fall with the first", async () => {
    const all = await lines("Hà;ha@tram.example;;;Nơi Lạ;;;;;;;", "Hà;ha@tram.example;;;;;;;;;;");
    expect(all.map(said)).toEqual([
      ["refused", "unit place_unknown"],
      ["refused", "email first_line_refused"],
    ]);
    expect((await plan([HEAD, "Hà;ha@tram.example;;;Nơi Lạ;;;;;;;"].join("\n"))).people).toEqual([]);
  });
});

describe("a file", () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  test.each([
    ["UTF-16 little endian", Uint8Array.from([0xff, 0xfe, 0x48, 0x00]), "file_utf16"],
    ["UTF-16 without a mark", Uint8Array.from(Buffer.from("name,email\n", "utf16le")), "file_utf16"],
    ["windows-1258", Uint8Array.from([0x48, 0xf2, 0x20, 0x74, 0xea, 0x6e, 0x2c, 0xd0]), "file_not_utf8"],
    ["a workbook", Uint8Array.from([0x50, 0x4b, 3, 4, ...Array(80).fill(7), 0, 0, 9]), "file_not_text"],
    ["nothing", new Uint8Array(), "file_empty"],
    ["too much", new Uint8Array(2 * 1024 * 1024 + 1).fill(65), "file_too_large"],
  ])("of %s is refused", (_, content, fault) => {
    expect(decodeFile(content)).toEqual({ fault });
  });

  test.each([
    ["a;b\n1;2", "file_no_heading"],
    ["Họ tên;Email;Email\nA;b@c.d;", "file_column_twice"],
    ["Họ tên;Email\n", "file_empty"],
    ['Họ tên;Email\n"A;b@c.example\nC;d@e.example', "file_quotes"],
    [`Họ tên;Email\n${"A;b@c.example\n".repeat(5_001)}`, "file_too_many_lines"],
  ])("that begins %j is refused: %s", (text, fault) => {
    expect(readPeopleText(text)).toMatchObject({ ok: false, fault });
  });

  test.each([";", ",", "\t"])("with %j between its cells, a BOM, and a word for the program", (sign) => {
    const text = `${["name", "email", "note"].join(sign)}\r\n\r\n"A ${sign} B"${sign}a@b.example${sign}x\r\n`;
    for (const whole of [text, `\ufeff${text}`]) {
      const decoded = decodeFile(bytes(whole));
      const read = readPeopleText("text" in decoded ? decoded.text : "");
      expect(read).toMatchObject({
        ok: true,
        ignored: ["note"],
        lines: [{ line: 3, cells: { fullName: `A ${sign} B` } }],
      });
    }
  });

  test("numbers its lines as an editor does, over empty lines and cells of two lines", () => {
    const read = readPeopleText('sep=;\nHọ tên;Email\n"A\nB";a@b.example\n\nC;c@d.example\n');
    expect(read.ok && read.lines.map(({ line }) => line)).toEqual([3, 6]);
  });
});
