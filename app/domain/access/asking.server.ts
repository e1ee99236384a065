import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Ctx, PersonCtx } from "#app/db/context.server.ts";
import { DomainError } from "#app/lib/domain-error.ts";
import { people, sites, systems } from "../directory/schema.server.ts";
import { lockTicket, record, type Target } from "../tickets/change.server.ts";
import { once } from "../tickets/commands.server.ts";
import { openTicket } from "../tickets/opening.server.ts";
import type { Impact, Urgency } from "../tickets/priority.ts";
import type { Ticket } from "../tickets/schema.server.ts";
import { askingProblem, titleOf, tracksOf } from "./asking.ts";
import { letRead } from "./readers.server.ts";
import type { AskedItem, Basis } from "./request.ts";
import { MOST_ITEMS } from "./request.ts";
import { accessItems, accessRequests, accessRights, accessSteps } from "./schema.server.ts";
import { openSteps } from "./steps.server.ts";

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
    if (!first) throw new DomainError("invalid", "nothing_asked");
    const { number } = await openTicket(inner, {
      ...{ siteId: input.siteId, kind: "missing_permission", systemId: first.right.systemId },
      ...{ title: titleOf(asked), body: [input.tries, input.fails].filter(Boolean).join("\n"), answers: {} },
      ...{ impact: input.impact, urgency: input.urgency, peopleWaiting: 0, occurredAt: null, writtenAt: null },
      ...{ affectedPersonId: onlyPerson(asked), affectedName: null, affectedPosition: first.item.position || null },
      fileIds: input.fileIds,
    });
    const { tries, fails, basis, campaignId = null } = input;
    await inner.db.insert(accessRequests).values({ ticketNumber: number, tries, fails, basis, campaignId });
    await putBefore(inner, await lockTicket(inner, number), asked, 1);
    return { number };
  });
}

/** What was asked becomes something else: every approval is asked for anew. */
export function changeRequest(
  ctx: PersonCtx,
  target: Target,
  input: Pick<AskAccess, "items" | "tries" | "fails" | "basis">,
): Promise<{ number: number }> {
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
    const items = await inner.db.select().from(accessItems).where(eq(accessItems.ticketNumber, number));
    const done = items.some(({ state }) => state === "granted" || state === "proven");
    if (done) throw new DomainError("conflict", "already_granted");
    const asked = await readAsked(inner, { ...input, siteId: ticket.siteId });
    const round = request.round + 1;
    const { tries, fails, basis } = input;
    await inner.db
      .update(accessRequests)
      .set({ round, tries, fails, basis, askedBackAt: null })
      .where(eq(accessRequests.ticketNumber, number));
    await inner.db
      .update(accessItems)
      .set({ state: "withdrawn" })
      .where(
        and(
          eq(accessItems.ticketNumber, number),
          inArray(accessItems.state, ["asked", "refused", "to_grant", "handed_back"]),
        ),
      );
    await inner.db
      .update(accessSteps)
      .set({ state: "overtaken", decidedAt: ctx.now })
      .where(and(eq(accessSteps.ticketNumber, number), inArray(accessSteps.state, ["waiting", "open"])));
    await putBefore(inner, ticket, asked, round, commandId);
    return { number };
  });
}

type Asked = { item: AskedItem; right: typeof accessRights.$inferSelect; name: string };

/** The items with their rights and names, after every reason to refuse them has been looked for. */
async function readAsked(
  ctx: PersonCtx,
  { items, siteId, basis }: Pick<AskAccess, "items" | "siteId" | "basis">,
): Promise<Asked[]> {
  if (items.length === 0) throw new DomainError("invalid", "nothing_asked");
  if (items.length > MOST_ITEMS) throw new DomainError("invalid", "too_many_items");
  const rights = await ctx.db
    .select({ right: accessRights })
    .from(accessRights)
    .innerJoin(systems, eq(systems.id, accessRights.systemId))
    .where(
      and(
        inArray(accessRights.id, [...new Set(items.map(({ rightId }) => rightId))]),
        isNull(accessRights.retiredAt),
        isNull(systems.retiredAt),
      ),
    );
  const persons = await ctx.db
    .select({ id: people.id, name: people.fullName, path: sites.path })
    .from(people)
    .leftJoin(sites, eq(sites.id, people.siteId))
    .where(and(inArray(people.id, [...new Set(items.map(({ personId }) => personId))])));
  return items.map((item) => {
    const right = rights.find((one) => one.right.id === item.rightId)?.right;
    if (!right) throw new DomainError("invalid", "right_unknown");
    const person = persons.find(({ id }) => id === item.personId);
    // Whoever has left may still have something taken away.
    if (!person || (item.kind === "grant" && person.path?.[1] !== siteId))
      throw new DomainError("invalid", "person_not_here");
    const problem = askingProblem(item, right.needs, basis);
    if (problem) throw new DomainError("invalid", problem);
    return { item, right, name: person.name };
  });
}

const onlyPerson = (asked: readonly Asked[]): number | null => {
  const granted = asked.filter(({ item }) => item.kind === "grant").map(({ item }) => item.personId);
  return new Set(granted).size === 1 ? (granted[0] ?? null) : null;
};

/** Items and steps of a round, and the event that starts the clock of the approval. */
async function putBefore(
  ctx: Ctx,
  ticket: Ticket,
  asked: readonly Asked[],
  round: number,
  commandId?: string,
): Promise<void> {
  const { number } = ticket;
  const tracks = tracksOf(asked.map(({ item, right }) => ({ item, way: right.approval })));
  await ctx.db.insert(accessItems).values(
    asked.map(({ item, right }, at) => ({
      ...{ ticketNumber: number, kind: item.kind, rightId: item.rightId, personId: item.personId },
      ...{ departmentId: item.departmentId, position: item.position, validFrom: item.from, validUntil: item.until },
      ...{
        entitlementId: item.entitlementId,
        track: tracks.of[at] ?? 0,
        teamId: right.teamId,
        state: "asked" as const,
      },
    })),
  );
  await ctx.db.insert(accessSteps).values(
    tracks.ways.flatMap((way, track) =>
      way.map(({ who, need }, step) => ({
        ticketNumber: number,
        round,
        track,
        step,
        who,
        need,
        state: "waiting" as const,
      })),
    ),
  );
  await letRead(ctx, number, {
    affected: asked.filter(({ item }) => item.kind === "grant").map(({ item }) => item.personId),
  });
  await openSteps(ctx, number);
  await record(
    ctx,
    ticket,
    {
      set: {
        status: "on_hold",
        holdReason: "approval",
        holdUntil: null,
        remindAt: null,
        accessPhase: "approval",
        assigneeId: null,
        teamId: null,
        closedAt: null,
      },
      event: { type: "access.asked", round, items: asked.length },
    },
    commandId,
  );
}
