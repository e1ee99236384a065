import type { Impact } from "#app/domain/tickets/priority.ts";
import type { Resolution, TicketKind } from "#app/domain/tickets/ticket.ts";
import { SYSTEMS } from "#drizzle/seed/data/systems.ts";
import * as talk from "#drizzle/seed/data/talk.ts";
import type { Cast, WardCast } from "#drizzle/seed/demo/cast.ts";
import type { Dice } from "#drizzle/seed/demo/dice.ts";
import { afterOfficeMinutes, isDeserted, isOpen, MINUTE } from "#drizzle/seed/demo/office-hours.ts";
import type { Template, Tier } from "#drizzle/seed/demo/script.ts";
import type { Act, OpenForm, Step } from "#drizzle/seed/demo/steps.ts";
import { fill, type Voice } from "#drizzle/seed/demo/voice.ts";

/** What is known when somebody decides to report; the story is what follows. */
export type Opening = {
  ticket: number;
  at: number;
  ward: WardCast;
  template: Template;
  form: OpenForm;
  /** Who types it; the reporter unless an engineer does. */
  by: string;
  reporter: string;
  voice: Voice;
  /** Which of the template's bodies it tells. */
  told: number;
  /** Only just filed, so that a first look at the desk finds work to do. */
  unanswered?: boolean;
};

/** Writes one ticket's steps in the order of time. */
export class Story {
  readonly opening: Opening;
  readonly cast: Cast;
  readonly dice: Dice;
  readonly steps: Step[] = [];
  readonly engineer: string;
  readonly team: string;
  at: number;

  constructor(opening: Opening, cast: Cast, dice: Dice) {
    this.opening = opening;
    this.cast = cast;
    this.dice = dice;
    this.at = opening.at;
    this.engineer = dice.pick(opening.ward.engineers);
    this.team = SYSTEMS.find((system) => system.key === opening.template.system)?.team ?? "documents";
    this.does(opening.by, { do: "open", form: opening.form });
  }

  does(by: string, act: Act): void {
    this.steps.push({ at: this.at, ticket: this.opening.ticket, by, act });
  }

  /** Lets office time pass; never less than some seconds. */
  wait(minutes: number): this {
    this.at = Math.round(afterOfficeMinutes(this.at, Math.max(0, minutes))) + this.dice.between(11, 59) * 1000;
    return this;
  }

  /** Lets time pass by the clock on the wall. */
  pass(minutes: number): this {
    this.at += Math.round(minutes * MINUTE) + this.dice.between(11, 59) * 1000;
    return this;
  }

  /** As support staff write. */
  text(choices: readonly string[]): string {
    return fill(this.dice.pick(choices), this.dice, this.opening.ward, this.at);
  }

  /** As the reporter of this ticket writes. */
  typed(choices: readonly string[]): string {
    return this.opening.voice(this.text(choices));
  }
}

const NATURES: Partial<Record<TicketKind, talk.Nature>> = {
  software_error: "trouble",
  equipment: "machine",
  network: "line",
  missing_permission: "access",
  account: "account",
  data_correction: "data",
  how_to: "how_to",
};
/** What fits any ticket and what fits this one. */
export function fitting<T>({ opening }: Story, choices: talk.ByNature<T>): T[] {
  const nature = NATURES[opening.template.kind];
  return [...choices.any, ...((nature && choices[nature]) ?? [])];
}

/** A counter that stands still is not left waiting. */
const HASTE: Partial<Record<Impact, number>> = { counter_stopped: 0.3, whole_ward: 0.4, counter_slowed: 0.7 };
const hasteOf = ({ impact, needsApproval }: Template) => (needsApproval ? 1 : (HASTE[impact] ?? 1));

const MINUTES = {
  account: [15, 60],
  how_to: [12, 60],
  equipment: [45, 480],
  network: [40, 240],
  missing_permission: [240, 960],
  data_correction: [180, 960],
  other: [60, 480],
  software_error: [20, 120],
} as const;
const SOFTWARE: Record<Tier, readonly [number, number]> = { ward: [20, 120], city: [240, 480], vendor: [960, 4800] };
const LONGEST = 15 * 480;

/** Office minutes from the first answer to the end, holds included. */
export function serviceMinutes(template: Template, tier: Tier, dice: Dice): number {
  const { kind } = template;
  const [median, ninetieth] = tier === "vendor" || kind === "software_error" ? SOFTWARE[tier] : MINUTES[kind];
  return dice.spread(median, ninetieth, LONGEST) * hasteOf(template);
}

export function firstAnswer(story: Story): void {
  const { dice, opening, engineer, cast } = story;
  const onSite = dice.chance(1 / Math.max(1, opening.ward.engineers.length - 1) + 0.25);
  const soon = dice.chance(onSite ? 0.74 : 0.34);
  const minutes = soon ? dice.between(1, 8) : dice.spread(25, 90) * hasteOf(opening.template);
  if (isOpen(story.at) || isDeserted(story.at) || !dice.chance(0.25))
    story.wait(opening.unanswered ? minutes + 60 : minutes);
  else story.pass(opening.unanswered ? 120 : minutes + 8);

  const manner = dice.next();
  if (manner < 0.1) {
    story.does(dice.pick(cast.coordinators), { do: "assign", to: engineer });
    story.wait(dice.between(2, 25));
  } else if (manner < 0.17) {
    ask(story, engineer);
  } else if (manner < 0.19) {
    story.does(dice.pick(opening.ward.engineers), { do: "take" });
    story.wait(dice.between(3, 20));
    story.does(story.steps.at(-1)?.by ?? engineer, { do: "release" });
    story.wait(dice.between(2, 30));
  }
  story.does(engineer, { do: "take" });
  if (dice.chance(0.45)) {
    story.pass(1);
    story.does(engineer, { do: "reply", body: story.text(fitting(story, talk.ON_IT)) });
  }
}

/** A question and its answer; with a hold while one waits for it. */
export function ask(story: Story, by: string, { hold = false } = {}): void {
  const { dice, opening } = story;
  const { q, a } = dice.pick(fitting(story, talk.QUESTIONS));
  story.does(by, { do: "reply", body: q });
  if (hold) story.pass(1).does(by, { do: "hold", reason: "reporter", until: null, why: story.text(talk.REPORTER_WHY) });
  story.wait(dice.spread(20, 200) * hasteOf(opening.template));
  story.does(opening.reporter, { do: "reply", body: story.typed([a]) });
  story.wait(dice.between(2, 15));
}

/** Rights to sign and to keep the seal. */
const CHAIRMANS = new Set([8, 17, 69]);

/** Waiting for a leader's decision, which comes as a reply with its number. */
export function awaitApproval(story: Story, minutes: number): void {
  const { dice, opening, engineer } = story;
  const why = story.text(fitting(story, talk.APPROVAL_WHY));
  story.pass(2).does(engineer, { do: "hold", reason: "approval", until: null, why });
  story.wait(minutes);
  if (CHAIRMANS.has(opening.template.rank)) {
    story.does(opening.reporter, { do: "reply", body: story.typed(talk.CHAIRMAN_APPROVED) });
  } else {
    story.does(opening.ward.lead, { do: "reply", body: story.text(fitting(story, talk.APPROVED)) });
  }
  story.wait(dice.between(3, 40));
  story.does(engineer, { do: "resume" });
}

export function resolution(story: Story, tier: Tier = "ward"): Resolution {
  const { dice, opening } = story;
  const { kind, bodies, fixes } = opening.template;
  if (kind === "software_error" && dice.chance(0.05)) {
    return { code: "not_reproducible", cause: "Không tái hiện được", done: story.text(talk.NOT_SEEN_AGAIN) };
  }
  // Where each trouble has its own remedy, they stand in the same order.
  const own = fixes.length === bodies.length ? fixes[opening.told] : undefined;
  const [cause, done] = own ?? dice.pick(fixes);
  return { code: codeOf(kind, tier), cause: story.text([cause]), done: story.text([done]) };
}

function codeOf(kind: TicketKind, tier: Tier): Resolution["code"] {
  if (kind === "missing_permission") return "granted";
  if (kind === "how_to") return "explained";
  return tier === "vendor" ? "third_party" : "fixed";
}
