import type { TicketKind } from "#app/domain/tickets/ticket.ts";
import {
  type Arrival,
  datesUntil,
  fillForm,
  happensThen,
  pickMinute,
  pickReporter,
  pickTemplate,
  wardWeight,
  weighDates,
} from "#drizzle/seed/demo/arrivals.ts";
import { type Cast, makeCast, type WardCast } from "#drizzle/seed/demo/cast.ts";
import { Dice } from "#drizzle/seed/demo/dice.ts";
import { awaitWord, beDuplicateOf, liveOut, shareOutage } from "#drizzle/seed/demo/lives.ts";
import { dateOf, lastOpen, MINUTE, midnight } from "#drizzle/seed/demo/office-hours.ts";
import { type PlannedOutage, planOutages } from "#drizzle/seed/demo/outages.ts";
import { readTemplates, type Template } from "#drizzle/seed/demo/script.ts";
import type { Step } from "#drizzle/seed/demo/steps.ts";
import { Story } from "#drizzle/seed/demo/story.ts";

export type PlanOptions = { seed: string; now: Date; days: number };
/** Everything that will have happened, day by day; the last day ends now. */
export type Plan = {
  cast: Cast;
  dates: readonly string[];
  steps: ReadonlyMap<string, readonly Step[]>;
  tickets: number;
};

/** Three months of twelve wards; shorter demos are as busy a day. */
const TICKETS_A_DAY = 3000 / 90;
const SHARE_DUPLICATE = 0.18;
/** A fresh ticket this old, in minutes, waits for its reporter. */
const ASKED_AFTER = 90;
/** What hits several people at once; a right or a record is one person's own. */
const SHARED = new Set<TicketKind>(["software_error", "equipment", "network"]);
const SHARE_JOINED = 0.12;
const SWEEP_HOURS = [7, 9, 11, 13, 15, 17, 19];

export function makePlan({ seed, now, days }: PlanOptions): Plan {
  const dice = new Dice(seed);
  const cast = makeCast(dice.for("cast"));
  const dates = datesUntil(dateOf(now.getTime()), days);
  const planner = new Planner(dice, cast, dates, now.getTime());
  planner.planDays();
  planner.planFreshTickets();
  for (const outage of planOutages(dice.for("outages"), cast, dates)) planner.planOutage(outage);
  return { cast, dates, steps: byDate(dates, planner.steps, now.getTime()), tickets: planner.tickets };
}

class Planner {
  readonly dice: Dice;
  readonly cast: Cast;
  readonly dates: readonly string[];
  readonly now: number;
  readonly steps: Step[] = [];
  readonly #templates = readTemplates();
  tickets = 0;

  constructor(dice: Dice, cast: Cast, dates: string[], now: number) {
    this.dice = dice;
    this.cast = cast;
    this.dates = dates;
    this.now = now;
  }

  planDays(): void {
    const weights = weighDates(this.dates);
    const sum = weights.reduce((total, weight) => total + weight, 0);
    this.dates.forEach((date, index) => {
      const dice = this.dice.for(date);
      const expected = (TICKETS_A_DAY * this.dates.length * (weights[index] ?? 0)) / sum;
      for (let n = dice.count(expected * (1 - SHARE_DUPLICATE / 3)); n > 0; n--) {
        const at = midnight(date) + pickMinute(dice, date) * MINUTE + dice.between(0, 59) * 1000;
        const choices = this.#templates.filter(happensThen(at));
        const template = pickTemplate(dice, choices, date, index / this.dates.length);
        this.#live({ at, template, ward: dice.weighted(this.cast.wards, wardWeight) });
      }
    });
  }

  /** Whatever the hour of the first start, some tickets are the newest and wait for their first answer. */
  planFreshTickets(): void {
    const dice = this.dice.for("fresh");
    const [shown, second] = this.cast.wards;
    if (!shown || !second) return;
    const wards = [shown, second, shown, dice.pick(this.cast.wards), second, dice.pick(this.cast.wards), shown, second];
    // At night nobody has just filed: the last of the day wait for the morning.
    const base = lastOpen(this.now);
    const choices = this.#templates.filter(({ impact, kind }) => impact !== "whole_ward" && kind !== "other");
    [4, 9, 17, 26, 41, 66, 95, 120].forEach((minutes, index) => {
      const ward = wards[index] ?? shown;
      const at = base - minutes * MINUTE - dice.between(1, 50) * 1000;
      const template = dice.weighted(choices, ({ weight }) => weight);
      // The first two are of the people whom a visitor is most likely to be.
      const reporter = index < 2 ? ward.officers[0] : undefined;
      if (minutes < ASKED_AFTER) this.#live({ at, ward, template, reporter }, minutes < 40);
      else this.#asked({ at, ward, template });
    });
  }

  planOutage({ at, overAt, rank, wards, cause, done }: PlannedOutage): void {
    const template = this.#templates.find((one) => one.rank === rank);
    if (!template) throw new Error(`no template ${rank}`);
    const firstTicket = this.tickets;
    const dice = this.dice.for(`outage ${at}`);
    wards.forEach((ward, index) => {
      const ownAt = at + (index === 0 ? 0 : dice.between(2, 55) * MINUTE);
      const own = this.#story({ at: ownAt, ward, template });
      shareOutage(own, { firstTicket, overAt, cause, done });
      this.#keep(own);
      if (dice.chance(0.4)) this.#duplicate(own, dice);
      if (dice.chance(0.5)) this.#joins(own, dice);
    });
  }

  #live(arrival: Omit<Arrival, "ticket">, unanswered = false): void {
    const story = this.#story(arrival, unanswered);
    liveOut(story);
    this.#keep(story);
    const { impact, kind } = arrival.template;
    if (unanswered || impact === "one_person" || !SHARED.has(kind)) return;
    if (story.dice.chance(SHARE_DUPLICATE)) this.#duplicate(story, story.dice);
    else if (story.dice.chance(SHARE_JOINED)) this.#joins(story, story.dice);
  }

  #asked(arrival: Omit<Arrival, "ticket">): void {
    const story = this.#story(arrival);
    awaitWord(story);
    this.#keep(story);
  }

  #story(arrival: Omit<Arrival, "ticket">, unanswered = false): Story {
    const ticket = this.tickets++;
    const dice = this.dice.for(`ticket ${ticket}`);
    return new Story({ ...fillForm(dice, { ...arrival, ticket }), unanswered }, this.cast, dice.for("story"));
  }

  #keep(story: Story): void {
    this.steps.push(...story.steps);
  }

  /** A colleague who did not look whether it was reported. */
  #duplicate(first: Story, dice: Dice): void {
    const { ward, template, at, ticket, reporter } = first.opening;
    const colleague = this.#colleague(ward, template, dice, reporter);
    const later = at + dice.between(4, 45) * MINUTE;
    if (!happensThen(later)(template)) return;
    const story = this.#story({ at: later, ward, template, reporter: colleague });
    const over = first.steps.find(({ act }) => act.do === "confirm" || act.do === "cancel");
    beDuplicateOf(story, ticket, over?.at ?? Number.POSITIVE_INFINITY);
    this.#keep(story);
  }

  /** Colleagues who did look, and say that they have it too. */
  #joins(story: Story, dice: Dice): void {
    const { ward, template, at, ticket, reporter } = story.opening;
    const end =
      story.steps.find(({ act }) => act.do === "resolve" || act.do === "cancel")?.at ?? Number.POSITIVE_INFINITY;
    for (let n = dice.between(1, 3), when = at; n > 0; n--) {
      when += dice.between(2, 30) * MINUTE;
      if (when >= end) return;
      const { email } = this.#colleague(ward, template, dice, reporter);
      this.steps.push({ at: when, ticket, by: email, act: { do: "join", peopleWaiting: dice.between(0, 9) } });
    }
  }

  #colleague(ward: WardCast, template: Template, dice: Dice, reporter: string) {
    const others = ward.officers.filter(({ email }) => email !== reporter);
    return pickReporter(dice, { ...ward, officers: others }, template);
  }
}

function byDate(dates: readonly string[], steps: readonly Step[], now: number): Map<string, Step[]> {
  const days = new Map<string, Step[]>(dates.map((date) => [date, []]));
  const sweeps = dates.flatMap((date) =>
    SWEEP_HOURS.map(
      (hour): Step => ({ at: midnight(date) + hour * 60 * MINUTE, ticket: -1, by: "", act: { do: "close_silent" } }),
    ),
  );
  for (const step of [...steps, ...sweeps].sort((a, b) => a.at - b.at)) {
    if (step.at <= now) days.get(dateOf(step.at))?.push(step);
  }
  return days;
}
