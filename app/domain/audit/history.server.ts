import { type SQL, sql } from "drizzle-orm";
import type { AuditFacts } from "#app/db/audit.server.ts";
import type { Ctx } from "#app/db/context.server.ts";
import type { AuditKind } from "#app/lib/audit-kinds.ts";
import { wordsIn } from "#app/lib/fold.ts";
import { addDays, startOfDate } from "#app/lib/time.ts";
import { normalisePhone } from "../directory/person-details.ts";
import { requireAdmin } from "../policy/require-admin.ts";
import { type Cursor, type HistoryWish, kindsOf } from "./wish.ts";

export type HistoryEntry = {
  id: number;
  at: Date;
  cursor: Cursor;
  actorId: number | null;
  actorName: string | null;
  action: string;
  kind: AuditKind;
  objectId: string;
  objectName: string;
  before: AuditFacts | null;
  after: AuditFacts | null;
  peer: string | null;
};

const ENTRIES_A_PAGE = 50;
const WORDS_AT_MOST = 6;
const PEOPLE_AT_MOST = 200;

/** The words in which an entry is shown and the code under which it is kept: what was done, or what stands in it. */
export type Shown = { label: string; action: string } | { label: string; code: string };

/** Newest first. Everybody but an admin has no history here, and row-level security says the same. */
export async function listHistory(ctx: Ctx, wish: HistoryWish, shown: readonly Shown[], limit = ENTRIES_A_PAGE) {
  requireAdmin(ctx.actor);
  const words = await byWords(ctx, wish.q, shown);
  const conditions = [...words, ...byWho(wish.who), ...byObject(wish), ...byPeriod(wish)];
  if (wish.cursor) conditions.push(sql`(e.at, e.id) < (${wish.cursor.at}::timestamptz, ${wish.cursor.id}::bigint)`);
  const rows = await ctx.db.execute<Omit<HistoryEntry, "at" | "cursor"> & { instant: string }>(sql`
    select e.id::int8::float8 as id, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as instant,
      e.actor_id as "actorId", p.full_name as "actorName", e.action, e.object_kind as kind, e.object_id as "objectId",
      e.object_name as "objectName", e.before, e.after, e.peer
    from audit_entries e left join people p on p.id = e.actor_id
    where ${sql.join([sql`true`, ...conditions], sql` and `)}
    order by e.at desc, e.id desc limit ${limit + 1}`);
  const entries = rows.slice(0, limit).map(({ instant, ...row }): HistoryEntry => {
    return { ...row, at: new Date(instant), cursor: { at: instant, id: row.id } };
  });
  return { entries, next: rows.length > limit ? (entries.at(-1)?.cursor ?? null) : null };
}

const RARE = 2_000;

/** Each word is in the entry, or in the words in which it is shown. */
async function byWords(ctx: Ctx, q: string, shown: readonly Shown[]): Promise<SQL[]> {
  const query = queryOf(q, shown);
  if (query === "") return [];
  const rows = await ctx.db.execute<{ id: string }>(
    sql`select id::text from tram_audit_found(${query}::tsquery, ${RARE}) as id`,
  );
  if (rows.length === RARE) return [sql`e.words @@ ${query}::tsquery`];
  return [sql`e.id = any (${pgArray(rows.map(({ id }) => id))}::bigint[])`];
}

/** Folded words and our own codes: no sign in them needs quoting but that of a code. */
function queryOf(q: string, shown: readonly Shown[]): string {
  const typed = wordsIn(normalisePhone(q) ?? q).slice(0, WORDS_AT_MOST);
  const called = shown.map((one) => ({ ...one, words: wordsIn(one.label) }));
  const means = (at: number) =>
    called.flatMap((one) => {
      if ("action" in one) return one.words.includes(typed[at] ?? "") ? [`'@${one.action}'`] : [];
      return names(one.words, typed, at) ? [`(${wordsIn(one.code).join(" <-> ")})`] : [];
    });
  return typed.map((word, at) => `(${[...new Set([`${word}:*`, ...means(at)])].join(" | ")})`).join(" & ");
}

/** A word alone may be anybody's name (Lan, lần): it names a field together with a neighbour, or if it is all its label. */
function names(label: readonly string[], typed: readonly string[], at: number): boolean {
  const beside = (one = "", other = "") => label.some((word, i) => word === one && label[i + 1] === other);
  if (label.length === 1) return label[0] === typed[at];
  return beside(typed[at - 1], typed[at]) || beside(typed[at], typed[at + 1]);
}

/** Codes of ours: no sign in them needs quoting. */
const pgArray = (codes: readonly string[]) => `{${codes.join(",")}}`;

const escaped = (text: string) => text.replace(/[\\%_]/g, (sign) => `\\${sign}`);

function byWho(who: string): SQL[] {
  if (who === "") return [];
  return [
    sql`e.actor_id = any (array(select id from people where search_text like '%' || tram_fold(${escaped(who)}) || '%'
      order by id limit ${PEOPLE_AT_MOST}))`,
  ];
}

function byObject({ kind, object }: HistoryWish): SQL[] {
  if (kind === null) return [];
  const kinds = kindsOf(kind, object);
  const ofKind = sql`e.object_kind = any (${pgArray(kinds)}::text[])`;
  return object === null ? [ofKind] : [ofKind, sql`e.object_id = ${object}`];
}

function byPeriod({ from, to }: HistoryWish): SQL[] {
  return [
    ...(from ? [sql`e.at >= ${startOfDate(from).toISOString()}::timestamptz`] : []),
    ...(to ? [sql`e.at < ${startOfDate(addDays(to, 1)).toISOString()}::timestamptz`] : []),
  ];
}
