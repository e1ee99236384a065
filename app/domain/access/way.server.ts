import { eq, inArray } from "drizzle-orm";
import type { Ctx } from "#app/db/context.server.ts";
import { wordsFor } from "#app/i18n/words-for.server.ts";
import { DomainError } from "#app/lib/domain-error.ts";
import { people } from "../directory/schema.server.ts";
import type { ApprovalWay, Approver, Need } from "./approval.ts";
import { positions } from "./schema.server.ts";

/** As an admin writes it: people by their address. */
export type TypedApprover = Exclude<Approver, { by: "person" }> | { readonly by: "address"; readonly email: string };
export type TypedStep = { readonly who: readonly TypedApprover[]; readonly need: Need };

/** The way as it is stored; refuses one on which nobody could decide. */
export async function wayFrom(ctx: Ctx, typed: readonly TypedStep[]): Promise<ApprovalWay> {
  const steps = typed.filter(({ who }) => who.length > 0);
  if (steps.length === 0) throw new DomainError("invalid", "nobody_approves");
  return Promise.all(
    steps.map(async ({ who, need }) => ({ need, who: await Promise.all(who.map((one) => approverFrom(ctx, one))) })),
  );
}

async function approverFrom(ctx: Ctx, typed: TypedApprover): Promise<Approver> {
  if (typed.by !== "address") return typed;
  const [person] = await ctx.db.select({ id: people.id }).from(people).where(eq(people.email, typed.email));
  if (!person) throw new DomainError("invalid", "address_unknown");
  return { by: "person", personId: person.id };
}

/** Names of the posts and people that ways name. */
export async function namesIn(ctx: Ctx, ways: readonly ApprovalWay[]): Promise<WayNames> {
  const who = ways.flat().flatMap((step) => step.who);
  const personIds = who.flatMap((one) => (one.by === "person" ? one.personId : []));
  const positionIds = who.flatMap((one) => (one.by === "position" ? one.positionId : []));
  const persons = await ctx.db
    .select({ id: people.id, name: people.fullName, email: people.email })
    .from(people)
    .where(inArray(people.id, [0, ...personIds]));
  const posts = await ctx.db
    .select({ id: positions.id, name: positions.name, nameEn: positions.nameEn })
    .from(positions)
    .where(inArray(positions.id, [0, ...positionIds]));
  return {
    people: Object.fromEntries(persons.map((one) => [one.id, one])),
    positions: Object.fromEntries(posts.map((one) => [one.id, one])),
  };
}
export type WayNames = {
  people: Record<number, { name: string; email: string }>;
  positions: Record<number, { name: string; nameEn: string }>;
};

/** For the audit history, which outlives names. */
export async function wayText(ctx: Ctx, way: ApprovalWay): Promise<string> {
  const words = wordsFor("vi").accessCatalogue;
  const names = await namesIn(ctx, [way]);
  const nameOf = (one: Approver) => {
    if (one.by === "person") return names.people[one.personId]?.name ?? "";
    return one.by === "position" ? (names.positions[one.positionId]?.name ?? "") : words.by[one.by];
  };
  return way.map(({ who, need }, at) => words.step(at + 1, who.map(nameOf).join(", "), words.need(need))).join("; ");
}
