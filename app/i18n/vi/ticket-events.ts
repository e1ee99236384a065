import type { NameOf } from "#app/domain/tickets/describe-event.ts";
import type { TicketEvent } from "#app/domain/tickets/events.ts";
import { formatDateTime } from "#app/lib/format.ts";
import { viCore } from "../vi-core.ts";
import { ticketFacts } from "./ticket-facts.ts";

// By way of the core, so that its words stay in one piece.
const { tickets } = viCore;

type Of<T extends TicketEvent["type"]> = Extract<TicketEvent, { type: T }>;
export type EventWords = { [T in TicketEvent["type"]]: (event: Of<T>, who: string, nameOf: NameOf) => string };

const LINKED = { related: "liên quan", duplicate: "phiếu trùng", follow_up: "phiếu tiếp theo" };

/** Also the words of letters. */
export const DUE = {
  first_response: "hạn trả lời",
  resolution: "hạn xử lý xong",
  approval: "hạn duyệt",
  grant: "hạn cấp quyền",
  proof: "hạn xác nhận dùng được",
};

export const warned = ({
  target,
  percent,
  dueAt,
}: Pick<Of<"ticket.warned">, "target" | "percent" | "dueAt">): string => {
  const due = `${DUE[target]}${dueAt === null ? "" : ` ${formatDateTime(new Date(dueAt))}`}`;
  if (percent < 100) return `Sắp đến ${due}`;
  return percent > 100 ? `Vẫn quá ${due} (đã hết ${percent} % thời gian)` : `Đã quá ${due}`;
};

export const lasting = (minutes: number) =>
  minutes < 60 ? `${minutes} phút` : `${Math.floor(minutes / 60)} giờ${minutes % 60 ? ` ${minutes % 60} phút` : ""}`;

const numbered = (numbers: readonly number[]) => numbers.map((number) => `#${number}`).join(", ");

const changed = ({ changes }: Of<"ticket.reclassified">, nameOf: NameOf) =>
  [
    changes.kind && `loại phiếu từ ${tickets.kind[changes.kind.from]} thành ${tickets.kind[changes.kind.to]}`,
    changes.systemId &&
      `phần mềm từ ${nameOf.system(changes.systemId.from)} thành ${nameOf.system(changes.systemId.to)}`,
    changes.impact &&
      `mức ảnh hưởng từ ${tickets.impact[changes.impact.from]} thành ${tickets.impact[changes.impact.to]}`,
    changes.peopleWaiting && `số người dân đang chờ từ ${changes.peopleWaiting.from} thành ${changes.peopleWaiting.to}`,
    changes.priority &&
      `mức ưu tiên từ ${changes.priority.from.toUpperCase()} thành ${changes.priority.to.toUpperCase()}`,
  ]
    .filter(Boolean)
    .join("; ");

const REJUDGED = {
  calendar: "Thời hạn được tính lại vì lịch làm việc thay đổi",
  policies: "Thời hạn được tính lại vì mức cam kết thay đổi",
  ladder: "Thời hạn được tính lại",
  first_clocks: "Bắt đầu tính thời hạn cho phiếu có từ trước",
};

export const ticketEvents: EventWords = {
  "ticket.opened": (event, who) => (event.onBehalf ? `${who} gửi thay` : `${who} gửi phiếu`),
  "ticket.taken": (event, who, nameOf) =>
    event.fromId === null || nameOf.person(event.fromId) === who
      ? `${who} nhận xử lý`
      : `${who} nhận xử lý từ ${nameOf.person(event.fromId)}`,
  "ticket.assigned": (event, who, nameOf) => `${who} phân công cho ${nameOf.person(event.toId)}`,
  "ticket.released": (_, who) => `${who} trả phiếu về hàng chờ`,
  "ticket.handed_over": (event, who, nameOf) => `${who} chuyển lên tuyến 2: ${nameOf.team(event.teamId)}`,
  "ticket.handed_back": (event, who, nameOf) =>
    event.toId === null
      ? `${who} chuyển lại cho kỹ thuật viên tại chỗ`
      : `${who} chuyển lại cho ${nameOf.person(event.toId)}`,
  "ticket.held": (event, who) => {
    const until = event.until === null ? "" : `, đến ${formatDateTime(new Date(event.until))}`;
    return `${who} tạm dừng: ${ticketFacts.hold[event.reason]}${until}`;
  },
  "ticket.resumed": (_, who) => `${who} xử lý tiếp`,
  "ticket.reclassified": (event, who, nameOf) => `${who} đổi ${changed(event, nameOf)}`,
  "ticket.resolved": (event, who) => `${who} báo đã xử lý xong: ${ticketFacts.resolution[event.code]}`,
  "ticket.confirmed": (_, who) => `${who} xác nhận đã dùng được`,
  "ticket.closed": () => "Phiếu tự đóng vì không có phản hồi sau khi xử lý",
  "ticket.reopened": (_, who) => `${who} báo vẫn còn lỗi`,
  "ticket.cancelled": (_, who) => `${who} hủy phiếu`,
  "ticket.linked": (event, who) => `${who} liên kết với #${event.to} (${LINKED[event.kind]})`,
  "ticket.unlinked": (event, who) => `${who} bỏ liên kết với #${event.to}`,
  "ticket.moved": (event, who, nameOf) =>
    `${who} chuyển phiếu từ ${nameOf.ward(event.fromSiteId)} sang ${nameOf.ward(event.toSiteId)}`,
  "ticket.joined": (event, who) =>
    event.peopleWaiting > 0
      ? `${who} cũng gặp việc này, ${event.peopleWaiting} người dân đang chờ`
      : `${who} cũng gặp việc này`,
  "ticket.marked_duplicate": (event, who) => `${who} ghi nhận đây là phiếu trùng. Việc xử lý tiếp tục ở #${event.of}`,
  "ticket.duplicate_redirected": (event, who) => `${who} chuyển phiếu trùng này về phiếu gốc #${event.of}`,
  "ticket.unmarked_duplicate": (event, who) => `${who} tách phiếu này khỏi #${event.of}: không phải phiếu trùng`,
  "ticket.duplicate_found": (event, who) =>
    `${who} ghi nhận ${numbered([event.number, ...event.along])} trùng với phiếu này`,
  "ticket.duplicate_dropped": (event, who) =>
    `${who} tách ${numbered([event.number, ...event.along])} khỏi phiếu này: không phải phiếu trùng`,
  "ticket.replied": (_, who) => `${who} trả lời`,
  "ticket.noted": (_, who) => `${who} ghi chú nội bộ`,
  "ticket.warned": (event) => warned(event),
  "ticket.paged": (event) => `Nhắc lại: phiếu P1 đã ${lasting(event.minutes)} chưa ai nhận`,
  "ticket.offered_again": (event) =>
    `Phiếu P1 đã ${lasting(event.minutes)} không có tiến triển, ai xử lý được thì nhận`,
  "ticket.reminded": (event) => `Nhắc lần ${event.time}: phiếu vẫn chờ người gửi trả lời`,
  "ticket.unanswered": (event) => `Đã nhắc người gửi ${event.reminders} lần, chưa có trả lời`,
  "access.asked": (event, who) =>
    event.round === 1 ? `${who} đề nghị cấp ${event.items} quyền` : `${who} sửa đề nghị; cần duyệt lại`,
  "access.ordered": (event) =>
    event.cause === "left"
      ? `Mở việc thu hồi ${event.items} quyền của người đã chuyển hoặc nghỉ`
      : `Mở việc thu hồi ${event.items} quyền sau rà soát`,
  "access.decided": (event, who, nameOf) => {
    const by = event.forId === null ? who : `${who} (thay ${nameOf.person(event.forId)})`;
    const verdict = event.verdict === "approved" ? `${by} duyệt` : `${by} không duyệt`;
    return event.reason === "" ? verdict : `${verdict}: ${event.reason}`;
  },
  "access.asked_back": (event, who) => `${who} hỏi lại: ${event.question}`,
  "access.answered": (event, who) => `${who} trả lời người duyệt: ${event.answer}`,
  "access.granted": (event, who) => `${who} đã làm xong ${event.items.length} quyền: ${event.done}`,
  "access.handed_back": (event, who) => `${who} chưa làm được: ${event.reason}`,
  "access.withdrawn": (event, who) => `${who} rút ${event.items.length} quyền: ${event.reason}`,
  "access.proven": (event, who) =>
    event.atDesk ? `${who} kiểm tra tại chỗ: đã dùng được` : `${who} xác nhận đã dùng được`,
  "access.failed": (event, who) =>
    event.atDesk
      ? `${who} kiểm tra tại chỗ: chưa dùng được. ${event.note}`
      : `${who} báo chưa dùng được: ${event.note}`,
  "access.proof_asked": (event) =>
    event.desk
      ? "Chưa có xác nhận; nhờ kỹ thuật viên tại phường kiểm tra tại chỗ"
      : `Hỏi lần ${event.time}: quyền vừa cấp đã dùng được chưa`,
  "ticket.rejudged": ({ cause, moved }) => {
    const again = REJUDGED[cause];
    if (moved === null) return again;
    const at = (iso: string | null) => (iso === null ? "không có" : formatDateTime(new Date(iso)));
    const what = moved.target === "closing" ? "lúc tự đóng" : DUE[moved.target];
    return `${again}: ${what} từ ${at(moved.from)} thành ${at(moved.to)}`;
  },
};
