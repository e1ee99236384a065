import { eq, inArray } from "drizzle-orm";
import type { PersonCtx } from "#app/db/context.server.ts";
import { DomainError } from "#app/lib/domain-error.ts";
import { dateIn, startOfDate } from "#app/lib/time.ts";
import { sites, systems, teams } from "../../directory/schema.server.ts";
import { type Explained, explain, sumsBetween } from "../../sla/explain.ts";
import type { Judged } from "../../sla/judged.ts";
import { readJudgements } from "../../sla/judgement.server.ts";
import { reasonsFor } from "../../sla/policy.ts";
import {
  type Clock,
  type ClockFact,
  type History,
  historyOf,
  type Judgement,
  replay,
  type Stop,
  stopsFor,
} from "../../sla/replay.ts";
import { listRightNames } from "../../sla/right-names.server.ts";
import { calendars, calendarVersions, slaPolicies } from "../../sla/schema.server.ts";
import { elapsedIn } from "../../sla/timetable.ts";
import { tickets } from "../schema.server.ts";
import { factsFrom } from "./clock-facts.ts";
import { listClockEvents } from "./clocks.server.ts";

/** A longer story is told month by month. */
const TOLD_WHOLE_MS = 62 * 86_400_000;

/** How the times of a ticket came about: by which promise, by whose calendar, and every span that counted or did not. */
export async function getWhyThisTime(ctx: PersonCtx, number: number, wanted: string | null) {
  const [row] = await ctx.db
    .select({ ticket: tickets, ward: sites, system: systems })
    .from(tickets)
    .innerJoin(sites, eq(sites.id, tickets.siteId))
    .innerJoin(systems, eq(systems.id, tickets.systemId))
    .where(eq(tickets.number, number));
  if (!row) throw new DomainError("not_found", "ticket");
  const events = await listClockEvents(ctx, number);
  const read = await readJudgements(
    ctx,
    events.flatMap(({ judged }) => judged ?? []),
  );
  const judgedOf = new Map<Judgement, Judged>();
  const facts = factsFrom(events, (judged) => {
    const judgement = read(judged);
    judgedOf.set(judgement, judged);
    return judgement;
  });
  const history = historyOf(facts);
  const { ticket, ward, system } = row;
  const promises = new Map<Judgement, Promised>();
  const replayed = history ? replay(facts) : [];
  for (const judgement of new Set([history?.judgement, ...replayed.map((clock) => clock.judgement)])) {
    const judged = judgement && judgedOf.get(judgement);
    if (judged) promises.set(judgement, await readPromise(ctx, judged, { ...ticket, siteIds: ward.path }));
  }
  const promised = history && promises.get(history.judgement);
  return {
    number,
    title: ticket.title,
    kind: ticket.kind,
    priority: ticket.priority,
    system: { name: system.name, nameEn: system.nameEn },
    ward: { name: ward.name, unitKind: ward.unitKind },
    rights: await listRightNames(ctx, ticket.accessRightIds),
    policy: promised?.policy ?? null,
    calendars: promised?.calendars ?? [],
    clocks: replayed.map((clock) => ({
      ...tell(clock, history, endOf(clock, facts, ctx.now), wanted),
      /** Reached under another promise than the one that holds by now. */
      earlier: clock.judgement === history?.judgement ? null : (promises.get(clock.judgement) ?? null),
    })),
  };
}
export type WhyThisTime = Awaited<ReturnType<typeof getWhyThisTime>>;
export type ToldClock = WhyThisTime["clocks"][number];

/** Where counting ended: reached, given up, or not yet. */
function endOf(clock: Clock, facts: readonly ClockFact[], now: Date): Date {
  if (clock.metAt) return clock.metAt;
  const dropped = clock.state === "not_applicable" ? facts.findLast(({ type }) => type === "dropped") : undefined;
  return dropped?.at ?? now;
}

function tell({ judgement, ...clock }: Clock, history: History | null, end: Date, wanted: string | null) {
  const { startedAt } = clock;
  const told: Explained = {
    timetable: judgement.timetable,
    // What is granted waits for its proof: it is not solved before that.
    stops: history ? stopsFor(clock.target, history).map((stop) => (history.access ? asGranted(stop) : stop)) : [],
    startedAt,
  };
  const invalid = end < startedAt;
  const used = invalid ? 0 : elapsedIn(told.timetable, startedAt, end, told.stops);
  const elapsed = Math.floor(used);
  const standing = standingOf(clock, history, end, used);
  const months = end.getTime() - startedAt.getTime() > TOLD_WHOLE_MS ? monthsOf(told, end) : [];
  const month = months.find(({ key }) => key === wanted) ?? months.at(-1);
  const [from, to] = month ? [month.from, month.to] : [startedAt, end];
  const lines = invalid ? [] : explain(told, from, to);
  return { ...clock, ...standing, end, elapsed, months, month: month?.key ?? null, lines };
}

const asGranted = (stop: Stop) => (stop.reason === "solved" ? { ...stop, reason: "granted" as const } : stop);

/** As the row of a list and the ticket's page have it. `used` is rounded where theirs is and no sooner. */
function standingOf(clock: Omit<Clock, "judgement">, history: History | null, end: Date, used: number) {
  const { state, targetSeconds, leftSeconds } = clock;
  if (state === "running") return { state, used };
  if (state !== "paused" || leftSeconds === null) return { state, used: Math.floor(used) };
  // A hold whose end has come counts on, also where nobody has noticed yet.
  const ended = history?.held?.to && history.held.to <= end;
  return ended ? { state: "running" as const, used } : { state, used: targetSeconds - Math.floor(leftSeconds) };
}

function monthsOf(told: Explained, end: Date) {
  const bounds = [told.startedAt];
  for (let key = nextMonth(dateIn(told.startedAt)); startOfDate(`${key}-01`) < end; key = nextMonth(key)) {
    bounds.push(startOfDate(`${key}-01`));
  }
  const sums = sumsBetween(told, [...bounds, end]);
  return bounds.map((from, at) => ({
    key: dateIn(from).slice(0, 7),
    from,
    to: bounds[at + 1] ?? end,
    counted: sums[at]?.counted ?? 0,
    other: sums[at]?.other ?? 0,
  }));
}

/** "2026-11" or a date in it: "2026-12". */
function nextMonth(date: string): string {
  const [year = 0, month = 1] = date.split("-").map(Number);
  return month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, "0")}`;
}

type Facts = Parameters<typeof reasonsFor>[1];

const readPromise = async (ctx: PersonCtx, judged: Judged, facts: Facts) => ({
  policy: await readPolicy(ctx, judged, facts),
  calendars: await listCalendars(ctx, judged),
});
type Promised = Awaited<ReturnType<typeof readPromise>>;

async function readPolicy(ctx: PersonCtx, { policies, policy: key }: Judged, facts: Facts) {
  const [version] = await ctx.db.select().from(slaPolicies).where(eq(slaPolicies.version, policies));
  const list = version?.list ?? [];
  const place = list.findIndex((one) => one.key === key);
  const policy = list[place];
  // The one that came with the program was made when that was installed, which says nothing about the promise.
  const madeAt = version?.madeById ? version.madeAt : null;
  const shown = { version: policies, madeAt, of: list.length };
  if (!policy) return { ...shown, place: null };
  const { name, nameEn, vendorStops } = policy;
  return {
    ...shown,
    place: place + 1,
    name,
    nameEn,
    vendorStops,
    reasons: reasonsFor(policy, facts).map((r) => r.condition),
  };
}

/** Whose calendars counted, and from when on each. */
async function listCalendars(ctx: PersonCtx, { timetable }: Judged) {
  const versions = timetable.map(({ calendar }) => calendar);
  const rows = await ctx.db
    .select({
      id: calendarVersions.id,
      version: calendarVersions.version,
      ward: { name: sites.name, unitKind: sites.unitKind },
      team: { name: teams.name, nameEn: teams.nameEn },
    })
    .from(calendarVersions)
    .innerJoin(calendars, eq(calendars.id, calendarVersions.calendarId))
    .leftJoin(sites, eq(sites.id, calendars.siteId))
    .leftJoin(teams, eq(teams.id, calendars.teamId))
    .where(inArray(calendarVersions.id, versions));
  return timetable.flatMap(({ from, calendar }) => {
    const found = rows.find(({ id }) => id === calendar);
    return found ? [{ ...found, from: from === null ? null : new Date(from) }] : [];
  });
}
