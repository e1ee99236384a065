import { type EventWords, lasting, warned } from "./ticket-events.ts";

/** What of an event may be said where nothing of the ticket leaves the building: that it happened, and by whom. */
type Bare = Partial<Record<keyof EventWords, (who: string, minutes: number) => string>>;

/** The words of mail. Only the server has them: they are no part of what browsers load. */
export const letters = {
  greeting: (name: string) => `Kính gửi anh/chị ${name},`,
  closing: "Trân trọng,",
  signature: "Trạm",
  automatic: "Thư tự động, không trả lời vào thư này.",
  choose: "Chọn loại thư muốn nhận",
  linkAt: (label: string, url: string) => `${label}: ${url}`,
  status: "Trạng thái",
  title: "Tiêu đề",
  moreText: "Xem tiếp trên phiếu",

  ticket: {
    subject: (number: number, about: string) => `[Trạm] ${number} · ${about}`,
    about: "Phiếu hỗ trợ",
    lead: (number: number) => `Phiếu ${number} có thay đổi.`,
    open: (number: number) => `Xem phiếu ${number}`,
    withheld: "Thư này không kèm nội dung phiếu. Trả lời trên phiếu.",
    reply: "Trả lời trên phiếu.",
    warned,
    changed: (who: string) => `${who} thay đổi phiếu`,
    bare: {
      "ticket.opened": (who) => `${who} gửi phiếu`,
      "ticket.taken": (who) => `${who} nhận xử lý`,
      "ticket.assigned": (who) => `${who} phân công người xử lý`,
      "ticket.released": (who) => `${who} trả phiếu về hàng chờ`,
      "ticket.handed_over": (who) => `${who} chuyển lên tuyến 2`,
      "ticket.handed_back": (who) => `${who} chuyển lại từ tuyến 2`,
      "ticket.held": (who) => `${who} tạm dừng phiếu`,
      "ticket.resumed": (who) => `${who} xử lý tiếp`,
      "ticket.resolved": (who) => `${who} báo đã xử lý xong`,
      "ticket.confirmed": (who) => `${who} xác nhận đã dùng được`,
      "ticket.closed": () => "Phiếu tự đóng vì không có phản hồi sau khi xử lý",
      "ticket.reopened": (who) => `${who} báo vẫn còn lỗi`,
      "ticket.cancelled": (who) => `${who} hủy phiếu`,
      "ticket.joined": (who) => `${who} cũng gặp việc này`,
      "ticket.replied": (who) => `${who} trả lời`,
      "ticket.noted": (who) => `${who} ghi chú nội bộ`,
      "ticket.paged": (_, minutes) => `Nhắc lại: phiếu P1 đã ${lasting(minutes)} chưa ai nhận`,
      "ticket.offered_again": (_, minutes) =>
        `Phiếu P1 đã ${lasting(minutes)} không có tiến triển, ai xử lý được thì nhận`,
      "ticket.reminded": () => "Phiếu vẫn chờ anh/chị trả lời",
      "ticket.unanswered": () => "Đã nhắc nhiều lần, người gửi chưa trả lời",
    } as Bare,
  },

  digest: {
    subject: (date: string) => `[Trạm] Bản tin ngày ${date}`,
    lead: (tickets: number) => `${tickets} phiếu có thay đổi.`,
    more: (n: number) => `Còn ${n} phiếu khác có thay đổi.`,
    moreChanges: (n: number) => `Còn ${n} thay đổi khác`,
    ticket: (number: number, status: string) => `Phiếu ${number} · ${status}`,
    open: "Mở danh sách phiếu",
  },

  invitation: {
    subject: "[Trạm] Đặt mật khẩu cho tài khoản mới",
    lead: "Quản trị hệ thống đã lập tài khoản cho anh/chị tại Trạm, nơi gửi và theo dõi phiếu hỗ trợ phần mềm.",
    until: (time: string) => `Vui lòng đặt mật khẩu trước ${time}.`,
    open: "Đặt mật khẩu",
    unexpected: "Nếu không chờ thư này, không cần làm gì.",
  },
  passwordReset: {
    subject: "[Trạm] Đặt lại mật khẩu",
    lead: "Trạm nhận được yêu cầu đặt lại mật khẩu cho tài khoản của anh/chị.",
    until: (time: string) => `Đường liên kết có hiệu lực đến ${time}.`,
    open: "Đặt lại mật khẩu",
    unexpected: "Nếu không yêu cầu, không cần làm gì: mật khẩu hiện tại vẫn dùng được.",
  },
  addressConfirm: {
    subject: "[Trạm] Xác nhận địa chỉ thư",
    lead: "Có yêu cầu dùng địa chỉ thư này cho tài khoản của anh/chị tại Trạm.",
    until: (time: string) => `Vui lòng xác nhận trước ${time}.`,
    open: "Xác nhận địa chỉ thư",
    unexpected: "Nếu không yêu cầu, không cần làm gì: địa chỉ cũ vẫn được dùng.",
  },
  once: "Đường liên kết chỉ dùng được một lần, không chuyển cho người khác.",
  passwordChanged: {
    subject: "[Trạm] Mật khẩu đã đổi",
    lead: (time: string) => `Mật khẩu tài khoản của anh/chị tại Trạm đã đổi lúc ${time}.`,
    unexpected: "Nếu không phải anh/chị đổi, vui lòng đặt lại mật khẩu ngay và báo quản trị hệ thống.",
    open: "Đặt lại mật khẩu",
  },
  addressAsked: {
    subject: "[Trạm] Yêu cầu đổi địa chỉ thư",
    lead: (time: string) =>
      `Lúc ${time} có yêu cầu đổi địa chỉ thư của tài khoản anh/chị tại Trạm. Địa chỉ này còn hiệu lực cho đến khi địa chỉ mới được xác nhận.`,
    unexpected: "Nếu không phải anh/chị yêu cầu, vui lòng đổi mật khẩu ngay: yêu cầu sẽ bị hủy.",
    open: "Mở tài khoản",
  },
  addressChanged: {
    subject: "[Trạm] Địa chỉ thư đã đổi",
    lead: (time: string) => `Địa chỉ thư của tài khoản anh/chị tại Trạm đã đổi lúc ${time}.`,
    unexpected: "Nếu không phải anh/chị đổi, vui lòng báo ngay quản trị hệ thống.",
    open: "Mở tài khoản",
  },
  accessWaits: {
    subject: "[Trạm] Việc về cấp quyền đang chờ đơn vị",
    lead: "Đơn vị do anh/chị phụ trách còn việc sau đây tại mục Cấp quyền.",
    campaigns: (n: number) => `${n} đợt cấp quyền chờ đơn vị chọn người, bổ sung quyết định hoặc báo không cần.`,
    review: (year: number, until: string) => `Rà soát quyền năm ${year}, hạn đến hết ngày ${until}.`,
    open: "Mở Cấp quyền",
  },
  test: {
    subject: "[Trạm] Thư thử",
    lead: (time: string) => `Thư này được yêu cầu lúc ${time} để thử đường gửi thư của Trạm.`,
    fine: "Thư đến nơi nghĩa là đường gửi thư dùng được.",
    open: "Mở cài đặt",
  },
};
export type LetterWords = typeof letters;
