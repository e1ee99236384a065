import type { Whom } from "#app/domain/tickets/warnings/ladder.ts";

const WHOM_WORDS: Record<Whom, string> = {
  assignee: "Người xử lý",
  engineers: "Kỹ thuật viên tại phường",
  team: "Nhóm tuyến 2 đang giữ phiếu",
  coordinator: "Điều phối viên",
  manager: "Quản lý",
};

/** The steps by which people are told that a ticket is nearly late. */
export const warnings = {
  lead: "Mỗi bước báo một lần cho mỗi thời hạn, trong giờ làm việc. Phiếu P1 báo ngay cả ngoài giờ. Phiếu chưa có người xử lý thì báo kỹ thuật viên tại phường; không có ai thì báo bàn trực.",
  steps: "Các bước",
  step: (n: number) => `Bước ${n}`,
  newStep: "Thêm một bước",
  newStepHint: "Để trống nếu không thêm.",
  percent: "Sau bao nhiêu phần trăm thời hạn",
  percentHint: "Từ 1 đến 500. Dưới 100 là sắp đến hạn, từ 100 là quá hạn.",
  whomTitle: "Báo cho",
  whom: WHOM_WORDS,
  now: (percent: number, whom: readonly Whom[]) => `${percent} %: ${whom.map((one) => WHOM_WORDS[one]).join(", ")}`,
  remove: "Bỏ bước này",
  example: (policy: string, time: string) => `${policy}: sau ${time}`,
  examples: (percent: number, list: string) => `${percent} % thời hạn xử lý xong, tính theo giờ làm việc: ${list}.`,
  why: "Vì sao đổi",
  whyHint: "Ghi vào nhật ký và lần tính lại.",
  restore: "Dùng lại các bước mặc định",
  usual: "Mặc định: 75 % báo người xử lý; 100 % báo thêm kỹ thuật viên tại phường; 125 % báo thêm điều phối viên.",
  fixed: "Không đổi được",
  pages: (every: number, still: number) =>
    `Phiếu P1 chưa ai nhận báo lại mỗi ${every} phút, cả ban đêm và ngày nghỉ, bằng mọi cách. P1 đang xử lý mà ${still} phút không có tiến triển thì mời người khác nhận.`,
  reminders: (most: number) =>
    `Phiếu chờ người gửi bổ sung nhắc người gửi sau mỗi ngày làm việc, nhiều nhất ${most} lần, rồi báo người xử lý.`,
  problems: {
    percent_missing: "Bước này chưa có phần trăm",
    percent_unreadable: "Ghi một số từ 1 đến 500",
    percent_twice: "Đã có bước khác ở phần trăm này",
    nobody: "Chọn ít nhất một người nhận",
    no_steps: "Phải còn ít nhất một bước, nếu không thì không ai được nhắc",
    ladder_changed:
      "Người khác vừa đổi các bước này. Các bước đang dùng ghi ở dưới; lưu thì thay bằng các bước đã điền.",
    nothing_changed: "Các bước vẫn như cũ, không có gì để lưu",
    "why.required": "Ghi vì sao đổi",
  },
};
