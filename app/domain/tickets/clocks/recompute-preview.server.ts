import { desc, inArray } from "drizzle-orm";

import type { Ctx } from "#app/db/context.server.ts";
import type { Calendar } from "../../sla/calendar.ts";
import type { Judged } from "../../sla/judged.ts";
import { readJudgements, readRules } from "../../sla/judgement.server.ts";
import type { Policy } from "../../sla/policy.ts";
import type { Judgement } from "../../sla/replay.ts";
import type { Owned, Rules } from "../../sla/rules.ts";
import { acrossTheCity } from "../across-the-city.server.ts";
import { tickets } from "../schema.server.ts";
import type { TicketStatus } from "../ticket.ts";
import { closesBy, comparedBy, type Impact, impactOf } from "./impact.ts";
import { listClockEventsOf, rejudge } from "./rejudge.server.ts";

/** A calendar of a ward or a team as it would stand; one that has it already keeps its hours unless `counted` says more. */
type ProposedOverride = {
  siteId: number | null;
  teamId: number | null;
  validFrom: string;
  validUntil: string | null;
  counted?: Calendar;
};
export type Proposed = {
  policies?: readonly Policy[];
  /** By the calendar's id. */
  calendars?: ReadonlyMap<number, Calendar>;
  overrides?: readonly ProposedOverride[];
};

const LOOKED_AT_MOST = 2_000;
const OPEN = ["new", "assigned", "in_progress", "on_hold"] as const;

/** What a change would do to the open tickets of the whole city; the newest of them, where there are very many. */
export async function previewChange(ctx: Ctx, change: Proposed): Promise<Impact> {
  // Whoever edits the rules need not be able to read the tickets: they are counted for everybody, named only to readers.
  const found = await acrossTheCity(ctx, (all) => impactOnAll(all, change));
  const numbers = found.examples.map(({ number }) => number);
  const readable = await ctx.db
    .select({ number: tickets.number, title: tickets.title })
    .from(tickets)
    .where(inArray(tickets.number, [0, ...numbers]));
  const titles = new Map(readable.map(({ number, title }) => [number, title]));
  return { ...found, examples: found.examples.map((one) => ({ ...one, title: titles.get(one.number) ?? null })) };
}

async function impactOnAll(ctx: Ctx, change: Proposed) {
  const { rules, judgementOf } = await propose(ctx, change);
  const open = await judgeNewest(ctx, rules, OPEN);
  const resolved = await judgeNewest(ctx, rules, ["resolved"]);
  const named = [...open.rejudged, ...resolved.rejudged].flatMap(({ past, next }) => [
    next,
    ...past.flatMap(({ judged }) => judged ?? []),
  ]);
  const read = await judgementOf(named);
  const closings = resolved.rejudged.filter(
    ({ ticket, next }) =>
      ticket.resolvedAt &&
      !ticket.accessPhase &&
      closesBy(read(next), ticket.resolvedAt)?.getTime() !== ticket.closesAt?.getTime(),
  );
  const pairs = open.rejudged.map(({ ticket, ...one }) => comparedBy(ticket.number, one, read));
  return {
    ...impactOf(pairs, { now: ctx.now, more: open.more }),
    ...{ closings: closings.length, moreClosings: resolved.more },
  };
}

/** The newest of a status, as they are judged and as they would be; those without a judgement have no clocks to change. */
async function judgeNewest(ctx: Ctx, rules: Rules, statuses: readonly TicketStatus[]) {
  const found = await ctx.db
    .select()
    .from(tickets)
    .where(inArray(tickets.status, [...statuses]))
    .orderBy(desc(tickets.number))
    .limit(LOOKED_AT_MOST + 1);
  const looked = found.slice(0, LOOKED_AT_MOST);
  const events = await listClockEventsOf(
    ctx,
    looked.map(({ number }) => number),
  );
  const judged = await rejudge(ctx, rules, looked, events);
  const rejudged = looked.flatMap((ticket) => {
    const { last, next } = judged.get(ticket.number) ?? {};
    return last && next ? [{ ticket, last, next, past: events.get(ticket.number) ?? [] }] : [];
  });
  return { rejudged, more: found.length > LOOKED_AT_MOST };
}

/** The rules as they would be; what does not exist yet is known by numbers below zero. */
async function propose(ctx: Ctx, { policies, calendars, overrides = [] }: Proposed) {
  const held = await readRules(ctx);
  const drafts = new Map<number, Calendar>();
  const draft = (counted: Calendar) => {
    const version = -1 - drafts.size;
    drafts.set(version, counted);
    return version;
  };
  const edited = held.calendars.map((one): Owned => {
    const counted = calendars?.get(one.id);
    return counted ? { ...one, version: draft(counted) } : one;
  });
  const all = overrides.reduce((owned, { siteId, teamId, validFrom, validUntil, counted }): Owned[] => {
    const own = owned.find((one) => one.siteId === siteId && one.teamId === teamId);
    const version = counted ? draft(counted) : own?.version;
    if (version === undefined) throw new Error("an override needs its hours");
    const one = { id: own?.id ?? version, version, siteId, teamId, from: validFrom, until: validUntil };
    return [...owned.filter((other) => other !== own), one];
  }, edited);
  const rules: Rules = policies ? { policies: PROPOSED, list: policies, calendars: all } : { ...held, calendars: all };
  return { rules, judgementOf: (judged: readonly Judged[]) => readProposed(ctx, judged, { policies, drafts }) };
}

const PROPOSED = -1;

async function readProposed(
  ctx: Ctx,
  judged: readonly Judged[],
  { policies, drafts }: { policies: readonly Policy[] | undefined; drafts: ReadonlyMap<number, Calendar> },
): Promise<(one: Judged) => Judgement> {
  return readJudgements(ctx, judged, { policies: policies && new Map([[PROPOSED, policies]]), calendars: drafts });
}
