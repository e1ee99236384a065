import { expect, test } from "vitest";
import { actionText, differencesOf, factText, objectText } from "#app/components/audit/fact-words.ts";
import { en } from "#app/i18n/en.ts";
import { vi } from "#app/i18n/vi.ts";
import { AUDIT_KINDS } from "#app/lib/audit-kinds.ts";
import { sourcesUnder } from "#tests/support/sources.ts";

const CODE = new RegExp(`"((?:${AUDIT_KINDS.join("|")})\\.[a-z_]+)"`, "g");

test("every action that is recorded anywhere has its words", () => {
  const recorded = sourcesUnder("app").filter(
    ({ path, text }) => /\.server\.ts$/.test(path) && text.includes("recordAudit"),
  );
  const codes = recorded.flatMap(({ text }) => [...text.matchAll(CODE)].map(([, code = ""]) => code));
  expect(codes.length).toBeGreaterThan(20);
  expect(codes.filter((code) => !(code in vi.audit.actions))).toEqual([]);
});

test("an action that nobody named says its code", () => {
  expect(actionText("site.moved_to_the_moon", vi)).toBe("site.moved_to_the_moon");
});

test("a change is told field by field, and what stayed is left out", () => {
  const before = { name: "Thanh An", unitKind: "xa", validFrom: "2025-07-01", formerArea: null };
  const after = { ...before, name: "Dầu Tiếng", unitKind: "phuong" };
  expect(differencesOf(before, after, vi, "vi")).toEqual([
    { field: "Tên", before: "Thanh An", after: "Dầu Tiếng" },
    { field: "Loại đơn vị", before: "Xã", after: "Phường" },
  ]);
});

test("what came and what went have one side only", () => {
  expect(differencesOf(null, { validUntil: "2026-12-31" }, vi, "vi")).toEqual([
    { field: "Đến hết ngày", before: null, after: "31/12/2026" },
  ]);
  expect(differencesOf({ long: "văn bản" }, null, en, "en")).toEqual([
    { field: "Stands for", before: "văn bản", after: null },
  ]);
});

test("cells of the priority matrix are named by their row and column", () => {
  expect(differencesOf({ "one_person.now": "p3" }, { "one_person.now": "p1" }, vi, "vi")).toEqual([
    { field: "Một người, Cần ngay", before: "Trung bình", after: "Rất cao" },
  ]);
});

test("a phone is written as everywhere else", () => {
  const [phone] = differencesOf({ phone: null }, { phone: "+84912345678" }, vi, "vi");
  expect(phone).toEqual({ field: "Điện thoại", before: "trống", after: "0912 345 678" });
});

test("a place is where somebody works, or a position in an order", () => {
  expect(differencesOf({ place: 2 }, { place: 1 }, vi, "vi")[0]?.field).toBe("Vị trí");
  expect(differencesOf({ place: "A" }, { place: "B" }, vi, "vi")[0]?.field).toBe("Nơi");
});

test("a letter's kind and outcome are told as its own page tells them", () => {
  const before = { purpose: "ticket", state: "dropped", lastError: "nothing_new" };
  expect(differencesOf(before, { state: "waiting" }, vi, "vi")).toEqual([
    { field: "Loại thư", before: "Phiếu", after: null },
    { field: "Tình trạng", before: "Không gửi", after: "Chờ gửi" },
    { field: "Kết quả lần cuối", before: "Người nhận đã đọc trên trang", after: null },
  ]);
  const [kept] = differencesOf({ lastError: "waits for the provider" }, null, en, "en");
  expect(kept?.before).toBe("Waits: the sender asked for a pause or is down");
  expect(differencesOf({ lastError: "resend 429" }, null, vi, "vi")[0]?.before).toBe("resend 429");
  expect(differencesOf({ name: "test" }, { name: "ticket" }, vi, "vi")[0]).toMatchObject({ before: "test" });
});

test.each([
  [null, "trống"],
  ["", "trống"],
  [true, "Có"],
  [1234, "1.234"],
  ["2026-11-23T05:00:00.000Z", "23/11/2026 12:00"],
  ["2026-02-31", "2026-02-31"],
  [["a", 2], "a, 2"],
  [[], "trống"],
  ["admin", "Quản trị hệ thống"],
  ["counter", "Quầy tiếp nhận, máy dùng chung"],
  ["constructor", "constructor"],
])("%j reads as %s", (value, text) => expect(factText(value, vi, "vi")).toBe(text));

test("settings are named, other things have their own names", () => {
  expect(objectText({ kind: "setting", objectName: "priority_matrix" }, vi)).toBe("Mức ưu tiên");
  expect(objectText({ kind: "delivery", objectName: "failed" }, vi)).toBe("Không gửi được");
  expect(objectText({ kind: "site", objectName: "Tân Bình" }, vi)).toBe("Tân Bình");
});
