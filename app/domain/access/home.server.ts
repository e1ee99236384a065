import { and, desc, eq, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import type { PersonCtx } from "#app/db/context.server.ts";
import { dateIn } from "#app/lib/time.ts";
import { sites, systems } from "../directory/schema.server.ts";
import { worksOn } from "../policy/tickets.ts";
import { factsOf } from "../tickets/change.server.ts";
import { type Ticket, tickets } from "../tickets/schema.server.ts";
import { findPlace } from "./deciding.server.ts";
import { grants } from "./granting.server.ts";
import {
  type AccessItem,
  type AccessStep,
  accessItems,
  accessRequests,
  accessRights,
  accessSteps,
  entitlements,
} from "./schema.server.ts";

const MOST = 50;
export type Todo = "decide" | "grant" | "prove" | "answer";

/** What waits for this person, what they asked for, and what they have. */
export async function getAccessHome(ctx: PersonCtx) {
  const me = ctx.actor.personId;
  const mine = await ctx.db
    .select({ ...SHOWN, phase: tickets.accessPhase, status: tickets.status })
    .from(tickets)
    .innerJoin(accessRequests, eq(accessRequests.ticketNumber, tickets.number))
    .innerJoin(sites, eq(sites.id, tickets.siteId))
    .where(or(eq(tickets.reporterId, me), eq(tickets.filedById, me)))
    .orderBy(desc(tickets.receivedAt), desc(tickets.number))
    .limit(MOST);
  return { todo: await listTodo(ctx), mine, held: await listOwn(ctx) };
}
export type AccessHome = Awaited<ReturnType<typeof getAccessHome>>;

const SHOWN = {
  number: tickets.number,
  title: tickets.title,
  receivedAt: tickets.receivedAt,
  ward: { name: sites.name, unitKind: sites.unitKind },
};

/** Open requests that this reader can move on, oldest first. */
async function listTodo(ctx: PersonCtx) {
  const open = await ctx.db
    .select({ ticket: tickets, ward: SHOWN.ward, askedBackAt: accessRequests.askedBackAt })
    .from(tickets)
    .innerJoin(accessRequests, eq(accessRequests.ticketNumber, tickets.number))
    .innerJoin(sites, eq(sites.id, tickets.siteId))
    .where(and(inArray(tickets.accessPhase, ["approval", "grant", "proof"]), sql`${tickets.status} <> 'cancelled'`))
    .orderBy(tickets.receivedAt, tickets.number)
    .limit(200);
  const numbers = [0, ...open.map(({ ticket }) => ticket.number)];
  const items = await ctx.db.select().from(accessItems).where(inArray(accessItems.ticketNumber, numbers));
  const allSteps = await ctx.db
    .select()
    .from(accessSteps)
    .where(and(inArray(accessSteps.ticketNumber, numbers), eq(accessSteps.state, "open"), mayBeMine(ctx)));
  const found: { number: number; title: string; receivedAt: Date; ward: (typeof open)[number]["ward"]; todo: Todo }[] =
    [];
  for (const { ticket, ward, askedBackAt } of open) {
    const { number, title, receivedAt } = ticket;
    const own = items.filter((item) => item.ticketNumber === number);
    const steps = allSteps.filter((step) => step.ticketNumber === number);
    for (const todo of await todosOf(ctx, { ticket, askedBackAt, items: own, steps }))
      found.push({ number, title, receivedAt, ward, todo });
    if (found.length >= MOST) break;
  }
  return found;
}

/**
 * Steps that this reader may turn out to decide: asked when it was opened, or in a place that decides by now. The others
 * are not looked at one by one, for the city sees those of every ward.
 */
function mayBeMine({ actor, now }: PersonCtx): SQL {
  const me = actor.personId;
  const leads = actor.grants.flatMap(({ role, siteId }) => (role === "ward_lead" ? siteId : []));
  const led = sql`${sql.param(`{${leads.join(",")}}`)}::int[]`;
  const { ticketNumber, track, who } = accessSteps;
  return sql`(exists (select from access_readers r where r.ticket_number = ${ticketNumber} and r.tie = 'approver'
      and (r.person_id = ${me} or r.person_id in (select d.from_id from access_delegations d where d.to_id = ${me}
        and d.ended_at is null and ${dateIn(now)}::date between d.valid_from and d.valid_until)))
    or exists (select from tickets t where t.number = ${ticketNumber} and (t.site_id = any (${led})
      or ${who} @> '[{"by": "position"}]' and t.site_id = (select s.path[2] from people p join sites s on s.id = p.site_id
        where p.id = ${me})))
    or exists (select from access_items i join access_rights r on r.id = i.right_id
      where i.ticket_number = ${ticketNumber} and i.track = ${track} and (i.department_id = any (${led})
        or exists (select from system_owners o where o.system_id = r.system_id and o.person_id = ${me}))))`;
}

type Waiting = {
  ticket: Ticket;
  askedBackAt: Date | null;
  items: readonly AccessItem[];
  /** Those that are open. */
  steps: readonly AccessStep[];
};

/** What this reader can do for a request now. */
async function todosOf(ctx: PersonCtx, { ticket, askedBackAt, items, steps }: Waiting): Promise<Todo[]> {
  const me = ctx.actor.personId;
  const works = worksOn(ctx.actor, factsOf(ticket, ctx.now));
  const todos: Todo[] = [];
  const mine = items.some(({ state, personId, kind }) => state === "granted" && kind === "grant" && personId === me);
  const atDesk = items.some((one) => one.state === "granted" && one.atDesk && one.doneById !== me && works);
  if (mine || atDesk) todos.push("prove");
  if (askedBackAt && [ticket.reporterId, ticket.filedById].includes(me)) todos.push("answer");
  if (items.some((one) => one.state === "to_grant" && one.personId !== me && grants(ctx.actor, ticket, one, ctx.now)))
    todos.push("grant");
  for (const step of steps) {
    if (!(await findPlace(ctx, step, ticket.number)).place) continue;
    todos.push("decide");
    break;
  }
  return todos;
}

/** The next sensible thing that this reader can do for one request; null: to look at it. */
export async function findTodo(ctx: PersonCtx, number: number): Promise<Todo | null> {
  const [row] = await ctx.db
    .select({ ticket: tickets, askedBackAt: accessRequests.askedBackAt })
    .from(tickets)
    .innerJoin(accessRequests, eq(accessRequests.ticketNumber, tickets.number))
    .where(eq(tickets.number, number));
  if (!row || row.ticket.accessPhase === "over" || row.ticket.status === "cancelled") return null;
  const items = await ctx.db.select().from(accessItems).where(eq(accessItems.ticketNumber, number));
  const steps = await ctx.db
    .select()
    .from(accessSteps)
    .where(and(eq(accessSteps.ticketNumber, number), eq(accessSteps.state, "open")));
  return (await todosOf(ctx, { ...row, items, steps }))[0] ?? null;
}

/** What this person has today. */
function listOwn(ctx: PersonCtx) {
  return ctx.db
    .select({
      id: entitlements.id,
      right: { name: accessRights.name, nameEn: accessRights.nameEn },
      system: { name: systems.name, nameEn: systems.nameEn },
      position: entitlements.position,
      validFrom: entitlements.validFrom,
      validUntil: entitlements.validUntil,
    })
    .from(entitlements)
    .innerJoin(accessRights, eq(accessRights.id, entitlements.rightId))
    .innerJoin(systems, eq(systems.id, accessRights.systemId))
    .where(and(eq(entitlements.personId, ctx.actor.personId), isNull(entitlements.endedAt)))
    .orderBy(systems.sort, accessRights.sort, entitlements.id)
    .limit(200);
}
