import { type SQL, sql } from "drizzle-orm";
import type { PersonCtx } from "#app/db/context.server.ts";
import { reachOf } from "../policy/actor.ts";
import type { TicketFilters } from "./filters.ts";
import { matching } from "./queue-groups.server.ts";
import { readPlace, SEARCH_COUNT, SEARCH_ROWS, type SearchPage, type SearchPlace, writePlace } from "./search.ts";
import { listExpansions } from "./search-expansions.server.ts";
import { conditionsOf, needlesOf, parseQuery, type TypedQuery, unfinished } from "./search-query.ts";
import { listFoundRows } from "./search-rows.server.ts";
import { stepsFrom } from "./search-steps.ts";

export type SearchWish = { q: string; filters: TicketFilters; cursor?: string | null };

/** Looking goes on for this long, then the page shows what there is and offers to go on. */
const PATIENCE_MS = 1_200;
const NARROW_SITES = 12;
const NOTHING: SearchPage = { rows: [], count: 0, next: null, stopped: false, cut: false, guessed: false };

/** Tickets within reach that have all the words: those with the marks as typed first, each newest first. */
export async function searchTickets(ctx: PersonCtx, { q, filters, cursor }: SearchWish): Promise<SearchPage> {
  const query = parseQuery(q);
  if (query.terms.length === 0) return NOTHING;
  const place = cursor ? readPlace(cursor) : null;
  const [known, newest] = await Promise.all([listExpansions(ctx), newestTicket(ctx)]);
  const conditions = conditionsOf(query, known);
  if (!conditions) return NOTHING;

  const direct = place ? [] : await numbersSeen(ctx, query.numbers);
  const look = { ctx, filters, newest, need: place ? SEARCH_ROWS + 1 : SEARCH_COUNT + 1, until: now() + PATIENCE_MS };
  let found = await collect(look, conditions.folded, conditions.marked, place);
  const begun = found.hits.length === 0 && !found.stopped && !place ? unfinished(query, known) : null;
  if (begun) found = await collect(look, begun, null, null);

  const hits = found.hits.filter(({ number }) => !direct.includes(number));
  const shown = hits.slice(0, SEARCH_ROWS);
  const last = shown.at(-1);
  const more = hits.length > shown.length ? last : found.stopped;
  const numbers = [...direct, ...shown.map(({ number }) => number)];
  return {
    rows: await listFoundRows(ctx, numbers, needlesOf(query, known, begun !== null), direct),
    count: place ? null : direct.length + hits.length,
    next:
      more && begun === null
        ? writePlace({ phase: more.phase, below: "number" in more ? more.number : more.below })
        : null,
    stopped: found.stopped !== null,
    cut: query.cut,
    guessed: begun !== null && hits.length > 0,
  };
}

const now = () => performance.now();
type Look = { ctx: PersonCtx; filters: TicketFilters; newest: number; need: number; until: number };
type Hit = { number: number; phase: SearchPlace["phase"] };
type Found = { hits: Hit[]; stopped: SearchPlace | null };

async function collect(look: Look, folded: string, marked: string | null, place: SearchPlace | null): Promise<Found> {
  const hits: Hit[] = [];
  const phases =
    marked === null
      ? (["folded"] as const)
      : place?.phase === "folded"
        ? (["folded"] as const)
        : (["marked", "folded"] as const);
  for (const phase of phases) {
    const start = place?.phase === phase ? place.below : look.newest + 1;
    let below = start;
    for (const { buckets, from } of stepsFrom(start - 1, isNarrow(look.ctx))) {
      if (now() > look.until) return { hits, stopped: { phase, below } };
      const wanted = phase === "marked" && marked ? marked : folded;
      const besides = phase === "folded" ? marked : null;
      const numbers = await lookOnce(look, { wanted, besides, buckets, below, need: look.need - hits.length });
      hits.push(...numbers.map((number) => ({ number, phase })));
      if (hits.length >= look.need) return { hits, stopped: null };
      below = from;
    }
  }
  return { hits, stopped: null };
}

type Once = { wanted: string; besides: string | null; buckets: string[] | null; below: number; need: number };

async function lookOnce({ ctx, filters }: Look, { wanted, besides, buckets, below, need }: Once): Promise<number[]> {
  const narrow = matching(ctx.actor, filters, ctx.now);
  // A ticket that the filters drop must not take the place of one that they keep.
  const bound = isAll(filters) ? need : null;
  const rows = await ctx.db.execute<{ number: number }>(sql`
    select tickets.number
    from tram_search(${withPlaces(wanted, filters)}, ${besides}, ${buckets && `{${buckets.map((one) => `"${one}"`).join(",")}}`}::text[],
      ${below}, ${bound}::int) found (number)
      join tickets on tickets.number = found.number
    where ${narrow} order by tickets.number desc limit ${need}`);
  return rows.map(({ number }) => number);
}

/** What the index knows of the filters narrows the look itself. */
function withPlaces(wanted: string, { site, department, system }: TicketFilters): string {
  const places = [site && `@${site}`, department && `@${department}`, system && `+${system}`].filter(Boolean);
  return [`(${wanted})`, ...places].join(" & ");
}

const isAll = (filters: TicketFilters) =>
  Object.entries(filters).every(
    ([key, value]) =>
      ["site", "department", "system", "sort"].includes(key) || value === null || (value as []).length === 0,
  );

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
