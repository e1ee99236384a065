/** Facts of a ticket that no lean page says. */
export const ticketFacts = {
  hold: {
    reporter: "Chờ người gửi bổ sung",
    approval: "Chờ duyệt",
    vendor: "Chờ nhà cung cấp",
    scheduled: "Chờ đến lịch hẹn",
  },
  resolution: {
    fixed: "Đã sửa lỗi",
    granted: "Đã cấp quyền",
    explained: "Đã hướng dẫn",
    duplicate: "Trùng với phiếu khác",
    not_reproducible: "Không gặp lại lỗi",
    third_party: "Bên khác đã xử lý",
  },
  linkKind: { related: "Liên quan", duplicate: "Phiếu trùng", follow_up: "Tiếp theo phiếu" },
};
