import { describe, expect, test } from "vitest";
import { foldMinor } from "#app/components/ticket/fold.ts";
import { describeEvent, idsIn, namer, toldWith } from "#app/domain/tickets/describe-event.ts";
import type { TicketEvent } from "#app/domain/tickets/events.ts";
import { en } from "#app/i18n/en.ts";
import { vi } from "#app/i18n/vi.ts";

const nameOf = namer(
  {
    people: { 1: "Trần Văn Minh", 2: "Vũ Đăng Khoa" },
    systems: { 1: "Quản lý văn bản", 2: "Một cửa" },
    teams: { 1: "Nhóm văn bản" },
    wards: { 2: "Tân Bình", 3: "Bình Hưng Hòa" },
  },
  "Người không rõ",
);

const STOOD = { status: "new", holdReason: null, holdUntil: null, firstResponseAt: null } as const;
const DECIDED = { type: "access.decided", step: 1, over: true, from: "approval", to: "grant" } as const;
const EVENTS: readonly [TicketEvent, string][] = [
  [{ type: "ticket.opened", priority: "p1", impact: "whole_ward", onBehalf: false }, "Trần Văn Minh gửi phiếu"],
  [{ type: "ticket.opened", priority: "p1", impact: "whole_ward", onBehalf: true }, "Trần Văn Minh gửi thay"],
  [{ type: "ticket.taken", fromId: null }, "Trần Văn Minh nhận xử lý"],
  [{ type: "ticket.taken", fromId: 1 }, "Trần Văn Minh nhận xử lý"],
  [{ type: "ticket.taken", fromId: 2 }, "Trần Văn Minh nhận xử lý từ Vũ Đăng Khoa"],
  [{ type: "ticket.assigned", toId: 2, fromId: null }, "Trần Văn Minh phân công cho Vũ Đăng Khoa"],
  [{ type: "ticket.assigned", toId: 99, fromId: null }, "Trần Văn Minh phân công cho Người không rõ"],
  [{ type: "ticket.released", fromId: 1 }, "Trần Văn Minh trả phiếu về hàng chờ"],
  [{ type: "ticket.handed_over", teamId: 1, fromId: 1 }, "Trần Văn Minh chuyển lên tuyến 2: Nhóm văn bản"],
  [{ type: "ticket.handed_back", teamId: 1, toId: 2 }, "Trần Văn Minh chuyển lại cho Vũ Đăng Khoa"],
  [{ type: "ticket.handed_back", teamId: 1, toId: null }, "Trần Văn Minh chuyển lại cho kỹ thuật viên tại chỗ"],
  [
    { type: "ticket.held", reason: "vendor", until: "2026-11-03T01:00:00.000Z", why: "Bản vá" },
    "Trần Văn Minh tạm dừng: Chờ nhà cung cấp, đến 03/11/2026 08:00",
  ],
  [{ type: "ticket.resumed" }, "Trần Văn Minh xử lý tiếp"],
  [
    {
      type: "ticket.reclassified",
      changes: { systemId: { from: 1, to: 2 }, priority: { from: "p3", to: "p1" } },
      reason: "Gấp",
    },
    "Trần Văn Minh đổi phần mềm từ Quản lý văn bản thành Một cửa; mức ưu tiên từ P3 thành P1",
  ],
  [
    { type: "ticket.resolved", code: "fixed", cause: "Hết hạn", done: "Gia hạn" },
    "Trần Văn Minh báo đã xử lý xong: Đã sửa lỗi",
  ],
  [{ type: "ticket.confirmed" }, "Trần Văn Minh xác nhận đã dùng được"],
  [{ type: "ticket.closed" }, "Phiếu tự đóng vì không có phản hồi sau khi xử lý"],
  [{ type: "ticket.reopened", stillFails: "Vẫn trắng" }, "Trần Văn Minh báo vẫn còn lỗi"],
  [{ type: "ticket.cancelled", reason: "Gửi nhầm" }, "Trần Văn Minh hủy phiếu"],
  [
    { type: "ticket.marked_duplicate", of: 10001, through: [], was: STOOD },
    "Trần Văn Minh ghi nhận đây là phiếu trùng. Việc xử lý tiếp tục ở #10001",
  ],
  [
    { type: "ticket.duplicate_found", number: 10004, along: [10005] },
    "Trần Văn Minh ghi nhận #10004, #10005 trùng với phiếu này",
  ],
  [
    { type: "ticket.duplicate_redirected", of: 10001, through: [10004] },
    "Trần Văn Minh chuyển phiếu trùng này về phiếu gốc #10001",
  ],
  [
    { type: "ticket.unmarked_duplicate", of: 10001, now: STOOD },
    "Trần Văn Minh tách phiếu này khỏi #10001: không phải phiếu trùng",
  ],
  [
    { type: "ticket.duplicate_dropped", number: 10004, along: [] },
    "Trần Văn Minh tách #10004 khỏi phiếu này: không phải phiếu trùng",
  ],
  [{ type: "ticket.linked", to: 10002, kind: "duplicate" }, "Trần Văn Minh liên kết với #10002 (phiếu trùng)"],
  [{ type: "ticket.unlinked", to: 10002 }, "Trần Văn Minh bỏ liên kết với #10002"],
  [
    { type: "ticket.moved", fromSiteId: 2, toSiteId: 3, reason: "Nhầm" },
    "Trần Văn Minh chuyển phiếu từ Tân Bình sang Bình Hưng Hòa",
  ],
  [{ type: "ticket.joined", peopleWaiting: 4 }, "Trần Văn Minh cũng gặp việc này, 4 người dân đang chờ"],
  [{ type: "ticket.replied" }, "Trần Văn Minh trả lời"],
  [{ type: "ticket.noted" }, "Trần Văn Minh ghi chú nội bộ"],
  [
    { type: "ticket.warned", target: "resolution", percent: 75, dueAt: "2026-11-09T09:50:00.000Z", whom: ["assignee"] },
    "Sắp đến hạn xử lý xong 09/11/2026 16:50",
  ],
  [
    { type: "ticket.warned", target: "first_response", percent: 100, dueAt: "2026-11-09T02:20:00.000Z", whom: [] },
    "Đã quá hạn trả lời 09/11/2026 09:20",
  ],
  [
    { type: "ticket.warned", target: "resolution", percent: 125, dueAt: "2026-11-09T09:50:00.000Z", whom: [] },
    "Vẫn quá hạn xử lý xong 09/11/2026 16:50 (đã hết 125 % thời gian)",
  ],
  [{ type: "ticket.paged", minutes: 310 }, "Nhắc lại: phiếu P1 đã 5 giờ 10 phút chưa ai nhận"],
  [{ type: "ticket.paged", minutes: 20 }, "Nhắc lại: phiếu P1 đã 20 phút chưa ai nhận"],
  [{ type: "ticket.offered_again", minutes: 30 }, "Phiếu P1 đã 30 phút không có tiến triển, ai xử lý được thì nhận"],
  [{ type: "ticket.reminded", time: 2 }, "Nhắc lần 2: phiếu vẫn chờ người gửi trả lời"],
  [{ type: "ticket.unanswered", reminders: 3 }, "Đã nhắc người gửi 3 lần, chưa có trả lời"],
  [
    {
      type: "ticket.rejudged",
      recomputation: 1,
      cause: "calendar",
      moved: { target: "resolution", from: "2026-11-09T09:50:00.000Z", to: "2026-11-10T09:50:00.000Z" },
    },
    "Thời hạn được tính lại vì lịch làm việc thay đổi: hạn xử lý xong từ 09/11/2026 16:50 thành 10/11/2026 16:50",
  ],
  [
    { type: "ticket.rejudged", recomputation: 1, cause: "first_clocks", moved: null },
    "Bắt đầu tính thời hạn cho phiếu có từ trước",
  ],
  [{ type: "access.asked", round: 1, items: 2 }, "Trần Văn Minh đề nghị cấp 2 quyền"],
  [{ type: "access.asked", round: 2, items: 2 }, "Trần Văn Minh sửa đề nghị; cần duyệt lại"],
  [
    { type: "access.ordered", items: 2, cause: "left", from: "approval", to: "grant" },
    "Mở việc thu hồi 2 quyền của người đã chuyển hoặc nghỉ",
  ],
  [
    { type: "access.ordered", items: 1, cause: "review", from: "approval", to: "grant" },
    "Mở việc thu hồi 1 quyền sau rà soát",
  ],
  [{ ...DECIDED, verdict: "approved", reason: "", forId: null }, "Trần Văn Minh duyệt"],
  [
    { ...DECIDED, verdict: "refused", reason: "Chưa có quyết định", forId: 2 },
    "Trần Văn Minh (thay Vũ Đăng Khoa) không duyệt: Chưa có quyết định",
  ],
  [{ type: "access.asked_back", question: "Từ ngày nào?" }, "Trần Văn Minh hỏi lại: Từ ngày nào?"],
  [{ type: "access.answered", answer: "Từ hôm nay" }, "Trần Văn Minh trả lời người duyệt: Từ hôm nay"],
  [
    { type: "access.granted", items: [1], done: "Đã bật", from: "grant", to: "proof" },
    "Trần Văn Minh đã làm xong 1 quyền: Đã bật",
  ],
  [
    { type: "access.handed_back", items: [1], reason: "Thiếu phòng", from: "grant", to: "waits" },
    "Trần Văn Minh chưa làm được: Thiếu phòng",
  ],
  [
    { type: "access.withdrawn", items: [1], reason: "Không cần nữa", from: "waits", to: "cancelled" },
    "Trần Văn Minh rút 1 quyền: Không cần nữa",
  ],
  [
    { type: "access.proven", item: 1, atDesk: false, note: "", from: "proof", to: "closed" },
    "Trần Văn Minh xác nhận đã dùng được",
  ],
  [
    { type: "access.proven", item: 1, atDesk: true, note: "", from: "proof", to: "closed" },
    "Trần Văn Minh kiểm tra tại chỗ: đã dùng được",
  ],
  [
    { type: "access.failed", item: 1, atDesk: false, note: "Chưa thấy nút", from: "proof", to: "grant" },
    "Trần Văn Minh báo chưa dùng được: Chưa thấy nút",
  ],
  [{ type: "access.proof_asked", items: [1], time: 2, desk: false }, "Hỏi lần 2: quyền vừa cấp đã dùng được chưa"],
  [
    { type: "access.proof_asked", items: [1], time: 3, desk: true },
    "Chưa có xác nhận; nhờ kỹ thuật viên tại phường kiểm tra tại chỗ",
  ],
];

describe("everything that happens has a sentence", () => {
  test.each(EVENTS)("%j", (event, sentence) => {
    expect(describeEvent(vi, event, "Trần Văn Minh", nameOf)).toBe(sentence);
    expect(describeEvent(en, event, "Trần Văn Minh", nameOf)).not.toMatch(/undefined|null|NaN|\[object/);
    expect(() => [toldWith(event), idsIn(event)]).not.toThrow();
  });

  test("and none is forgotten", () => {
    expect([...new Set(EVENTS.map(([{ type }]) => type))].sort()).toEqual(Object.keys(vi.ticket.event).sort());
  });
});

describe("a run of small changes takes one line", () => {
  const run = (...types: TicketEvent["type"][]) =>
    // Safe because folding looks at nothing but the type.
    types.map((type, id) => ({ id, event: { type } as TicketEvent, message: null }));
  const shape = (...types: TicketEvent["type"][]) =>
    foldMinor(run(...types)).map((entry) => (entry.kind === "folded" ? entry.items.length : entry.item.event.type));

  test.each([
    [["ticket.opened", "ticket.taken", "ticket.linked"] as const, ["ticket.opened", "ticket.taken", "ticket.linked"]],
    [["ticket.opened", "ticket.taken", "ticket.linked", "ticket.joined"] as const, ["ticket.opened", 3]],
    [["ticket.taken", "ticket.held", "ticket.resumed"] as const, ["ticket.taken", "ticket.held", "ticket.resumed"]],
  ])("%j", (types, shown) => expect(shape(...types)).toEqual(shown));
});
