import { eq } from "drizzle-orm";
import type { PersonCtx } from "#app/db/context.server.ts";
import { DomainError } from "#app/lib/domain-error.ts";
import { type Hours, isHour, USUAL_HOURS } from "./quiet-hours.ts";
import { notificationChoices, notificationHours } from "./schema.server.ts";
import { type Choice, topicsFor, USUAL_MAIL } from "./topics.ts";

/** One line for each kind of news that can concern this person, chosen or usual. */
export async function readChoices(ctx: PersonCtx): Promise<Choice[]> {
  const { topic, inPage, mail, personId } = notificationChoices;
  const chosen = await ctx.db
    .select({ topic, inPage, mail })
    .from(notificationChoices)
    .where(eq(personId, ctx.actor.personId));
  return topicsFor(ctx.actor).map(
    (name) => chosen.find((choice) => choice.topic === name) ?? { topic: name, inPage: true, mail: USUAL_MAIL[name] },
  );
}

export async function saveChoices(ctx: PersonCtx, choices: readonly Choice[]): Promise<void> {
  const offered = topicsFor(ctx.actor);
  for (const { topic, inPage, mail } of choices) {
    if (!offered.includes(topic)) throw new DomainError("invalid", "topic_not_offered");
    const row = { personId: ctx.actor.personId, topic, inPage, mail };
    const target = [notificationChoices.personId, notificationChoices.topic];
    await ctx.db.insert(notificationChoices).values(row).onConflictDoUpdate({ target, set: { inPage, mail } });
  }
}

/** Null: mail may come at any hour. */
export async function readHours(ctx: PersonCtx): Promise<Hours | null> {
  const [row] = await ctx.db.select().from(notificationHours).where(eq(notificationHours.personId, ctx.actor.personId));
  if (!row) return USUAL_HOURS;
  const { quietFrom, quietUntil } = row;
  return quietFrom === null || quietUntil === null
    ? null
    : { from: quietFrom.slice(0, 5), until: quietUntil.slice(0, 5) };
}

export async function saveHours(ctx: PersonCtx, hours: Hours | null): Promise<void> {
  if (hours && !(isHour(hours.from) && isHour(hours.until))) throw new DomainError("invalid", "hours_unreadable");
  const set = { quietFrom: hours?.from ?? null, quietUntil: hours?.until ?? null };
  await ctx.db
    .insert(notificationHours)
    .values({ personId: ctx.actor.personId, ...set })
    .onConflictDoUpdate({ target: notificationHours.personId, set });
}
