import { eq } from "drizzle-orm";
import type { PersonCtx } from "#app/db/context.server.ts";
import { DomainError } from "#app/lib/domain-error.ts";
import { tickets } from "../tickets/schema.server.ts";
import { getAskPage } from "./ask-page.server.ts";
import { type AccessItem, accessRequests } from "./schema.server.ts";
import { listItems } from "./steps.server.ts";

const OPEN: readonly AccessItem["state"][] = ["asked", "refused", "to_grant", "handed_back"];

/** Nothing of it has been granted yet, and it was asked by this person as each right for each of some people. */
export function mayChange(
  ctx: PersonCtx,
  { reporterId, filedById, status }: { reporterId: number; filedById: number; status: string },
  items: readonly AccessItem[],
): boolean {
  const live = items.filter(({ state }) => state !== "withdrawn");
  const given = live.filter(({ kind }) => kind === "grant");
  const [people, rights] = [
    new Set(given.map(({ personId }) => personId)),
    new Set(given.map(({ rightId }) => rightId)),
  ];
  return (
    [reporterId, filedById].includes(ctx.actor.personId) &&
    status !== "closed" &&
    given.length > 0 &&
    given.length === people.size * rights.size &&
    live.every(({ state }) => OPEN.includes(state))
  );
}

/** The form of a request as it was filled in. */
export async function getChangePage(ctx: PersonCtx, number: number) {
  const [row] = await ctx.db
    .select({ ticket: tickets, request: accessRequests })
    .from(tickets)
    .innerJoin(accessRequests, eq(accessRequests.ticketNumber, tickets.number))
    .where(eq(tickets.number, number));
  const items = await listItems(ctx, number);
  if (!row || !mayChange(ctx, row.ticket, items)) throw new DomainError("not_found", "request");
  const { ticket, request } = row;
  const page = await getAskPage(ctx, { siteId: ticket.siteId });
  if (!page || page.ward.id !== ticket.siteId) throw new DomainError("not_found", "request");
  const live = items.filter(({ state }) => state !== "withdrawn");
  const given = live.filter(({ kind }) => kind === "grant");
  const [first] = given;
  const each = (ids: readonly (number | null)[]) => [...new Set(ids)].flatMap((id) => (id === null ? [] : String(id)));
  const positions = new Set(given.map(({ position }) => position));
  return {
    number,
    version: ticket.version,
    page: {
      ...page,
      typed: {
        rightIds: each(given.map(({ rightId }) => rightId)),
        personIds: each(given.map(({ personId }) => personId)),
        successorOf: each(live.filter(({ kind }) => kind === "revoke").map(({ entitlementId }) => entitlementId)),
        position: positions.size === 1 ? (first?.position ?? "") : "",
        ...{ from: first?.validFrom ?? "", until: first?.validUntil ?? "", tries: request.tries, fails: request.fails },
        ...{ decisionNumber: request.basis.decisionNumber ?? "", decisionDate: request.basis.decisionDate ?? "" },
        regulation: request.basis.regulation ?? "",
        ...(request.basis.undertaking && { undertaking: "on" }),
      },
    },
  };
}
