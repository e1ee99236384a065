import { randomUUID } from "node:crypto";
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { PersonCtx } from "#app/db/context.server.ts";
import { DomainError } from "#app/lib/domain-error.ts";
import { people, sites, systems } from "../directory/schema.server.ts";
import { worksOn } from "../policy/tickets.ts";
import { factsOf } from "../tickets/change.server.ts";
import { listTicketFiles } from "../tickets/files/files.server.ts";
import type { Ticket } from "../tickets/schema.server.ts";
import { tickets } from "../tickets/schema.server.ts";
import { listApprovers } from "./approvers.server.ts";
import { mayChange } from "./change-page.server.ts";
import { findPlace } from "./deciding.server.ts";
import { listConflicts } from "./duties.server.ts";
import { grants } from "./granting.server.ts";
import { isSettled } from "./request.ts";
import {
  type AccessItem,
  type AccessStep,
  accessDecisions,
  accessItems,
  accessRequests,
  accessRights,
} from "./schema.server.ts";
import { standingOf } from "./standing.ts";
import { listSteps, trackOf } from "./steps.server.ts";

/** Refuses whoever may not read this request, as if there were none. */
export async function requireRequest(ctx: PersonCtx, number: number): Promise<void> {
  const [found] = await ctx.db
    .select({ number: accessRequests.ticketNumber })
    .from(accessRequests)
    .where(eq(accessRequests.ticketNumber, number));
  if (!found) throw new DomainError("not_found", "request");
}

/** Everything a reader of its ticket may know of a request for access, and may do with it now. */
export async function getRequestPage(ctx: PersonCtx, number: number) {
  const [row] = await ctx.db
    .select({ ticket: tickets, request: accessRequests, ward: sites })
    .from(tickets)
    .innerJoin(accessRequests, eq(accessRequests.ticketNumber, tickets.number))
    .innerJoin(sites, eq(sites.id, tickets.siteId))
    .where(eq(tickets.number, number));
  if (!row) throw new DomainError("not_found", "request");
  const { ticket, request, ward } = row;
  const items = await listItemsShown(ctx, number);
  const live = items.filter(({ item }) => item.state !== "withdrawn");
  const steps = await listStepsShown(ctx, ticket);
  const me = ctx.actor.personId;
  const mine = [ticket.reporterId, ticket.filedById].includes(me);
  const states = live.map(({ item }) => item.state);
  const named = await readNames(ctx, [
    ticket.reporterId,
    ...steps.flatMap(({ approvers, inPlaceOf }) => [...approvers, inPlaceOf ?? 0]),
  ]);
  return {
    number,
    commandId: randomUUID(),
    version: ticket.version,
    title: ticket.title,
    status: ticket.status,
    ward: { name: ward.name, unitKind: ward.unitKind },
    reporter: named[ticket.reporterId] ?? "",
    receivedAt: ticket.receivedAt,
    round: request.round,
    tries: request.tries,
    fails: request.fails,
    basis: request.basis,
    cause: request.cause,
    files: await listTicketFiles(ctx, number, 100),
    askedBack: request.askedBackAt !== null,
    standing: ticket.status === "cancelled" ? ("cancelled" as const) : standingOf(states),
    items: live.map(({ item, ...rest }) => ({ ...rest, ...item, may: doable(ctx, ticket, item) })),
    steps: steps.map(({ inPlaceOf, ...step }) => ({
      ...step,
      approvers: step.approvers.map((id) => named[id] ?? ""),
      inPlaceOf: inPlaceOf === null ? null : (named[inPlaceOf] ?? ""),
    })),
    conflicts: await listConflicts(
      ctx,
      live.map(({ item }) => item),
    ),
    may: {
      renew:
        request.cause === "expiring" &&
        steps.some(({ mine: yours }) => yours) &&
        live.every(({ item }) => item.kind === "revoke"),
      decide: steps.some(({ mine: yours }) => yours),
      answer: request.askedBackAt !== null && (mine || live.some(({ item }) => item.personId === me)),
      change: mayChange(
        ctx,
        ticket,
        items.map(({ item }) => item),
      ),
      withdraw: mine && live.some(({ item }) => !isSettled(item.state) && item.state !== "granted"),
    },
  };
}
export type RequestPage = Awaited<ReturnType<typeof getRequestPage>>;

/** What this reader may do with an item now. */
function doable(ctx: PersonCtx, ticket: Ticket, item: AccessItem): ("grant" | "prove")[] {
  const me = ctx.actor.personId;
  if (ticket.status === "cancelled") return [];
  const own = item.kind === "grant" && item.personId === me;
  const grantable = item.state === "to_grant" || item.state === "handed_back";
  if (grantable && !own && grants(ctx.actor, ticket, item, ctx.now)) return ["grant"];
  const atDesk = item.atDesk && item.doneById !== me && worksOn(ctx.actor, factsOf(ticket, ctx.now));
  return item.state === "granted" && (own || atDesk) ? ["prove"] : [];
}

const doneBy = sql`(select full_name from people where id = ${accessItems.doneById})`;

function listItemsShown(ctx: PersonCtx, number: number) {
  return ctx.db
    .select({
      item: accessItems,
      person: people.fullName,
      department: sql<string | null>`(select name from sites where id = ${accessItems.departmentId})`,
      right: {
        name: accessRights.name,
        nameEn: accessRights.nameEn,
        about: accessRights.about,
        needs: accessRights.needs,
      },
      how: {
        grant: accessRights.howToGrant,
        revoke: accessRights.howToRevoke,
        prove: accessRights.howToProve,
        evidence: accessRights.evidence,
      },
      system: { name: systems.name, nameEn: systems.nameEn },
      team: sql<string | null>`(select name from teams where id = ${accessItems.teamId})`,
      doneBy: sql<string | null>`${doneBy}`,
    })
    .from(accessItems)
    .innerJoin(people, eq(people.id, accessItems.personId))
    .innerJoin(accessRights, eq(accessRights.id, accessItems.rightId))
    .innerJoin(systems, eq(systems.id, accessRights.systemId))
    .where(eq(accessItems.ticketNumber, number))
    .orderBy(asc(accessItems.id))
    .limit(300);
}

/** The steps of the round with who decided; for open ones who may, and whether the reader does. */
async function listStepsShown(ctx: PersonCtx, ticket: Ticket) {
  const steps = await listSteps(ctx, ticket.number);
  const decisions = await ctx.db
    .select({
      decision: accessDecisions,
      by: people.fullName,
      place: sql<string | null>`(select full_name from people where id = ${accessDecisions.forId})`,
    })
    .from(accessDecisions)
    .innerJoin(people, eq(people.id, accessDecisions.personId))
    .where(and(inArray(accessDecisions.stepId, [0, ...steps.map(({ id }) => id)])))
    .orderBy(asc(accessDecisions.id));
  return Promise.all(
    steps.map(async (step) => ({
      ...step,
      ...(await whoDecides(ctx, ticket, step)),
      decisions: decisions
        .filter(({ decision }) => decision.stepId === step.id)
        .map(({ decision: { verdict, reason, at }, by, place }) => ({ verdict, reason, at, by, inPlaceOf: place })),
    })),
  );
}

async function whoDecides(ctx: PersonCtx, ticket: Ticket, step: AccessStep) {
  if ((step.state !== "open" && step.state !== "waiting") || ticket.status === "cancelled")
    return { approvers: [], raised: false, mine: false, inPlaceOf: null };
  const { people: approvers, raised } = await listApprovers(ctx, step, await trackOf(ctx, ticket.number, step.track));
  const { place } = step.state === "open" ? await findPlace(ctx, step, ticket.number) : { place: null };
  return { approvers: approvers.slice(0, 8), raised, mine: place !== null, inPlaceOf: place?.forId ?? null };
}

async function readNames(ctx: PersonCtx, ids: readonly number[]): Promise<Record<number, string>> {
  const rows = await ctx.db
    .select({ id: people.id, name: people.fullName })
    .from(people)
    .where(inArray(people.id, [0, ...ids]));
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
}

/** What an approver wants to know of the people a request is for: what they have, and who else has what is asked. */
export async function getBackground(ctx: PersonCtx, number: number) {
  const rows = await ctx.db.execute<{
    what: "has" | "others";
    person: string;
    name: string;
    name_en: string;
    position: string;
    until: string | null;
  }>(sql`
    with asked as (select person_id, right_id, t.site_id from access_items i join tickets t on t.number = i.ticket_number
      where i.ticket_number = ${number} and i.kind = 'grant' and i.state <> 'withdrawn')
    select 'has' as what, p.full_name as person, r.name, r.name_en, e."position", e.valid_until::text as until
    from entitlements e join people p on p.id = e.person_id join access_rights r on r.id = e.right_id
    where e.ended_at is null and e.person_id in (select person_id from asked)
    union all
    select 'others', p.full_name, r.name, r.name_en, e."position", e.valid_until::text
    from entitlements e join people p on p.id = e.person_id join access_rights r on r.id = e.right_id
    where e.ended_at is null and (e.right_id, e.site_id) in (select right_id, site_id from asked)
      and e.person_id not in (select person_id from asked)
    order by 1, 2, 3 limit 100`);
  return rows.map(({ name_en, ...one }) => ({ ...one, nameEn: name_en }));
}
export type Background = Awaited<ReturnType<typeof getBackground>>;
