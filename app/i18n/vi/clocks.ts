import type { Target } from "#app/domain/sla/policy.ts";
import type { HoldReason } from "#app/domain/tickets/ticket.ts";

/** How tickets stand against what was promised. */
export const clocks = {
  target: {
    first_response: "Phản hồi đầu tiên",
    resolution: "Xử lý xong",
    approval: "Duyệt",
    grant: "Cấp quyền",
  } satisfies Record<Target, string>,
  left: (time: string) => `còn ${time}`,
  late: (time: string) => `quá hạn ${time}`,
  paused: (time: string) => `đang dừng, còn ${time}`,
  pausedLate: (time: string) => `đang dừng, quá hạn ${time}`,
  underMinute: "chưa đầy 1 phút",
  soon: "sắp đến hạn",
  by: (time: string) => `trước ${time}`,

  today: "hôm nay",
  tomorrow: "ngày mai",
  weekdays: {
    mon: "thứ Hai",
    tue: "thứ Ba",
    wed: "thứ Tư",
    thu: "thứ Năm",
    fri: "thứ Sáu",
    sat: "thứ Bảy",
    sun: "Chủ nhật",
  },
  weekday: (name: string, date: string) => `${name} ${date}`,
  at: (time: string, day: string) => `${time} ${day}`,

  /** What the officer reads of them. */
  officer: {
    answerBy: (when: string) => `Kỹ thuật viên sẽ trả lời trước ${when}.`,
    doneBy: (when: string) => `Sẽ xử lý xong trước ${when}.`,
    answerLate: (when: string) => `Chậm hơn đã hứa: lẽ ra có trả lời trước ${when}. Phiếu vẫn đang được xử lý.`,
    doneLate: (when: string) => `Chậm hơn đã hứa: lẽ ra xong trước ${when}. Phiếu vẫn đang được xử lý.`,
    closes: (day: string) => `Phiếu tự đóng ${day} nếu không có phản hồi.`,
    waits: {
      reporter: "Đang chờ anh/chị trả lời; đồng hồ dừng.",
      approval: "Đang chờ duyệt; đồng hồ dừng.",
      vendor: "Đang chờ nhà cung cấp; đồng hồ dừng.",
      scheduled: "Đang chờ đến lịch hẹn; đồng hồ dừng.",
    } satisfies Record<HoldReason, string>,
    short: {
      answer: (when: string) => `trả lời trước ${when}`,
      done: (when: string) => `xong trước ${when}`,
      late: "chậm hơn đã hứa",
      closes: (day: string) => `tự đóng ${day}`,
      paused: "đồng hồ đang dừng",
    },
  },
};
