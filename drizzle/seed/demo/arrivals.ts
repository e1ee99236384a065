import type { Impact, Urgency } from "#app/domain/tickets/priority.ts";
import type { TicketKind } from "#app/domain/tickets/ticket.ts";
import { addDays } from "#app/lib/time.ts";
import { SCREEN_SAID, USERS_OF } from "#drizzle/seed/data/posts.ts";
import type { Officer, WardCast } from "#drizzle/seed/demo/cast.ts";
import type { Dice } from "#drizzle/seed/demo/dice.ts";
import { inventName } from "#drizzle/seed/demo/names.ts";
import { dateOf, isOpen, isWorkday, MINUTE, midnight, nextDate, weekday } from "#drizzle/seed/demo/office-hours.ts";
import type { Template } from "#drizzle/seed/demo/script.ts";
import type { OpenForm } from "#drizzle/seed/demo/steps.ts";
import type { Opening } from "#drizzle/seed/demo/story.ts";
import { writeUp } from "#drizzle/seed/demo/voice.ts";

/** Shares of a day's tickets between minutes of the day. */
const HOURS: readonly (readonly [from: number, to: number, share: number])[] = [
  [445, 510, 20],
  [510, 600, 27],
  [600, 690, 19],
  [690, 780, 3],
  [780, 870, 17],
  [870, 960, 9],
  [960, 1020, 4],
  [1020, 1260, 1],
];
const WEEK = [0, 25, 20, 18, 17, 16, 4, 0.6];
/** People whose screens a visitor of the demo opens first. */
const SHOWN = new Set(["lan@tanbinh.example", "hoa@binhhunghoa.example"]);

/** How busy each date is, relative to each other: weekdays, days after holidays, and a desk that slowly calms down. */
export function weighDates(dates: readonly string[]): number[] {
  let daysOff = 0;
  return dates.map((date, index) => {
    const calm = 1.5 - (0.85 * index) / Math.max(1, dates.length - 1);
    const first = daysOff >= 3;
    daysOff = isWorkday(date) ? 0 : daysOff + 1;
    const usual = WEEK[weekday(date)] ?? 0;
    const asWorked = isWorkday(date) ? (weekday(date) === 6 ? 16 : usual) : weekday(date) === 6 ? usual : 0.6;
    return asWorked * calm * (first ? 1.6 : 1);
  });
}

export const wardWeight = (ward: WardCast) => Math.sqrt(ward.unit.population);

export function pickMinute(dice: Dice, date: string): number {
  const worked = isWorkday(date);
  const slots = worked ? HOURS : weekday(date) === 6 ? HOURS.slice(0, 3) : [[480, 1230, 1] as const];
  const [from, to] = dice.weighted(slots, ([, , share]) => share);
  return dice.between(from, to - 1);
}

/** Rights and accounts fill the first weeks, reports their deadlines. */
export function pickTemplate(dice: Dice, templates: readonly Template[], date: string, progress: number): Template {
  const deadline = date.endsWith("-25") || /-(03|06|09|12)-(29|30|31)$/.test(date);
  const early = 1.45 - 0.9 * progress;
  return dice.weighted(templates, ({ kind, system, weight }) => {
    const phase = kind === "missing_permission" || kind === "account" || kind === "how_to" ? early : 1.12;
    return weight * phase * (deadline && system === "baocao" ? 2 : 1);
  });
}

export function pickReporter(dice: Dice, ward: WardCast, { system, impact }: Template): Officer {
  return dice.weighted(ward.officers, ({ department, position, email }) => {
    const users = USERS_OF[system];
    const fits = users ? (users.includes(position) ? 8 : 0.25) : 1;
    const atCounter = !impact.startsWith("counter") || department === "hanh-chinh-cong" ? 1 : 0.05;
    return fits * atCounter * (SHOWN.has(email) ? 2.5 : 1);
  });
}

/** A counter has no queue on a day off or after its hours. */
export const happensThen = (at: number) => {
  const date = dateOf(at);
  const counters = isWorkday(date) && at < midnight(date) + 1020 * MINUTE;
  return ({ impact }: Template) => counters || !impact.startsWith("counter");
};

const WAITING: Partial<Record<Impact, readonly [number, number]>> = {
  counter_slowed: [2, 25],
  counter_stopped: [8, 60],
};
/** Only without a line do citizens wait for a whole unit. */
const waitingFor = ({ impact, system }: Template) =>
  impact === "whole_ward" && system === "mang" ? ([5, 40] as const) : (WAITING[impact] ?? ([0, 0] as const));
const URGENCIES: Record<Impact, readonly Urgency[]> = {
  one_person: ["today", "today", "later", "now"],
  one_department: ["today", "today", "later", "now"],
  counter_slowed: ["now", "now", "today"],
  counter_stopped: ["now", "now", "now", "today"],
  whole_ward: ["now", "today", "today"],
};
const MAY_BE_OTHERS: Partial<Record<TicketKind, number>> = {
  missing_permission: 0.34,
  account: 0.14,
  how_to: 0.08,
};
/** Their titles speak of people who have left. */
const OF_LEAVERS = new Set([19, 61]);
/** Nobody notices before the doors are unlocked. */
const FIRST_MINUTE = 425;

function noticedAt(dice: Dice, at: number): Date {
  const noticed = at - Math.round(dice.spread(6, 90)) * MINUTE;
  const early = noticed < midnight(dateOf(at)) + FIRST_MINUTE * MINUTE;
  return new Date(early ? at - dice.between(1, 9) * MINUTE : noticed);
}

export type Arrival = { ticket: number; at: number; ward: WardCast; template: Template; reporter?: Officer };

/** A form filled in by somebody of the ward, one in eight for somebody else. */
export function fillForm(dice: Dice, { ticket, at, ward, template, reporter }: Arrival): Opening {
  const officer = reporter ?? pickReporter(dice, ward, template);
  const dictated = isOpen(at) && dice.chance(0.03);
  const forOther = !dictated && dice.chance(MAY_BE_OTHERS[template.kind] ?? 0);
  const newcomer = forOther && template.kind === "missing_permission" && dice.chance(0.6);
  const other = dice.pick(ward.officers.filter(({ email }) => email !== officer.email));
  const stranger = inventName(dice);
  const about = newcomer || OF_LEAVERS.has(template.rank) ? stranger : other.fullName;
  const { words, voice, told } = writeUp(template, dice, { ward, officer, at, about });
  const said = SCREEN_SAID[template.rank];
  const [fewest, most] = waitingFor(template);
  const form: OpenForm = {
    ward: ward.unit.slug,
    system: template.system,
    reporter: dictated ? officer.email : null,
    kind: template.kind,
    ...words,
    answers: said && dice.chance(0.6) ? { errorMessage: dice.pick(said) } : {},
    impact: template.impact,
    urgency: dice.pick(URGENCIES[template.impact]),
    peopleWaiting: dice.between(fewest, most),
    occurredAt: noticedAt(dice, at),
    affected: forOther && !newcomer ? other.email : null,
    affectedName: newcomer ? stranger : null,
    affectedPosition: newcomer
      ? dice.pick(["Công chức tư pháp – hộ tịch", "Văn thư phòng", "Phó Chủ tịch UBND", "Công chức tiếp nhận"])
      : null,
  };
  const by = dictated ? dice.pick(ward.engineers) : officer.email;
  return { ticket, at, ward, template, form, by, reporter: officer.email, voice, told };
}

export function datesUntil(last: string, days: number): string[] {
  const dates = [addDays(last, 1 - days)];
  while (dates.length < days) dates.push(nextDate(dates.at(-1) ?? last));
  return dates;
}
