import { asc, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { PersonCtx } from "#app/db/context.server.ts";
import { DomainError } from "#app/lib/domain-error.ts";
import type { Lang } from "#app/lib/lang.ts";
import { people, sites, systems, teams } from "../directory/schema.server.ts";
import { readsNotes, refusalOf, TICKET_ACTIONS, type TicketAction, worksOn } from "../policy/tickets.ts";
import { factsOf, markRead } from "./change.server.ts";
import { listClocks, pressingOf } from "./clocks/time-left.server.ts";
import { listTicketFiles } from "./files/files.server.ts";
import { isParty, nextAction } from "./next-action.ts";
import { ticketPeople, tickets } from "./schema.server.ts";
import { listNames } from "./ticket-names.server.ts";
import { findOriginal, listAlikeHere, listDuplicates, listLinks } from "./ticket-relatives.server.ts";
import { listTimeline } from "./ticket-timeline.server.ts";
import { countsForUndo, reverseOf } from "./undo.ts";

const departments = alias(sites, "departments");
const FOLLOWERS = 200;
const FILES = 300;

type Options = { lang: Lang; before?: number; quietly?: boolean };

/** Everything one person may know of one ticket, and may do with it now. Opening it marks it read, unless `quietly`. */
export async function getTicketPage(ctx: PersonCtx, number: number, { lang, before, quietly }: Options) {
  const [row] = await ctx.db
    .select({ ticket: tickets, ward: sites, department: departments, system: systems, team: teams })
    .from(tickets)
    .innerJoin(sites, eq(sites.id, tickets.siteId))
    .innerJoin(systems, eq(systems.id, tickets.systemId))
    .leftJoin(departments, eq(departments.id, tickets.departmentId))
    .leftJoin(teams, eq(teams.id, tickets.teamId))
    .where(eq(tickets.number, number));
  if (!row) throw new DomainError("not_found", "ticket");
  const { ticket } = row;
  const facts = factsOf(ticket, ctx.now);
  const works = worksOn(ctx.actor, facts);
  const notes = readsNotes(ctx.actor, facts);

  const timeline = await listTimeline(ctx, number, { before, notes });
  const attached = await listTicketFiles(ctx, number, FILES);
  const followers = await listFollowers(ctx, number);
  const links = await listLinks(ctx, number);
  const original = await findOriginal(ctx, ticket);
  // There are no chains: what is a duplicate has none.
  const duplicates = original ? [] : await listDuplicates(ctx, number);
  const alike = await listAlikeHere(ctx, ticket, links);
  const asked = [ticket.reporterId, ticket.filedById, ticket.assigneeId, ticket.affectedPersonId];
  const names = await listNames(ctx, timeline.events, asked, lang);
  const clocks = await listClocks(ctx, [number]);
  if (!quietly) await markRead(ctx, number, ticket.lastEventId);

  const me = ctx.actor.personId;
  const named = (name: { name: string; nameEn: string }) => (lang === "en" ? name.nameEn : name.name);
  const refusals = TICKET_ACTIONS.map((action) => ({ action, reason: refusalOf(ctx.actor, action, facts) }));
  const offered = refusals.filter(({ reason }) => reason === null).map(({ action }) => action);
  const party = isParty(facts, me);
  const { departmentId: _, duplicateThrough: __, ...shown } = ticket;
  return {
    ticket: {
      ...shown,
      ward: { name: row.ward.name, unitKind: row.ward.unitKind },
      department: row.department?.name ?? null,
      system: named(row.system),
      team: row.team && named(row.team),
    },
    ...timeline,
    clocks,
    /** The clock that presses first. */
    left: pressingOf(clocks),
    files: attached,
    followers,
    links,
    /** Where it goes on instead, and what goes on here instead. */
    original,
    duplicates,
    alike,
    names,
    me: { id: me, works, party, notes, follows: followers.some(({ id }) => id === me) },
    offered,
    /** What is absent and why, without what never concerns this person. */
    refused: refusals.flatMap(({ action, reason }) =>
      reason !== null && concerns(reason, action, works) ? [{ action, reason }] : [],
    ),
    primary: nextAction({ facts, offered, me, works, party }),
    undo:
      before === undefined && works
        ? reverseOf(
            timeline.events.findLast(({ event }) => countsForUndo(event)),
            me,
            ctx.now,
          )
        : null,
  };
}
export type TicketPage = Awaited<ReturnType<typeof getTicketPage>>;

const concerns = (reason: string, action: TicketAction, works: boolean) =>
  reason !== "support_only" &&
  reason !== "not_duplicate" &&
  action !== "follow_up" &&
  (works || reason !== "reporter_only");

function listFollowers(ctx: PersonCtx, number: number) {
  return ctx.db
    .select({
      id: people.id,
      name: people.fullName,
      position: people.position,
      relation: ticketPeople.relation,
      peopleWaiting: ticketPeople.peopleWaiting,
    })
    .from(ticketPeople)
    .innerJoin(people, eq(people.id, ticketPeople.personId))
    .where(eq(ticketPeople.ticketNumber, number))
    .orderBy(asc(ticketPeople.since), asc(people.id))
    .limit(FOLLOWERS);
}
