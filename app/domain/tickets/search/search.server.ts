import { type SQL, sql } from "drizzle-orm";
import type { PersonCtx } from "#app/db/context.server.ts";
import { reachOf } from "../../policy/actor.ts";
import type { TicketFilters } from "../queue/filters.ts";
import { matching } from "../queue/queue-groups.server.ts";
import type { Standing } from "../ticket.ts";
import { readPlace, SEARCH_COUNT, SEARCH_ROWS, type SearchPage, type SearchPlace, writePlace } from "./search.ts";
import { listExpansions } from "./search-expansions.server.ts";
import {
  type Condition,
  conditionsOf,
  needlesOf,
  type Phase,
  parseQuery,
  type TypedQuery,
  unfinished,
} from "./search-query.ts";
import { listFoundRows } from "./search-rows.server.ts";
import { stepsFrom } from "./search-steps.ts";

export type SearchWish = { q: string; filters: TicketFilters; cursor?: string | null };

/** Looking goes on for this long, then the page shows what there is and offers to go on. */
const PATIENCE_MS = 1_200;
const NARROW_SITES = 12;
const NOTHING: SearchPage = { rows: [], count: 0, next: null, stopped: false, cut: false, guessed: false };

/** Tickets within reach that have all the words, by phase (search-query.ts), and in each the newest first. */
export async function searchTickets(ctx: PersonCtx, { q, filters, cursor }: SearchWish): Promise<SearchPage> {
  const query = parseQuery(q);
  if (query.terms.length === 0) return NOTHING;
  const place = cursor ? readPlace(cursor) : null;
  const [known, newest] = await Promise.all([listExpansions(ctx), newestTicket(ctx)]);
  const direct = await numbersSeen(ctx, query.numbers);
  const look: Look = {
    ctx,
    filters,
    newest: Math.min(place?.newest ?? newest, newest),
    need: direct.length + 1 + (place ? SEARCH_ROWS : SEARCH_COUNT),
    until: performance.now() + PATIENCE_MS,
  };
  let found = await collect(look, conditionsOf(query, known), place);
  const begun = found.hits.length === 0 && !found.stopped && !place ? unfinished(query, known) : null;
  if (begun) found = await collect(look, [{ phase: "folded", wanted: begun }], null);

  const hits = found.hits.filter(({ below }) => !direct.includes(below));
  const shown = hits.slice(0, SEARCH_ROWS);
  const next = hits.length > shown.length ? shown.at(-1) : found.stopped;
  const byNumber = place ? [] : direct;
  const numbers = [...byNumber, ...shown.map(({ below }) => below)];
  return {
    rows: await listFoundRows(ctx, numbers, needlesOf(query, known, begun !== null), byNumber),
    count: place ? null : Math.min(byNumber.length + hits.length, SEARCH_COUNT + 1),
    next: next && begun === null ? writePlace(next) : null,
    stopped: found.stopped !== null,
    cut: query.cut,
    guessed: begun !== null && hits.length > 0,
  };
}

/** The ticket that is meant by a number and nothing else ("10432", "#10432"), if this person may see it. */
export async function findByNumber(ctx: PersonCtx, q: string): Promise<number | null> {
  return /^#?\d+$/.test(q) ? ((await numbersSeen(ctx, parseQuery(q).numbers))[0] ?? null) : null;
}

type Look = { ctx: PersonCtx; filters: TicketFilters; newest: number; need: number; until: number };
/** A ticket that was found is the place after which the next page begins. */
type Found = { hits: SearchPlace[]; stopped: SearchPlace | null };

async function collect(look: Look, conditions: readonly Condition[], place: SearchPlace | null): Promise<Found> {
  const { newest } = look;
  const hits: SearchPlace[] = [];
  const steps = [...stepsFrom(newest, isNarrow(look.ctx))];
  const begin = place ? conditions.findIndex(({ phase }) => phase === place.phase) : 0;
  for (const [at, { phase, wanted }] of conditions.entries()) {
    if (at < begin) continue;
    let below = place && at === begin ? place.below : newest + 1;
    for (const step of isNear(phase) ? steps.slice(0, 1) : steps) {
      if (below <= step.from) continue;
      if (performance.now() > look.until) return { hits, stopped: { phase, below, newest } };
      const better = conditions.slice(0, at).filter((one) => step === steps[0] || !isNear(one.phase));
      const once = { wanted, besides: place && anyOf(better), buckets: step.buckets, below, need: look.need };
      const numbers = await lookOnce(look, once);
      // On the first page all that matches better is here already; a later page has the database leave it out.
      const fresh = numbers.filter((number) => !hits.some((hit) => hit.below === number));
      hits.push(...fresh.map((number) => ({ phase, below: number, newest })));
      if (hits.length >= look.need) return { hits, stopped: null };
      below = step.from;
    }
  }
  return { hits, stopped: null };
}

const anyOf = (conditions: readonly Condition[]) =>
  conditions.length > 0 ? conditions.map(({ wanted }) => `(${wanted})`).join(" | ") : null;

/** Whether words stand side by side is read from each ticket, so only the newest are asked, or those of a narrow reach. */
const isNear = (phase: Phase) => phase === "marked_near" || phase === "near";

type Once = { wanted: string; besides: string | null; buckets: string[] | null; below: number; need: number };

async function lookOnce({ ctx, filters }: Look, { wanted, besides, buckets, below, need }: Once): Promise<number[]> {
  const narrow = matching(ctx.actor, filters, ctx.now);
  // A ticket that the filters drop must not take the place of one that they keep.
  const bound = isWhole(filters) ? need : null;
  // Lateral, so that each number is looked up by itself, however many a planner expects.
  const rows = await ctx.db.execute<{ number: number }>(sql`
    select seen.number
    from tram_search(${withFilters(wanted, filters, ctx.actor.personId)}, ${besides}, ${inArray(buckets)}::text[], ${below}, ${bound}::int) found (number)
      cross join lateral (select tickets.number from tickets where tickets.number = found.number and ${narrow} limit 1) seen
    order by seen.number desc limit ${need}`);
  return rows.map(({ number }) => number);
}

const inArray = (buckets: readonly string[] | null) => buckets && `{${buckets.map((one) => `"${one}"`).join(",")}}`;

/** What the index knows of the filters narrows the look itself. */
function withFilters(wanted: string, filters: TicketFilters, me: number): string {
  const { site, department, system, team, kind, priority, impact, status, assignee } = filters;
  const oneOf = (values: readonly string[]) => values.length > 0 && `(${values.map((one) => `?${one}`).join(" | ")})`;
  const known = [
    site && `@${site}`,
    department && `@${department}`,
    system && `+${system}`,
    team && `/${team}`,
    oneOf(kind),
    oneOf(priority),
    oneOf(impact),
    status.length > 0 && status.every((one) => NOT_ENDED.includes(one)) && "?open",
    assignee !== null && assignee !== "none" && `$${assignee === "me" ? me : assignee}`,
  ];
  return [`(${wanted})`, ...known.filter(Boolean)].join(" & ");
}

const NOT_ENDED: readonly Standing[] = ["new", "assigned", "in_progress", "on_hold", "resolved"];
/** Filters that the index answers whole; the others are asked of each ticket. */
const WHOLE: readonly string[] = ["site", "department", "system", "team", "kind", "priority", "impact", "sort"];
const isWhole = (filters: TicketFilters) =>
  Object.entries(filters).every(([key, value]) => WHOLE.includes(key) || value === null || (value as []).length === 0);

const isNarrow = ({ actor }: PersonCtx) => {
  const { city, teams, sites } = reachOf(actor);
  return !city && teams.length === 0 && sites.length <= NARROW_SITES;
};

async function newestTicket(ctx: PersonCtx): Promise<number> {
  const [row] = await ctx.db.execute<{ newest: number }>(sql`select tram_newest_ticket() as newest`);
  return row?.newest ?? 0;
}

async function numbersSeen(ctx: PersonCtx, numbers: TypedQuery["numbers"]): Promise<number[]> {
  if (numbers.length === 0) return [];
  const list: SQL = sql`${`{${numbers.join(",")}}`}::int[]`;
  const rows = await ctx.db.execute<{ number: number }>(sql`select number from tickets where number = any (${list})`);
  return numbers.filter((number) => rows.some((row) => row.number === number));
}
