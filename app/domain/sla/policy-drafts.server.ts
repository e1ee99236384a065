import { randomUUID } from "node:crypto";
import { eq, inArray, sql } from "drizzle-orm";
import type { Ctx, PersonCtx } from "#app/db/context.server.ts";
import { DomainError } from "#app/lib/domain-error.ts";
import { fold } from "#app/lib/fold.ts";
import { sites, systems } from "../directory/schema.server.ts";
import { requireAdmin } from "../policy/require-admin.ts";
import type { Policy } from "./policy.ts";
import { policyDrafts } from "./policy-drafts-schema.server.ts";
import { type Direction, MOST_POLICIES, moved, sameList, without, withPolicy } from "./policy-list.ts";
import { mergedLists } from "./policy-merge.ts";
import { getCurrentPolicies, getPolicyVersion } from "./policy-versions.server.ts";
import { listRightNames } from "./right-names.server.ts";

export type PolicyDraft = typeof policyDrafts.$inferSelect;
export type PolicyTyped = Omit<Policy, "key">;

const mine = ({ actor }: PersonCtx) => eq(policyDrafts.personId, actor.personId);

/** What this admin is preparing; nothing holds by it yet. */
export async function findPolicyDraft(ctx: PersonCtx): Promise<PolicyDraft | null> {
  const [draft] = await ctx.db.select().from(policyDrafts).where(mine(ctx));
  return draft ?? null;
}

/** Held until the end of the transaction, so that two of one's own pages go one after the other. */
export async function lockPolicyDraft(ctx: PersonCtx): Promise<PolicyDraft | null> {
  requireAdmin(ctx.actor);
  const [draft] = await ctx.db.select().from(policyDrafts).where(mine(ctx)).for("update");
  return draft ?? null;
}

/** One step on: from the draft, or where there is none from what holds today. */
async function step(ctx: PersonCtx, change: (list: readonly Policy[]) => readonly Policy[]): Promise<void> {
  const draft = await lockPolicyDraft(ctx);
  const from = draft ?? { list: await currentList(ctx), basedOn: (await getCurrentPolicies(ctx)).version };
  const list = change(from.list);
  if (list.length > MOST_POLICIES) throw new DomainError("invalid", "too_many_policies");
  if (sameList(list, from.list)) return;
  await keep(ctx, { list, previous: from.list, basedOn: from.basedOn });
}

const currentList = async (ctx: Ctx) => (await getCurrentPolicies(ctx)).list;

type Kept = Pick<PolicyDraft, "list" | "previous" | "basedOn">;

async function keep(ctx: PersonCtx, { list, previous, basedOn }: Kept): Promise<void> {
  const row = { personId: ctx.actor.personId, list, previous, basedOn, changedAt: ctx.now };
  await ctx.db.insert(policyDrafts).values(row).onConflictDoUpdate({ target: policyDrafts.personId, set: row });
}

export async function addPolicy(ctx: PersonCtx, typed: PolicyTyped): Promise<void> {
  requireAdmin(ctx.actor);
  await requireKnown(ctx, typed);
  const key = randomUUID().slice(0, 8);
  await step(ctx, (list) => withPolicy(list, unlikeOthers(list, { key, ...typed })));
}

export async function changePolicy(ctx: PersonCtx, key: string, typed: PolicyTyped): Promise<void> {
  requireAdmin(ctx.actor);
  await requireKnown(ctx, typed);
  await step(ctx, (list) => withPolicy(requireIn(list, key), unlikeOthers(list, { key, ...typed })));
}

export const removePolicy = (ctx: PersonCtx, key: string): Promise<void> =>
  step(ctx, (list) => without(requireIn(list, key), key));

export const movePolicy = (ctx: PersonCtx, key: string, direction: Direction): Promise<void> =>
  step(ctx, (list) => moved(requireIn(list, key), key, direction));

function requireIn(list: readonly Policy[], key: string): readonly Policy[] {
  if (!list.some((policy) => policy.key === key)) throw new DomainError("conflict", "policy_gone");
  return list;
}

/** Two of one name could not be told apart in the history. */
function unlikeOthers(list: readonly Policy[], policy: Policy): Policy {
  const taken = list.some(({ key, name }) => key !== policy.key && fold(name) === fold(policy.name));
  if (taken) throw new DomainError("conflict", "name_taken");
  return policy;
}

/** Systems and units that exist; what has ended may stay, for its tickets do. */
async function requireKnown(ctx: Ctx, { match: { systemIds, siteIds, rightIds } }: PolicyTyped): Promise<void> {
  const { db } = ctx;
  const [knownSystems, knownSites, knownRights] = await Promise.all([
    db
      .select({ id: systems.id })
      .from(systems)
      .where(inArray(systems.id, [0, ...systemIds])),
    db
      .select({ id: sites.id })
      .from(sites)
      .where(sql`${inArray(sites.id, [0, ...siteIds])} and ${inArray(sites.kind, ["city", "ward"])}`),
    listRightNames(ctx, rightIds),
  ]);
  if (knownSystems.length < new Set(systemIds).size) throw new DomainError("invalid", "system_unknown");
  if (knownSites.length < new Set(siteIds).size) throw new DomainError("invalid", "ward_unknown");
  if (knownRights.length < new Set(rightIds).size) throw new DomainError("invalid", "right_unknown");
}

/** The last step, or the whole of it where nothing is left after that. */
export async function undoPolicyStep(ctx: PersonCtx): Promise<void> {
  const draft = await lockPolicyDraft(ctx);
  if (!draft?.previous) throw new DomainError("conflict", "nothing_to_undo");
  const current = await getCurrentPolicies(ctx);
  if (draft.basedOn === current.version && sameList(draft.previous, current.list)) return discardPolicyDraft(ctx);
  await keep(ctx, { list: draft.previous, previous: null, basedOn: draft.basedOn });
}

export async function discardPolicyDraft(ctx: PersonCtx): Promise<void> {
  requireAdmin(ctx.actor);
  await ctx.db.delete(policyDrafts).where(mine(ctx));
}

/** As it once was; looked at and saved like any other change. */
export async function takeUpPolicyVersion(ctx: PersonCtx, version: number): Promise<void> {
  const { version: old } = await getPolicyVersion(ctx, version);
  const [draft, current] = [await lockPolicyDraft(ctx), await getCurrentPolicies(ctx)];
  if (draft === null && sameList(old.list, current.list)) return;
  await keep(ctx, { list: old.list, previous: draft?.list ?? null, basedOn: current.version });
}

/** What somebody else has saved meanwhile, with one's own changes on top. */
export async function renewPolicyDraft(ctx: PersonCtx): Promise<void> {
  const draft = await lockPolicyDraft(ctx);
  if (!draft) throw new DomainError("conflict", "no_draft");
  const { base, current } = await basesOf(ctx, draft);
  const { list } = mergedLists(base, draft.list, current.list);
  await keep(ctx, { list, previous: null, basedOn: current.version });
}

/** What the draft began from, and what holds today. */
export async function basesOf(ctx: Ctx, draft: PolicyDraft) {
  const { version: base } = await getPolicyVersion(ctx, draft.basedOn);
  return { base: base.list, current: await getCurrentPolicies(ctx) };
}
