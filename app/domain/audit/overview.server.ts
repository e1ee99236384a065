import { sql } from "drizzle-orm";
import type { Ctx } from "#app/db/context.server.ts";
import { dateIn } from "#app/lib/time.ts";
import { transportName } from "#app/mail/transport.server.ts";
import { requireAdmin } from "../policy/require-admin.ts";
import { findMissingYears } from "../sla/calendars.server.ts";
import type { Attention, AttentionKey, Counts } from "./overview.ts";

const INVITATION_HOURS = 24;
const LETTER_LATE_MINUTES = 15;
const COUNTED_AT_MOST = 1_000;

/** How much there is of each thing that an admin keeps. */
export async function countKept(ctx: Ctx): Promise<Counts> {
  requireAdmin(ctx.actor);
  const today = dateIn(ctx.now);
  const [row] = await ctx.db.execute<Counts>(sql`select
    (select count(*)::int from people where disabled_at is null) as people,
    (select count(*)::int from sites where kind = 'ward' and valid_from <= ${today}::date
      and (valid_until is null or valid_until >= ${today}::date)) as sites,
    (select count(*)::int from systems where retired_at is null or retired_at > ${ctx.now.toISOString()}::timestamptz) as systems,
    (select count(*)::int from teams) as teams,
    (select count(*)::int from abbreviations) as abbreviations,
    (select count(*)::int from calendars) as calendars`);
  if (!row) throw new Error("a select without a table gives one row");
  return row;
}

/** What somebody should look at; each is counted up to a bound, for nobody needs to know more than that. */
export async function listAttention(ctx: Ctx): Promise<Attention[]> {
  requireAdmin(ctx.actor);
  const today = dateIn(ctx.now);
  const ago = (minutes: number) => sql`${new Date(ctx.now.getTime() - minutes * 60_000).toISOString()}::timestamptz`;
  const held = sql`g.valid_from <= ${today}::date and (g.valid_until is null or g.valid_until >= ${today}::date)`;
  const open = sql`s.valid_from <= ${today}::date and (s.valid_until is null or s.valid_until >= ${today}::date)`;
  const missing = await findMissingYears(ctx);
  const year = Number(today.slice(0, 4));
  const questions = {
    holidaysMissing: sql`select where ${missing.includes(year)}`,
    holidaysMissingNext: sql`select where ${missing.includes(year + 1)}`,
    lettersFailed: sql`select from deliveries where state = 'failed'`,
    lettersLate: sql`select from deliveries where state in ('waiting', 'queued') and due_at < ${ago(LETTER_LATE_MINUTES)}`,
    // A demo's letters are read in its mailbox; elsewhere nobody gets what stays on this machine.
    lettersKept: sql`select from deliveries where state = 'sent' and provider = 'disk' and ${transportName() === "disk"}
      and not exists (select from settings where key = 'demo' and value = 'true'::jsonb)`,
    invitationsExpired: sql`select from people where joined_at is null and disabled_at is null
      and invited_at < ${ago(INVITATION_HOURS * 60)}`,
    peopleWithoutRights: sql`select from people p where p.disabled_at is null
      and not exists (select from grants g where g.person_id = p.id and ${held})`,
    peopleAtEnded: sql`select from people p join sites s on s.id = p.site_id
      where p.disabled_at is null and s.valid_until < ${today}::date`,
    teamsWithoutPeople: sql`select from teams t where exists (select from systems y where y.team_id = t.id and y.retired_at is null)
      and not exists (select from grants g join people p on p.id = g.person_id
        where g.team_id = t.id and g.role = 'specialist' and p.disabled_at is null and ${held})`,
    unitsWithoutEngineer: sql`select from sites s where s.kind = 'ward' and ${open}
      and not exists (select from grants g join people p on p.id = g.person_id
        where g.site_id = s.id and g.role = 'engineer' and p.disabled_at is null and ${held})`,
    refusedToday: sql`select from audit_entries where object_kind = 'request' and action <> 'request.exported'
      and at > ${ago(24 * 60)}`,
  } satisfies Record<AttentionKey, unknown>;
  const counts = Object.entries(questions).map(
    ([key, question]) =>
      sql`select ${key}::text as key, (select count(*)::int from (${question} limit ${COUNTED_AT_MOST}) c) as count`,
  );
  const rows = await ctx.db.execute<Attention>(sql`${sql.join(counts, sql` union all `)}`);
  return rows.filter(({ count }) => count > 0);
}
