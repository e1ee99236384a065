import { type SQL, sql } from "drizzle-orm";

/** A half-open span of instants. */
export type Span = { from: Date; until: Date };

const instant = (at: Date): SQL => sql`${at.toISOString()}::timestamptz`;
const within = (column: SQL, { from, until }: Span): SQL =>
  sql`${column} >= ${instant(from)} and ${column} < ${instant(until)}`;

/** The conditions behind each number of a report and behind the list that the number leads to: one place, so they agree. */
export const receivedIn = (span: Span): SQL => within(sql`received_at`, span);

/** Resolved in the span, and the resolution stands: "still broken" takes it back. */
export const resolvedIn = (span: Span): SQL =>
  sql`${within(sql`resolved_at`, span)} and status in ('resolved', 'closed')`;

/**
 * Open at an instant. Whoever never came back is judged by the row; a reopened ticket's row has forgotten
 * what it was then, so its events are asked for the last word before the instant.
 */
export const openAt = (moment: Date): SQL => {
  const at = instant(moment);
  return sql`received_at < ${at} and not (status = 'cancelled' and closed_at < ${at}) and (
    first_resolved_at is null or first_resolved_at >= ${at}
    or (reopenings > 0 and (
      select e.type from ticket_events e
      where e.ticket_number = tickets.number and e.at < ${at}
        and e.type in ('ticket.opened', 'ticket.resolved', 'ticket.reopened', 'ticket.cancelled')
      order by e.id desc limit 1) in ('ticket.opened', 'ticket.reopened')))`;
};

export const stillOpen: SQL = sql`tickets.status not in ('resolved', 'closed', 'cancelled')`;

/** Something it promised is too late at this moment. What has come to rest is late no more: its clocks say how it went. */
export const overdueAt = (moment: Date): SQL => sql`tickets.overdue_at < ${instant(moment)}`;
