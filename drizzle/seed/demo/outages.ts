import type { Cast, WardCast } from "#drizzle/seed/demo/cast.ts";
import type { Dice } from "#drizzle/seed/demo/dice.ts";
import { isWorkday, MINUTE, midnight, weekday } from "#drizzle/seed/demo/office-hours.ts";

export type PlannedOutage = {
  at: number;
  overAt: number;
  rank: number;
  wards: readonly WardCast[];
  cause: string;
  done: string;
};

type Kind = {
  rank: number;
  /** How far into the demo, from 0 to 1. */
  when: number;
  minute: number;
  lastsMinutes: number;
  wards: number;
  cause: string;
  done: string;
  onMonday?: boolean;
};

const KINDS: readonly Kind[] = [
  {
    rank: 5,
    when: 0.08,
    minute: 505,
    lastsMinutes: 130,
    wards: 9,
    onMonday: true,
    cause: "Máy chủ một cửa quá tải sáng thứ Hai",
    done: "Đã tăng tài nguyên máy chủ, các quầy tiếp nhận lại bình thường.",
  },
  {
    rank: 36,
    when: 0.27,
    minute: 465,
    lastsMinutes: 300,
    wards: 8,
    cause: "Bản cập nhật phần mềm văn bản làm mất nút Phát hành",
    done: "Nhà cung cấp đã vá, tải lại trang bằng Ctrl+F5 là thấy nút.",
  },
  {
    rank: 21,
    when: 0.45,
    minute: 560,
    lastsMinutes: 1500,
    wards: 7,
    cause: "Đồng bộ Cổng Dịch vụ công quốc gia bị dừng",
    done: "Đã chạy lại đồng bộ, hồ sơ trong thời gian gián đoạn đã về đủ.",
  },
  {
    rank: 62,
    when: 0.6,
    minute: 800,
    lastsMinutes: 210,
    wards: 3,
    cause: "Đứt cáp quang do thi công đường",
    done: "Nhà mạng đã hàn nối, đường chuyên dùng thông.",
  },
  {
    rank: 10,
    when: 0.78,
    minute: 515,
    lastsMinutes: 180,
    wards: 9,
    cause: "Trục tích hợp dữ liệu dân cư gián đoạn",
    done: "Kết nối đã khôi phục, tra cứu thử ở các quầy đều có kết quả.",
  },
  {
    rank: 73,
    when: 0.88,
    minute: 600,
    lastsMinutes: 240,
    wards: 5,
    cause: "Đợt thư lừa đảo",
    done: "Đã chặn địa chỉ gửi và thu hồi thư, nhắc các đơn vị không bấm liên kết.",
  },
  {
    rank: 30,
    when: 0.985,
    minute: 480,
    lastsMinutes: 260,
    wards: 8,
    cause: "Hệ thống định danh quá tải",
    done: "Đã khôi phục, đăng nhập lại được.",
  },
];
/** Shorter demos keep only as many as their days can bear. */
const DAYS_EACH = 12;

/** What hit many wards at once, each on a working day near its place in the story. */
export function planOutages(dice: Dice, cast: Cast, dates: readonly string[]): PlannedOutage[] {
  const many = Math.ceil(dates.length / DAYS_EACH);
  return KINDS.slice(-many).flatMap((kind) => {
    const near = Math.floor(kind.when * (dates.length - 1));
    const date = dates.slice(0, near + 1).findLast((day) => isWorkday(day) && (!kind.onMonday || weekday(day) === 1));
    if (!date) return [];
    const at = midnight(date) + kind.minute * MINUTE;
    const wards = cast.wards
      .map((ward) => ({ ward, turn: dice.next() }))
      .sort((a, b) => a.turn - b.turn)
      .slice(0, kind.wards)
      .map(({ ward }) => ward);
    return [
      { at, overAt: at + kind.lastsMinutes * MINUTE, rank: kind.rank, wards, cause: kind.cause, done: kind.done },
    ];
  });
}
