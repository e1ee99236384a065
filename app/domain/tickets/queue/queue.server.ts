import { type SQL, sql } from "drizzle-orm";
import type { PersonCtx } from "#app/db/context.server.ts";
import { DomainError } from "#app/lib/domain-error.ts";
import type { UnitKind } from "../../directory/site.ts";
import { seesQueue } from "../../policy/tickets.ts";
import { listTimeLeft } from "../clocks/time-left.server.ts";
import type { Impact, Priority } from "../priority.ts";
import type { AccessPhase, HoldReason, TicketKind, TicketStatus } from "../ticket.ts";
import type { TicketFilters } from "./filters.ts";
import {
  COUNT_BOUND,
  GROUP_ROWS,
  type GroupKey,
  PAGE_ROWS,
  QUEUE_GROUPS,
  type QueueGroup,
  type QueueRow,
} from "./queue.ts";
import { after, CURSOR_COLUMNS, type CursorColumns, cursorOf, orderBy, readCursor } from "./queue-cursor.server.ts";
import { inGroup, matching, ownGroups, sortOf } from "./queue-groups.server.ts";

export type ListWish = {
  filters: TicketFilters;
  /** One group alone, in pages. */
  group?: GroupKey | null;
  after?: string | null;
};

/** The engineer's page: what to look at next, in five groups. */
export function listQueue(ctx: PersonCtx, wish: ListWish): Promise<QueueGroup[]> {
  if (!seesQueue(ctx.actor)) throw new DomainError("forbidden", "support_only");
  return listGroups(ctx, wish.group ? [wish.group] : QUEUE_GROUPS, wish);
}

/** The officer's page: what waits for an answer, what was sent, what is followed, and the unit for those who lead it. */
export function listOwn(ctx: PersonCtx, wish: ListWish): Promise<QueueGroup[]> {
  return listGroups(ctx, wish.group ? [wish.group] : ownGroups(ctx.actor, wish.filters), wish);
}

/** null when the cursor is not one of this list. */
export function startOf(wish: ListWish): readonly string[] | null {
  if (!wish.group || !wish.after) return null;
  return readCursor(sortOf(wish.group, wish.filters), wish.after);
}

async function listGroups(ctx: PersonCtx, keys: readonly GroupKey[], wish: ListWish): Promise<QueueGroup[]> {
  const { filters } = wish;
  const narrow = matching(ctx.actor, filters, ctx.now);
  const conditions = keys.map((key) => ({ key, where: sql`${inGroup(ctx.actor, key)} and ${narrow}` }));
  const start = startOf(wish);
  const alone = wish.group != null || keys.length === 1;
  const bound = alone ? PAGE_ROWS : GROUP_ROWS;
  const picked = conditions.map(({ key, where }) => {
    const sort = sortOf(key, filters);
    const page = start ? sql`${where} and ${after(sort, start)}` : where;
    return sql`(select ${key}::text as grp, tickets.number, row_number() over (order by ${orderBy(sort)}) as place
      from tickets where ${page} order by ${orderBy(sort)} limit ${bound + 1})`;
  });
  const found = await readRows(ctx, sql.join(picked, sql` union all `));
  const counts = await countGroups(ctx, conditions);
  const left = await listTimeLeft(
    ctx,
    found.map(({ number }) => number),
  );
  return conditions.map(({ key }, at) => {
    const records = found.filter((record) => record.grp === key);
    const shown = records.slice(0, bound);
    const last = records.length > bound ? shown.at(-1) : undefined;
    return {
      key,
      count: counts[at] ?? 0,
      rows: shown.map((record) => ({ ...asRow(record, key), left: left.get(record.number) ?? null })),
      next: last ? cursorOf(sortOf(key, filters), last) : null,
    };
  });
}

async function countGroups(ctx: PersonCtx, groups: { where: SQL }[]): Promise<number[]> {
  const counts = groups.map(
    ({ where }) => sql`(select count(*)::int from (select from tickets where ${where} limit ${COUNT_BOUND}) counted)`,
  );
  const [row] = await ctx.db.execute<{ counts: number[] }>(sql`select array[${sql.join(counts, sql`, `)}] as counts`);
  return row?.counts ?? [];
}

export type Found = CursorColumns & {
  grp: GroupKey;
  version: number;
  title: string;
  kind: TicketKind;
  status: TicketStatus;
  duplicate_of: number | null;
  access_phase: AccessPhase | null;
  hold_reason: HoldReason | null;
  hold_until: string | null;
  priority: Priority;
  impact: Impact;
  system: string;
  system_en: string;
  ward: string;
  unit_kind: UnitKind | null;
  department: string | null;
  reporter: string;
  assignee_id: number | null;
  assignee: string | null;
  team: string | null;
  team_en: string | null;
  received_at: string;
  resolved_at: string | null;
  closes_at: string | null;
  unread: boolean;
  ever_read: boolean;
};

/** Unread asks for an event this person may read: an internal note leaves no mark on the officer's list. */
export function readRows(ctx: PersonCtx, picked: SQL) {
  return ctx.db.execute<Found>(sql`
    with picked as materialized (${picked})
    select k.grp, tickets.number, tickets.version, tickets.title, tickets.kind, tickets.status, tickets.duplicate_of, tickets.access_phase, tickets.hold_reason, tickets.hold_until, tickets.priority, tickets.impact,
      tickets.people_waiting, s.name as system, s.name_en as system_en, w.name as ward, w.unit_kind, d.name as department,
      r.full_name as reporter, tickets.assignee_id, a.full_name as assignee, g.name as team, g.name_en as team_en,
      tickets.received_at, tickets.resolved_at, tickets.closes_at, ${CURSOR_COLUMNS},
      seen.event_id is not null as ever_read,
      tickets.last_event_id > coalesce(seen.event_id, 0) and exists (
        select from ticket_events e where e.ticket_number = tickets.number and e.id > coalesce(seen.event_id, 0)) as unread
    from picked k
      join tickets on tickets.number = k.number
      join systems s on s.id = tickets.system_id
      join sites w on w.id = tickets.site_id
      left join sites d on d.id = tickets.department_id
      join people r on r.id = tickets.reporter_id
      left join people a on a.id = tickets.assignee_id
      left join teams g on g.id = tickets.team_id
      left join ticket_reads seen on seen.person_id = ${ctx.actor.personId} and seen.ticket_number = tickets.number
    order by k.grp, k.place`);
}

/** Where somebody only looks on, what they never opened is not news to them. */
const LOOKING_ON: readonly GroupKey[] = ["others", "unit", "done", "all"];

export const asRow = (found: Found, key: GroupKey): QueueRow => ({
  number: found.number,
  version: found.version,
  title: found.title,
  kind: found.kind,
  status: found.status,
  duplicateOf: found.duplicate_of,
  accessPhase: found.access_phase,
  holdReason: found.hold_reason,
  holdUntil: found.hold_until === null ? null : new Date(found.hold_until),
  priority: found.priority,
  impact: found.impact,
  peopleWaiting: found.people_waiting,
  system: { name: found.system, nameEn: found.system_en },
  ward: { name: found.ward, unitKind: found.unit_kind },
  department: found.department,
  reporter: found.reporter,
  assigneeId: found.assignee_id,
  assignee: found.assignee,
  team: found.team === null ? null : { name: found.team, nameEn: found.team_en ?? found.team },
  receivedAt: new Date(found.received_at),
  resolvedAt: found.resolved_at === null ? null : new Date(found.resolved_at),
  closesAt: found.closes_at === null ? null : new Date(found.closes_at),
  left: null,
  unread: found.unread && (found.ever_read || !LOOKING_ON.includes(key)),
});
