import { type SQL, sql } from "drizzle-orm";
import { holds, type Person, reachOf } from "../../policy/actor.ts";
import { daysAfter, isOpen, type Standing } from "../ticket.ts";
import { openAt, receivedIn, resolvedIn, type Span } from "./cohorts.server.ts";
import { AGES, asksPeriod, type Pressing, type Sort, type TicketFilters } from "./filters.ts";
import type { GroupKey } from "./queue.ts";

const all = (parts: (SQL | false | null)[]): SQL =>
  sql.join(
    parts.filter((part): part is SQL => Boolean(part)),
    sql` and `,
  );
const any = (parts: (SQL | false | null)[]): SQL => {
  const given = parts.filter((part): part is SQL => Boolean(part));
  return given.length === 0 ? sql`false` : sql`(${sql.join(given, sql` or `)})`;
};
const ids = (values: readonly number[]) => sql`${`{${values.join(",")}}`}::int[]`;
const instant = (at: Date) => sql`${at.toISOString()}::timestamptz`;

// Written out, never as parameters: only then does the planner see that the partial indexes of open tickets fit.
const NOT_ENDED = sql`tickets.status not in ('closed', 'cancelled')`;
const IN_HANDS = sql`tickets.status in ('new', 'assigned', 'in_progress')`;

/** Where somebody works on tickets: narrower than what they may read. */
export function workplacesOf(actor: Person) {
  const works = actor.grants.filter((grant) => grant.role === "engineer" || grant.role === "coordinator");
  const of = (kind: string) => works.filter((grant) => grant.siteKind === kind).map((grant) => grant.siteId);
  return { city: of("city").length > 0, wards: of("ward"), departments: of("department"), teams: reachOf(actor).teams };
}

function workplace(actor: Person): SQL {
  const { city, wards, departments, teams } = workplacesOf(actor);
  if (city) return sql`true`;
  return any([
    wards.length > 0 && sql`tickets.site_id = any (${ids(wards)})`,
    departments.length > 0 && sql`tickets.department_id = any (${ids(departments)})`,
    teams.length > 0 && sql`tickets.team_id = any (${ids(teams)})`,
  ]);
}

/** Units whose tickets somebody reads as their leader or manager. */
export function unitsOf(actor: Person): { city: boolean; sites: number[] } {
  const leads = actor.grants.filter(({ role }) => role === "ward_lead" || role === "manager" || role === "coordinator");
  return {
    city: leads.some((grant) => grant.siteKind === "city"),
    sites: leads.filter((grant) => grant.siteKind !== "city").map((grant) => grant.siteId),
  };
}

function unit(actor: Person): SQL {
  const { city, sites } = unitsOf(actor);
  return city ? sql`true` : sql`(tickets.site_id = any (${ids(sites)}) or tickets.department_id = any (${ids(sites)}))`;
}

/** The condition of a group. Row-level security stands behind it; this one names sites so that indexes serve. */
export function inGroup(actor: Person, key: GroupKey): SQL {
  const me = actor.personId;
  const own = sql`(tickets.reporter_id = ${me} or tickets.affected_person_id = ${me})`;
  const notOwn = sql`tickets.reporter_id <> ${me} and tickets.affected_person_id is distinct from ${me}`;
  const asked = sql`((tickets.status = 'on_hold' and tickets.hold_reason = 'reporter') or tickets.status = 'resolved')`;
  const myTeams = ids(reachOf(actor).teams);
  const theirTeam = sql`(tickets.team_id is not null and tickets.team_id <> all (${myTeams}))`;
  const followed = sql`tickets.number = any (array(select p.ticket_number from ticket_people p where p.person_id = ${me}))`;
  switch (key) {
    case "new":
      return all([NOT_ENDED, IN_HANDS, workplace(actor), sql`tickets.assignee_id is null and not ${theirTeam}`]);
    case "mine":
      return all([NOT_ENDED, IN_HANDS, sql`tickets.assignee_id = ${me}`]);
    case "held":
      return all([NOT_ENDED, sql`tickets.status = 'on_hold'`, workplace(actor)]);
    case "confirm":
      return all([NOT_ENDED, sql`tickets.status = 'resolved'`, workplace(actor)]);
    case "others":
      return all([
        NOT_ENDED,
        IN_HANDS,
        workplace(actor),
        sql`(tickets.assignee_id <> ${me} or (tickets.assignee_id is null and ${theirTeam}))`,
      ]);
    case "answer":
      return all([NOT_ENDED, own, asked]);
    case "sent":
      return all([NOT_ENDED, own, sql`not ${asked}`]);
    case "following":
      return all([NOT_ENDED, followed, notOwn]);
    case "unit":
      return all([NOT_ENDED, sql`tickets.status <> 'resolved'`, unit(actor), notOwn, sql`not (${followed})`]);
    case "done":
      return all([sql`tickets.status in ('closed', 'cancelled')`, own]);
    case "all":
      return reach(actor);
  }
}

/** All that somebody may read, named so that indexes serve. */
function reach(actor: Person): SQL {
  const { city, sites, teams, personId } = reachOf(actor);
  if (city) return sql`true`;
  return any([
    sites.length > 0 && sql`tickets.site_id = any (${ids(sites)})`,
    sites.length > 0 && sql`tickets.department_id = any (${ids(sites)})`,
    teams.length > 0 && sql`tickets.team_id = any (${ids(teams)})`,
    sql`tickets.reporter_id = ${personId}`,
    sql`tickets.affected_person_id = ${personId}`,
    sql`tickets.assignee_id = ${personId}`,
    sql`tickets.number = any (array(select p.ticket_number from ticket_people p where p.person_id = ${personId}))`,
  ]);
}

export function ownGroups(actor: Person, filters: TicketFilters): GroupKey[] {
  if (asksPeriod(filters) || filters.status.some((status) => !isOpen(status))) return ["all"];
  const { city, sites } = unitsOf(actor);
  const leads = city || sites.length > 0;
  const files = holds(actor, "reporter", "ward_lead", "engineer");
  const unit: GroupKey[] = leads ? ["unit"] : [];
  return files ? ["answer", "sent", "following", ...unit, "done"] : [...unit, "following"];
}

export const sortOf = (key: GroupKey, filters: TicketFilters): Sort => filters.sort ?? DEFAULT_SORTS[key];
const DEFAULT_SORTS: Record<GroupKey, Sort> = {
  new: "urgent",
  mine: "urgent",
  held: "urgent",
  confirm: "oldest",
  others: "urgent",
  answer: "oldest",
  sent: "newest",
  following: "newest",
  unit: "urgent",
  done: "newest",
  all: "newest",
};

export function matching(actor: Person, filters: TicketFilters, now: Date): SQL {
  const { status, kind, access, impact, priority, system, site, department, team, assignee, age, due } = filters;
  const given = [
    standing(status),
    oneOf(sql`tickets.kind`, kind),
    oneOf(sql`tickets.access_phase`, access),
    oneOf(sql`tickets.impact`, impact),
    oneOf(sql`tickets.priority`, priority),
    system !== null && sql`tickets.system_id = ${system}`,
    site !== null && sql`tickets.site_id = ${site}`,
    department !== null && sql`tickets.department_id = ${department}`,
    team !== null && sql`tickets.team_id = ${team}`,
    assignee === "none" && sql`tickets.assignee_id is null`,
    assignee === "me" && sql`tickets.assignee_id = ${actor.personId}`,
    typeof assignee === "number" && sql`tickets.assignee_id = ${assignee}`,
    age !== null && sql`tickets.received_at <= ${instant(daysAfter(now, -AGES[age] / 24))}`,
    pressing(due, now),
    spanOf(filters.receivedFrom, filters.receivedTo, receivedIn),
    spanOf(filters.resolvedFrom, filters.resolvedTo, resolvedIn),
    spanOf(filters.respondedFrom, filters.respondedTo, respondedIn),
    filters.openAt && openAt(filters.openAt),
  ].filter((part): part is SQL => Boolean(part));
  return given.length === 0 ? sql`true` : all(given);
}

/** What a pause keeps from running out is not due soon; what was late before it is late still. */
function pressing(wanted: readonly Pressing[], now: Date): SQL | false {
  if (wanted.length === 0) return false;
  const late = sql`tickets.overdue_at < ${instant(now)}`;
  const soon = sql`(tickets.soon_at <= ${instant(now)} and (${late}) is not true)`;
  return any([wanted.includes("overdue") && late, wanted.includes("soon") && soon]);
}

/** A duplicate is cancelled in the table, and a thing of its own to whoever looks for it. */
function standing(wanted: readonly Standing[]): SQL | false {
  if (wanted.length === 0) return false;
  const ended = wanted.filter((each) => each !== "duplicate");
  return any([
    ended.length > 0 && all([oneOf(sql`tickets.status`, ended), sql`tickets.duplicate_of is null`]),
    wanted.includes("duplicate") && sql`tickets.duplicate_of is not null`,
  ]);
}

const oneOf = (column: SQL, values: readonly string[]) =>
  values.length > 0 &&
  sql`${column} in (${sql.join(
    values.map((value) => sql`${value}`),
    sql`, `,
  )})`;

const FOREVER = { from: new Date(0), until: new Date("9999-01-01") };
const spanOf = (from: Date | null, until: Date | null, within: (span: Span) => SQL) =>
  (from !== null || until !== null) && within({ from: from ?? FOREVER.from, until: until ?? FOREVER.until });

const respondedIn = ({ from, until }: Span) =>
  sql`tickets.first_response_at >= ${instant(from)} and tickets.first_response_at < ${instant(until)}`;
