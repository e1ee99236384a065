import { randomUUID } from "node:crypto";
import { and, eq, inArray, or } from "drizzle-orm";
import type { Ctx, PersonCtx } from "#app/db/context.server.ts";
import { DomainError } from "#app/lib/domain-error.ts";
import type { Lang } from "#app/lib/lang.ts";
import { compareNames } from "#app/lib/names.ts";
import { listSystems, listWards, type Place } from "../directory/catalog.server.ts";
import { getPerson, listColleagues } from "../directory/people.server.ts";
import { people } from "../directory/schema.server.ts";
import { holds, reachOf } from "../policy/actor.ts";
import { mayFileFor } from "../policy/filing.ts";
import { listStationedEngineers } from "../policy/stationed.server.ts";
import { listClocks, pressingOf } from "./clocks/time-left.server.ts";
import { ticketPeople, tickets } from "./schema.server.ts";
import { listAlike } from "./search/alike.server.ts";

/** Wards this person may report for; one for most, all of them for the city's duty desk. */
export function listFilingWards(ctx: Ctx): Promise<Place[]> {
  const reach = reachOf(ctx.actor);
  if (reach.supportCity && holds(ctx.actor, "engineer", "coordinator")) return listWards(ctx);
  return reach.fileSites.length > 0 ? listWards(ctx, [...new Set(reach.fileSites)]) : Promise.resolve([]);
}

/** Alike tickets, each with the id under which this person joins it, however often the button is pressed. */
export async function listJoinable(ctx: PersonCtx, input: { wardId: number; systemId: number; words: string }) {
  const found = await listAlike(ctx, input);
  const mine = await listOwn(
    ctx,
    found.map(({ number }) => number),
  );
  return found.map((ticket) => ({ ...ticket, mine: mine.has(ticket.number), commandId: randomUUID() }));
}

/** Of these tickets, the ones that this person reported or already joined. */
async function listOwn({ db, actor }: PersonCtx, numbers: number[]): Promise<Set<number>> {
  if (numbers.length === 0) return new Set();
  const me = actor.personId;
  const joined = and(eq(ticketPeople.ticketNumber, tickets.number), eq(ticketPeople.personId, me));
  const rows = await db
    .select({ number: tickets.number })
    .from(tickets)
    .leftJoin(ticketPeople, joined)
    .where(
      and(
        inArray(tickets.number, numbers),
        or(eq(tickets.reporterId, me), eq(tickets.filedById, me), eq(ticketPeople.relation, "affected")),
      ),
    )
    .limit(numbers.length);
  return new Set(rows.map(({ number }) => number));
}

export type ReportWish = { siteId?: number; systemId?: number; title?: string; lang: Lang };

/** Everything the report form shows for one ward. null: this person reports for no ward. */
export async function getReportPage(ctx: PersonCtx, wish: ReportWish) {
  const wards = await listFilingWards(ctx);
  const home = (await getPerson(ctx, ctx.actor.personId)).siteId;
  const ward = wards.find(({ id }) => id === wish.siteId) ?? wards.find(({ id }) => id === home) ?? wards[0];
  if (!ward) return null;
  const systems = await listSystems(ctx, ward.id);
  const colleagues = await listColleagues(ctx, ward.id);
  const engineers = await listStationedEngineers(ctx, ward.id);
  const systemId = systems.find(({ id }) => id === wish.systemId)?.id ?? null;
  const title = (wish.title ?? "").slice(0, 200);
  return {
    ward,
    wards,
    systems: systems.map(({ id, name, nameEn }) => ({ id, name: wish.lang === "en" ? nameEn : name })),
    colleagues: colleagues.sort((a, b) => compareNames(a.fullName, b.fullName)),
    engineers: engineers.map(({ fullName }) => fullName),
    onBehalf: mayFileFor(ctx.actor, ward.id),
    me: ctx.actor.personId,
    commandId: randomUUID(),
    systemId,
    title,
    alike: systemId === null ? [] : await listJoinable(ctx, { wardId: ward.id, systemId, words: title }),
  };
}
export type ReportPage = NonNullable<Awaited<ReturnType<typeof getReportPage>>>;

/** What its sender wants to know right after a ticket was filed. */
export async function getFiledTicket(ctx: PersonCtx, number: number) {
  const [ticket] = await ctx.db
    .select({
      number: tickets.number,
      title: tickets.title,
      priority: tickets.priority,
      impact: tickets.impact,
      siteId: tickets.siteId,
      reporterId: tickets.reporterId,
      reporterName: people.fullName,
      status: tickets.status,
      holdReason: tickets.holdReason,
      closesAt: tickets.closesAt,
    })
    .from(tickets)
    .innerJoin(people, eq(people.id, tickets.reporterId))
    .where(eq(tickets.number, number));
  if (!ticket) throw new DomainError("not_found", "ticket");
  const { reporterId, reporterName, siteId, ...shown } = ticket;
  return {
    ...shown,
    onBehalfOf: reporterId === ctx.actor.personId ? null : reporterName,
    engineers: await listStationedEngineers(ctx, siteId),
    left: pressingOf(await listClocks(ctx, [number])),
  };
}
