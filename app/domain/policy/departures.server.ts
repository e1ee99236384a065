import { eq } from "drizzle-orm";
import { recordAudit } from "#app/db/audit.server.ts";
import type { Ctx } from "#app/db/context.server.ts";
import { DomainError } from "#app/lib/domain-error.ts";
import { dateIn } from "#app/lib/time.ts";
import { claimPerson, type PersonRow } from "../directory/people-admin.server.ts";
import { peopleWork } from "../directory/people-work.server.ts";
import type { PersonTarget } from "../directory/person-details.ts";
import { people } from "../directory/schema.server.ts";
import { keepAnAdminBeside } from "./standing-admins.server.ts";

/** Whoever leaves at once takes nothing up again, and no longer moves anywhere. */
const GONE = { leavesOn: null, movesOn: null, nextSiteId: null, nextPosition: null };

/** The account is closed from now on; its grants stay as they are, for the day it is opened again. */
export function closePerson(ctx: Ctx, target: PersonTarget, reason: string): Promise<PersonRow> {
  return peopleWork(ctx, async (ctx) => {
    const person = await claimEnabled(ctx, target);
    await ctx.db
      .update(people)
      .set({ ...GONE, disabledAt: ctx.now, disabledReason: reason })
      .where(eq(people.id, person.id));
    await recordAudit(ctx, {
      action: "person.disabled",
      object: { id: person.id, name: person.fullName },
      before: { disabled: false },
      after: { disabled: true, reason },
    });
    await keepAnAdminBeside(ctx, person.id);
    return person;
  });
}

/** Still here until the end of this day; a job closes the account after it. */
export function planDeparture(
  ctx: Ctx,
  target: PersonTarget,
  { reason, lastDay }: { reason: string; lastDay: string },
): Promise<void> {
  return peopleWork(ctx, async (ctx) => {
    const person = await claimEnabled(ctx, target);
    if (lastDay < dateIn(ctx.now)) throw new DomainError("invalid", "day_is_over");
    await ctx.db.update(people).set({ leavesOn: lastDay, disabledReason: reason }).where(eq(people.id, person.id));
    await recordAudit(ctx, {
      action: "person.leaving",
      object: { id: person.id, name: person.fullName },
      before: { lastDay: person.leavesOn },
      after: { lastDay, reason },
    });
    await keepAnAdminBeside(ctx, person.id);
  });
}

/** Opens the account again, or takes back that the person is about to leave. */
export function enablePerson(ctx: Ctx, target: PersonTarget): Promise<void> {
  return peopleWork(ctx, async (ctx) => {
    const person = await claimPerson(ctx, target);
    if (!person.disabledAt && !person.leavesOn) throw new DomainError("conflict", "already_enabled");
    await ctx.db
      .update(people)
      .set({ disabledAt: null, leavesOn: null, disabledReason: null })
      .where(eq(people.id, person.id));
    await recordAudit(ctx, {
      action: "person.enabled",
      object: { id: person.id, name: person.fullName },
      before: { disabled: person.disabledAt !== null, lastDay: person.leavesOn, reason: person.disabledReason },
      after: { disabled: false },
    });
  });
}

async function claimEnabled(ctx: Ctx, target: PersonTarget): Promise<PersonRow> {
  const person = await claimPerson(ctx, target);
  if (person.disabledAt) throw new DomainError("conflict", "already_disabled");
  return person;
}
