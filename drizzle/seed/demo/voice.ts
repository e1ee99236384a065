import type { TicketKind } from "#app/domain/tickets/ticket.ts";
import { DEPARTMENTS } from "#drizzle/seed/data/departments.ts";
import { MACHINES, PROCEDURES, ZALO_GROUP } from "#drizzle/seed/data/talk.ts";
import type { Officer, WardCast } from "#drizzle/seed/demo/cast.ts";
import type { Dice } from "#drizzle/seed/demo/dice.ts";
import { unmarked } from "#drizzle/seed/demo/names.ts";
import { dateOf, MINUTE, midnight, workdayUntil } from "#drizzle/seed/demo/office-hours.ts";
import type { Template } from "#drizzle/seed/demo/script.ts";

/** How somebody in a hurry writes; engineers write in full. */
export type Voice = (text: string) => string;

const SHORT: readonly [RegExp, string][] = [
  [/văn bản/gi, "vb"],
  [/hồ sơ/gi, "hs"],
  [/tài khoản/gi, "tk"],
  [/mật khẩu/gi, "mk"],
  [/chữ ký số/gi, "cks"],
  [/phần mềm/gi, "pm"],
  [/hệ thống/gi, "ht"],
  [/anh\/chị/gi, "a/c"],
  [/được/g, "đc"],
  [/không/g, "ko"],
  [/Không/g, "Ko"],
];
const SLIPS: readonly [RegExp, string][] = [
  [/xử lý/g, "sử lý"],
  [/giúp/g, "dùm"],
  [/chuyển/g, "chuyễn"],
  [/hiển thị/g, "hiễn thị"],
  [/đăng nhập/g, "đăng nhâp"],
  [/không/g, "khong"],
  [/sửa/g, "sữa"],
  [/thử/g, "thữ"],
  [/kẹt/g, "kẹc"],
  [/nữa/g, "nửa"],
];
const swap = (pairs: readonly [RegExp, string][]) => (text: string) =>
  pairs.reduce((words, [from, to]) => words.replace(from, to), text);

/** One ticket is typed in one manner: in full, shortened, unmarked, or with slips. */
function voiceOf(dice: Dice): Voice {
  const throwOf = dice.next();
  const short = swap(SHORT);
  if (throwOf < 0.11) return unmarked;
  if (throwOf < 0.15) return (text) => unmarked(short(text)).toLowerCase();
  if (throwOf < 0.31) return short;
  if (throwOf < 0.37) return swap(SLIPS);
  return (text) => text;
}

const two = (n: number) => String(n).padStart(2, "0");
const clock = (at: number, between: string) => {
  const minutes = Math.floor((at - midnight(dateOf(at))) / MINUTE);
  return `${two(Math.floor(minutes / 60))}${between}${two(minutes % 60)}`;
};
const dayAndMonth = (date: string) => date.split("-").reverse().slice(0, 2).join("/");

/** What stays the same wherever one ticket speaks of it. */
type Same = { someone?: string; counter?: number; day?: string };
const dayBefore = (dice: Dice, at: number) => workdayUntil(dateOf(at - dice.between(2, 20) * 1440 * MINUTE));

/** Puts counters, names, numbers and dates into the blanks of a text. */
export function fill(text: string, dice: Dice, ward: WardCast, at: number, same: Same = {}): string {
  const someDayBefore = () => same.day ?? dayBefore(dice, at);
  const blanks: Record<string, () => string> = {
    q: () => String(same.counter ?? dice.between(1, 9)),
    n: () => String(dice.between(2, 9)),
    so: () => String(dice.between(112, 2480)),
    g: () => same.someone ?? dice.pick(ward.officers).fullName,
    p: () =>
      dice.pick(
        ward.unit.kind === "xa"
          ? ["Văn phòng", "Phòng Kinh tế", "Phòng Văn hóa – Xã hội"]
          : ["Văn phòng", "Phòng Kinh tế, Hạ tầng và Đô thị", "Phòng Văn hóa – Xã hội"],
      ),
    h: () => clock(at - dice.between(6, 50) * MINUTE, dice.pick(["h", "g", ":"])),
    d: () => dayAndMonth(someDayBefore()),
    m: () => dateOf(at).slice(0, 7).split("-").reverse().join("/"),
    vb: () => `${dice.between(112, 2480)}/UBND-${dice.pick(["VP", "VX", "KT"])}`,
    cv: () => `${dice.between(112, 980)}/TTCĐS-${dice.pick(["HT", "VP"])}`,
    qd: () => `${dice.between(41, 890)}/QĐ-UBND`,
    hs: () =>
      `H29.${dice.between(10, 99)}-${someDayBefore().slice(2).replaceAll("-", "")}-${two(dice.between(0, 99))}${two(dice.between(0, 99))}`,
    th: () => dice.pick(PROCEDURES),
    may: () => dice.pick(MACHINES),
  };
  return text.replace(/\{(\w+)\}/g, (blank, name: string) => blanks[name]?.() ?? blank);
}

const POLITE = [", nhờ hỗ trợ", ", giúp em với ạ", ", nhờ xử lý sớm", " ạ"];
const PRESSED = [" (gấp)", ", đã thử lại nhiều lần", " - quầy {q}", " từ đầu giờ", " ạ"];
const POLITE_MORE = ["Số máy lẻ em là 1{q}, gọi giúp em.", "Cảm ơn ạ.", "Nhờ xử lý sớm trong hôm nay."];
const PRESSED_MORE = [
  "Đã khởi động lại máy mà không hết.",
  "Việc này tháng trước cũng bị một lần.",
  "Các máy khác vẫn bình thường.",
];
const TROUBLE: readonly TicketKind[] = ["software_error", "equipment", "network"];

/** Who asks for something is polite, who is stopped by something presses. */
function ending(title: string, kind: TicketKind, dice: Dice): string {
  if (/\?$/.test(title) || !dice.chance(0.3)) return "";
  if (/nhờ|xin/i.test(title)) return " ạ";
  const pressed = title.includes("quầy") ? PRESSED.filter((words) => !words.includes("quầy")) : PRESSED;
  return dice.pick(TROUBLE.includes(kind) ? pressed : POLITE);
}

function more({ kind }: Template, officer: Officer, dice: Dice): string {
  const room = DEPARTMENTS.find(({ slug }) => slug === officer.department)?.name ?? "";
  return dice.pick([...(TROUBLE.includes(kind) ? PRESSED_MORE : POLITE_MORE), `Em ở ${room}.`]);
}

export type Words = { title: string; body: string };
type Place = { ward: WardCast; officer: Officer; at: number; about: string };

/** A title and a body as the ward would send them; a quarter is one line, a tenth is pasted from a chat. */
export function writeUp(template: Template, dice: Dice, place: Place): { words: Words; voice: Voice; told: number } {
  const { ward, officer, at, about } = place;
  const voice = voiceOf(dice);
  const same = { someone: about, counter: dice.between(1, 9), day: dayBefore(dice, at) };
  const say = (text: string) => voice(fill(text, dice, ward, at, same));
  const subject = dice.pick(template.titles);
  const plain = say(subject + ending(subject, template.kind, dice));
  const title = dice.chance(0.05) ? plain.toUpperCase() : plain;
  const told = dice.between(0, template.bodies.length - 1);
  const body = say(template.bodies[told] ?? "");
  const manner = dice.next();
  if (manner < 0.12) return { words: { title, body: "" }, voice, told };
  if (manner < 0.25) return { words: { title, body: body.split(/(?<=[.?])\s/)[0] ?? body }, voice, told };
  if (manner < 0.35) return { words: { title, body: pasted(body, dice, place, voice) }, voice, told };
  return {
    words: { title, body: dice.chance(0.4) ? `${body} ${say(more(template, officer, dice))}` : body },
    voice,
    told,
  };
}

function pasted(body: string, dice: Dice, { ward, officer, at }: Place, voice: Voice): string {
  const one = officer.fullName;
  const other = dice.pick(ward.officers.filter(({ email }) => email !== officer.email)).fullName;
  const line = (who: string, minutesAgo: number, text: string) =>
    `[${clock(at - minutesAgo * MINUTE, ":")}, ${dayAndMonth(dateOf(at))}] ${who}: ${text}`;
  return [
    `(Chép từ nhóm Zalo ${dice.pick(ZALO_GROUP)})`,
    line(one, 14, body),
    line(other, 11, dice.pick(["bên em cũng bị", "a kỹ thuật xem giúp với", "ai xử lý giúp phường với ạ", "+1"])),
    line(one, 5, voice(dice.pick(["vẫn chưa được ạ", "gửi phiếu luôn cho nhanh", "dạ đang chờ"]))),
  ].join("\n");
}
