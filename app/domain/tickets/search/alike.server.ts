import { sql } from "drizzle-orm";
import type { Ctx } from "#app/db/context.server.ts";
import { daysAfter, type TicketStatus } from "../ticket.ts";
import { ALIKE_ENOUGH, type AlikeFacts, likeness, weightsOf } from "./alike.ts";
import { excerpt } from "./highlight.ts";
import { listExpansions } from "./search-expansions.server.ts";
import { groupsToAsk, NO_EXPANSIONS, parseQuery } from "./search-query.ts";

export type Alike = {
  number: number;
  title: string;
  status: TicketStatus;
  receivedAt: Date;
  peopleWaiting: number;
  affected: number;
};
export type AlikeWish = {
  wardId: number;
  systemId: number;
  words: string;
  /** The ticket that is compared with the others. */
  exceptNumber?: number;
  /** Also what was resolved lately, and other wards, for those who support them: how it was done may help. */
  wide?: boolean;
};

const CANDIDATES = 100;
const RESOLVED_DAYS = 14;
const TYPED = { letters: 300, words: 24 };
const DAY_MS = 86_400_000;

/** Tickets that may be the same trouble, most alike first (alike.ts says how that is judged). */
export async function listAlike(ctx: Ctx, wish: AlikeWish, limit = 5): Promise<Alike[]> {
  const query = parseQuery(wish.words.normalize("NFC"), TYPED);
  const known = query.terms.length > 0 ? await listExpansions(ctx) : NO_EXPANSIONS;
  const groups = groupsToAsk(query, known);
  const since = wish.wide ? daysAfter(ctx.now, -RESOLVED_DAYS).toISOString() : null;
  const rows = await ctx.db.execute<Row>(sql`
    select * from tram_alike(${wish.wardId}, ${wish.systemId}, ${asArray(groups.map(({ condition }) => condition))}::text[],
      ${wish.exceptNumber ?? null}::int, ${since}::timestamptz, ${CANDIDATES})`);
  const compared = rows.map((row) => ({ row, facts: factsOf(row, wish, groups, ctx.now) }));
  const weights = weightsOf(
    groups.length,
    compared.map(({ facts }) => facts),
  );
  return compared
    .map(({ row, facts }) => ({ row, facts, score: likeness(facts, weights) }))
    .filter(({ facts, score }) => (groups.length === 0 ? facts.sameSystem : score >= ALIKE_ENOUGH))
    .sort((a, b) => b.score - a.score || b.row.number - a.row.number)
    .slice(0, limit)
    .map(({ row }) => ({
      number: row.number,
      title: row.title,
      status: row.status,
      receivedAt: new Date(row.received_at),
      peopleWaiting: row.people_waiting,
      affected: row.affected,
    }));
}

type Row = {
  number: number;
  title: string;
  status: TicketStatus;
  received_at: string;
  people_waiting: number;
  affected: number;
  site_id: number;
  system_id: number;
  shared: number[];
};
type Groups = ReturnType<typeof groupsToAsk>;

function factsOf(row: Row, { wardId, systemId }: AlikeWish, groups: Groups, now: Date): AlikeFacts {
  const shared = row.shared.map((place) => place - 1);
  return {
    shared,
    inTitle: shared.filter((at) => excerpt(row.title, groups[at]?.needles ?? [], row.title.length).shows.length > 0),
    sameSystem: row.system_id === systemId,
    sameWard: row.site_id === wardId,
    ageDays: Math.max(0, (now.getTime() - new Date(row.received_at).getTime()) / DAY_MS),
  };
}

/** Conditions hold letters, digits and signs of ours, never a quote. */
const asArray = (conditions: readonly string[]) => `{${conditions.map((one) => `"${one}"`).join(",")}}`;
