import { and, eq, inArray } from "drizzle-orm";
import type { PersonCtx } from "#app/db/context.server.ts";
import { DomainError } from "#app/lib/domain-error.ts";
import { lockTicket, type Target } from "../tickets/change.server.ts";
import { once } from "../tickets/commands.server.ts";
import { openTicket } from "../tickets/opening.server.ts";
import type { Impact, Urgency } from "../tickets/priority.ts";
import type { Ticket } from "../tickets/schema.server.ts";
import { titleOf } from "./asking.ts";
import { joinCampaign } from "./campaign-filing.server.ts";
import { onlyPerson, putBefore, readAsked, rightsOf } from "./putting.server.ts";
import type { AskedItem, Basis } from "./request.ts";
import { type AccessRequest, accessItems, accessRequests, accessSteps } from "./schema.server.ts";

export type AskAccess = {
  commandId?: string;
  siteId: number;
  items: readonly AskedItem[];
  tries: string;
  fails: string;
  basis: Basis;
  impact: Impact;
  urgency: Urgency;
  campaignId?: number | null;
  fileIds: readonly string[];
};

/** A request for access is a ticket, put before its approvers at once. */
export function askForAccess(ctx: PersonCtx, input: AskAccess): Promise<{ number: number }> {
  const { commandId, ...body } = input;
  return once(ctx, { id: commandId, verb: "ask_access", body }, async (tx) => {
    const inner = { ...tx, actor: ctx.actor };
    const asked = await readAsked(inner, input);
    const first = asked[0];
    const paper = asked.find(({ item, right }) => item.kind === "grant" && right.needs.file);
    if (paper && input.fileIds.length === 0)
      throw new DomainError("invalid", "file_missing", { who: `${paper.name} · ${paper.right.name}` });
    if (!first) throw new DomainError("invalid", "nothing_asked");
    const { number } = await openTicket(inner, {
      ...{ siteId: input.siteId, kind: "missing_permission", systemId: first.right.systemId },
      ...{ title: titleOf(asked), body: [input.tries, input.fails].filter(Boolean).join("\n"), answers: {} },
      ...{ impact: input.impact, urgency: input.urgency, peopleWaiting: 0, occurredAt: null, writtenAt: null },
      ...{ affectedPersonId: onlyPerson(asked), affectedName: null, affectedPosition: first.item.position || null },
      ...{ accessRightIds: rightsOf(asked), fileIds: input.fileIds },
    });
    const { tries, fails, basis, campaignId = null } = input;
    const cause = campaignId === null ? "asked" : "campaign";
    await inner.db.insert(accessRequests).values({ ticketNumber: number, tries, fails, basis, campaignId, cause });
    if (campaignId !== null) await joinCampaign(inner, campaignId, input.siteId, number);
    await putBefore(inner, await lockTicket(inner, number), asked, 1);
    return { number };
  });
}

type Asking = Pick<AskAccess, "items" | "tries" | "fails" | "basis">;

/** What was asked becomes something else: every approval is asked for anew. */
export function changeRequest(ctx: PersonCtx, target: Target, input: Asking): Promise<{ number: number }> {
  const { number, version, commandId } = target;
  return once(ctx, { id: commandId, verb: "change_access", body: [number, input] }, async (tx) => {
    const inner = { ...tx, actor: ctx.actor };
    const ticket = await lockTicket(inner, number);
    if (version !== undefined && version !== ticket.version)
      throw new DomainError("conflict", "ticket_changed", { version: ticket.version, since: version });
    if (ticket.reporterId !== ctx.actor.personId && ticket.filedById !== ctx.actor.personId)
      throw new DomainError("forbidden", "requester_only");
    const [request] = await inner.db.select().from(accessRequests).where(eq(accessRequests.ticketNumber, number));
    if (!request) throw new DomainError("not_found", "request");
    await replaceItems(inner, ticket, request, input, commandId);
    return { number };
  });
}

/** Withdraws what has not been done of a request and puts something else before the approvers. */
export async function replaceItems(
  ctx: PersonCtx,
  ticket: Ticket,
  request: AccessRequest,
  input: Asking,
  commandId?: string,
): Promise<void> {
  const { number } = ticket;
  const items = await ctx.db.select().from(accessItems).where(eq(accessItems.ticketNumber, number));
  const done = items.some(({ state }) => state === "granted" || state === "proven");
  if (done) throw new DomainError("conflict", "already_granted");
  const asked = await readAsked(ctx, { ...input, siteId: ticket.siteId }, number);
  const round = request.round + 1;
  const { tries, fails, basis } = input;
  await ctx.db
    .update(accessRequests)
    .set({ round, tries, fails, basis, askedBackAt: null })
    .where(eq(accessRequests.ticketNumber, number));
  await ctx.db
    .update(accessItems)
    .set({ state: "withdrawn" })
    .where(
      and(
        eq(accessItems.ticketNumber, number),
        inArray(accessItems.state, ["asked", "refused", "to_grant", "handed_back"]),
      ),
    );
  await ctx.db
    .update(accessSteps)
    .set({ state: "overtaken", decidedAt: ctx.now })
    .where(and(eq(accessSteps.ticketNumber, number), inArray(accessSteps.state, ["waiting", "open"])));
  await putBefore(ctx, ticket, asked, round, commandId);
}
