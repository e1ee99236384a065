import type { Target } from "#app/domain/sla/policy.ts";
import type { HoldReason } from "#app/domain/tickets/ticket.ts";

/** How tickets stand against what was promised. */
export const clocks = {
  target: {
    first_response: "Phản hồi đầu tiên",
    resolution: "Xử lý xong",
    approval: "Duyệt",
    grant: "Cấp quyền",
    proof: "Xác nhận dùng được",
  } satisfies Record<Target, string>,
  deadlines: "Thời hạn",
  left: (time: string) => `còn ${time}`,
  late: (time: string) => `quá hạn ${time}`,
  paused: (time: string) => `dừng, còn ${time}`,
  pausedLate: (time: string) => `dừng, quá hạn ${time}`,
  underMinute: "chưa đầy 1 phút",
  soon: "sắp đến hạn",
  met: "đúng hạn",
  missed: (time: string) => `trễ ${time}`,
  state: { not_applicable: "không áp dụng", invalid: "không tính được" },
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
    answerLate: (when: string) =>
      `Chậm hơn đã hứa: lẽ ra có trả lời trước ${when}. Phiếu vẫn chờ kỹ thuật viên trả lời.`,
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

  /** How a time comes about, span by span. */
  why: {
    title: "Vì sao là thời gian này?",
    link: "Vì sao là thời gian này?",
    lead: "Chỉ giờ làm việc được tính. Dưới đây là từng khoảng được tính và không được tính, cộng lại đúng bằng tổng.",
    nothingPromised: "Phiếu này không theo mức cam kết nào nên không có thời hạn.",
    state: "Kết quả",
    counted: "Đã tính",
    outOf: (target: string) => `trên ${target}`,
    span: "Khoảng xét",
    fromTo: (from: string, to: string) => `${from} – ${to}`,
    now: (at: string) => `nay (${at})`,
    due: "Thời hạn",
    first: "Xử lý xong lần đầu",
    firstAfter: (at: string, time: string) => `${at}, sau ${time}`,
    invalid: "Mốc kết thúc đứng trước mốc bắt đầu nên thời gian này không tính được và không vào báo cáo.",
    spans: "Từng khoảng",
    spansOf: (month: string) => `Từng khoảng của tháng ${month}`,
    months: "Từng tháng",
    sum: "Tổng cộng",
    sumOf: (month: string) => `Cộng tháng ${month}`,
    counts: (time: string) => `tính ${time}`,
    countsNot: (time: string) => `không tính ${time}`,
    reasons: {
      hours: "Giờ làm việc",
      off_hours: "Ngoài giờ",
      lunch: "Nghỉ trưa",
      weekend: "Cuối tuần",
      no_hours: "Ngày không làm việc",
      solved: "Đã xử lý xong, chờ mở lại",
      granted: "Đã cấp quyền, chờ xác nhận dùng được",
      dayOff: (name: string) => `Ngày nghỉ: ${name}`,
    },
    byWhat: "Theo mức cam kết và lịch nào",
    version: (version: number, date: string) => (date ? `bản ${version}, ngày ${date}` : `bản ${version}, có từ đầu`),
    chosen: (place: number, of: number) =>
      `Các mức được xét lần lượt; mức thứ ${place} trong ${of} mức là mức đầu tiên phù hợp:`,
    because: (facts: string) => `${facts}.`,
    fitsAll: "mức này áp dụng cho mọi phiếu.",
    noPolicy: (of: number, version: number) =>
      `Không mức nào trong ${of} mức của bản ${version} phù hợp với phiếu này.`,
    vendorStops: "Chờ nhà cung cấp thì đồng hồ dừng.",
    vendorCounts: "Chờ nhà cung cấp vẫn tính.",
    earlier: (name: string, version: number) =>
      `Đạt mốc này khi phiếu theo mức ${name}, bản ${version}. Kết quả giữ nguyên dù sau đó mức cam kết của phiếu có đổi.`,
    since: (at: string) => `Từ ${at}:`,
    calendarOf: (owner: string) => `Lịch làm việc của ${owner}`,
    cityCalendar: "Lịch làm việc của thành phố",
    calendarVersion: (version: number) => `bản ${version}`,
  },
};
