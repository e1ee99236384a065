import * as talk from "#drizzle/seed/data/talk.ts";
import { afterOfficeMinutes } from "#drizzle/seed/demo/office-hours.ts";
import type { Tier } from "#drizzle/seed/demo/script.ts";
import {
  ask,
  awaitApproval,
  firstAnswer,
  fitting,
  resolution,
  type Story,
  serviceMinutes,
} from "#drizzle/seed/demo/story.ts";

/** Longer than this after a resolution the ticket has closed by itself. */
const CONFIRM_WITHIN_MINUTES = 68 * 60;

/** The usual course: an answer, some work at the ward, perhaps the second line, an end, perhaps not the last one. */
export function liveOut(story: Story): void {
  const { dice, opening } = story;
  if (!opening.unanswered && dice.chance(0.025)) {
    story.pass(dice.between(2, 25));
    story.does(opening.reporter, { do: "cancel", reason: story.typed(fitting(story, talk.CANCELLED)) });
    return;
  }
  const tier = dice.pick(opening.template.tiers);
  const minutes = serviceMinutes(opening.template, tier, dice);
  firstAnswer(story);
  if (dice.chance(0.07)) reclassify(story);
  if (dice.chance(0.1)) ask(story, story.engineer, { hold: true });
  const approval = opening.template.needsApproval && dice.chance(0.75);
  if (approval) awaitApproval(story, minutes * 0.5);
  const left = approval ? minutes * 0.5 : minutes;
  const last = tier === "ward" ? workAtTheWard(story, left) : secondLine(story, tier, left);
  story.does(last, { do: "resolve", resolution: resolution(story, tier) });
  afterwards(story, last);
}

function workAtTheWard(story: Story, minutes: number): string {
  const { dice, engineer, opening } = story;
  const bringsParts = ["equipment", "network"].includes(opening.template.kind) && minutes > 180;
  if (dice.chance(0.22)) {
    story.wait(Math.min(minutes * 0.3, 30));
    story.does(engineer, { do: "note", body: story.text(fitting(story, talk.WORK_NOTES)) });
  }
  if (!bringsParts) {
    story.wait(minutes);
    return engineer;
  }
  story.pass(dice.between(3, 15));
  const until = new Date(afterOfficeMinutes(story.at, minutes));
  story.does(engineer, { do: "hold", reason: "scheduled", until, why: story.text(fitting(story, talk.SCHEDULED_WHY)) });
  story.wait(minutes);
  story.does(engineer, { do: "resume" });
  story.wait(dice.between(10, 40));
  return engineer;
}

/** Gives who ends it: the specialist, or the engineer when it comes back for a last look at the ward. */
function secondLine(story: Story, tier: Tier, minutes: number): string {
  const { dice, engineer, opening, cast, team } = story;
  const specialist = dice.pick(cast.specialists.get(team) ?? []);
  story.wait(dice.between(8, 35));
  if (dice.chance(0.15))
    story.pass(1).does(engineer, { do: "note", body: story.text(fitting(story, talk.WORK_NOTES)) });
  story.pass(1).does(engineer, { do: "hand_over", team, tried: story.text(opening.template.tried) });
  story.wait(dice.chance(0.25) ? dice.between(120, 480) : dice.between(4, 70));
  story.does(specialist, { do: "take" });
  if (dice.chance(0.35))
    story
      .wait(dice.between(5, 30))
      .does(specialist, { do: "note", body: story.text(fitting(story, talk.SECOND_LINE_NOTES)) });
  if (tier === "vendor") waitForVendor(story, specialist, minutes);
  else story.wait(minutes);
  if (!dice.chance(0.12)) return specialist;
  story.does(specialist, { do: "hand_back", tried: story.text(fitting(story, talk.HAND_BACK)) });
  story.wait(dice.between(5, 90));
  story.does(engineer, { do: "take" });
  story.wait(dice.between(5, 45));
  return engineer;
}

function waitForVendor(story: Story, specialist: string, minutes: number): void {
  const { dice, opening } = story;
  const next = new Date(afterOfficeMinutes(story.at, Math.max(60, minutes * dice.pick([0.6, 1, 1.2]))));
  story.wait(dice.between(5, 60));
  const until = next.getTime() > story.at ? next : null;
  story.does(specialist, { do: "hold", reason: "vendor", until, why: story.text(fitting(story, talk.VENDOR_WHY)) });
  if (dice.chance(0.4))
    story.pass(3).does(specialist, { do: "reply", body: story.text(fitting(story, talk.PROGRESS)) });
  if (dice.chance(0.3)) {
    story.wait(minutes * 0.5).does(opening.reporter, { do: "reply", body: story.typed(talk.NUDGES) });
    story.wait(minutes * 0.5);
  } else story.wait(minutes);
  story.does(specialist, { do: "resume" });
  story.wait(dice.between(10, 60));
}

function reclassify(story: Story): void {
  const { dice, opening, engineer } = story;
  const { to, why } = dice.pick(talk.RECLASSIFIED[opening.form.impact]);
  story.wait(dice.between(2, 12)).does(engineer, { do: "reclassify", change: { impact: to, reason: why } });
}

/** The reporter's word, or silence; one in seventeen says that it still fails. */
function afterwards(story: Story, last: string): void {
  const { dice, opening } = story;
  if (dice.chance(0.06)) {
    story.wait(dice.spread(60, 700));
    story.does(opening.reporter, { do: "reopen", stillFails: story.typed(fitting(story, talk.STILL_FAILS)) });
    story.wait(dice.between(4, 60));
    if (dice.chance(0.6)) story.does(last, { do: "reply", body: story.text(fitting(story, talk.ON_IT)) });
    story.wait(dice.spread(40, 300));
    const first = resolution(story);
    story.does(last, {
      do: "resolve",
      resolution: { ...first, code: "fixed", done: story.text(fitting(story, talk.SECOND_FIX)) },
    });
  }
  if (!dice.chance(0.55)) return;
  const resolvedAt = story.at;
  story.wait(dice.spread(20, 400));
  if (story.at - resolvedAt > CONFIRM_WITHIN_MINUTES * 60_000) return;
  if (dice.chance(0.3)) story.does(opening.reporter, { do: "reply", body: story.typed(fitting(story, talk.THANKS)) });
  story.pass(0).does(opening.reporter, { do: "confirm" });
}

/** Asked back, and the reporter has not answered yet. */
export function awaitWord(story: Story): void {
  const { dice, engineer, opening } = story;
  story.pass(dice.between(3, 9)).does(engineer, { do: "take" });
  story.pass(2).does(engineer, { do: "reply", body: dice.pick(fitting(story, talk.QUESTIONS)).q });
  story.pass(0).does(engineer, { do: "hold", reason: "reporter", until: null, why: story.text(talk.REPORTER_WHY) });
  if (opening.template.impact === "one_person") return;
  story.pass(4).does(engineer, { do: "note", body: story.text(fitting(story, talk.WORK_NOTES)) });
}

/** Somebody else had reported it: it ends as the same, unless the first is over by then. */
export function beDuplicateOf(story: Story, first: number, overAt: number): void {
  const { dice, engineer } = story;
  story.wait(dice.between(3, 40));
  story.does(engineer, { do: "take" });
  if (story.pass(1).at < overAt) story.does(engineer, { do: "duplicate", of: first });
  else
    story.does(engineer, {
      do: "resolve",
      resolution: { code: "fixed", cause: "Cùng một nguyên nhân", done: talk.SAME_AND_OVER },
    });
}

export type Outage = { firstTicket: number; overAt: number; cause: string; done: string };

/** One cause at many wards: held together with the first report, ended when the cause is. */
export function shareOutage(story: Story, outage: Outage): void {
  const { dice, engineer, cast, opening } = story;
  story.wait(dice.between(2, 15)).does(engineer, { do: "take" });
  if (outage.firstTicket !== opening.ticket) {
    story
      .wait(dice.between(2, 20))
      .does(cast.coordinators[0] ?? "", { do: "link", to: outage.firstTicket, kind: "related" });
  }
  story.pass(1).does(engineer, {
    do: "reply",
    body: opening.template.impact.startsWith("counter") ? talk.SHARED_AT_COUNTERS : talk.SHARED,
  });
  story.pass(1).does(engineer, {
    do: "hold",
    reason: "vendor",
    until: null,
    why: "Chờ khắc phục chung của Thành phố và nhà cung cấp.",
  });
  if (story.at < outage.overAt) story.at = outage.overAt;
  story.wait(dice.between(3, 40)).does(engineer, { do: "resume" });
  story
    .pass(1)
    .does(engineer, { do: "resolve", resolution: { code: "third_party", cause: outage.cause, done: outage.done } });
  afterwards(story, engineer);
}
