import { sql } from "drizzle-orm";
import { type AuditFacts, recordAudit } from "#app/db/audit.server.ts";
import type { Ctx, PersonCtx } from "#app/db/context.server.ts";
import { wordsFor } from "#app/i18n/words-for.server.ts";
import { DomainError } from "#app/lib/domain-error.ts";
import type { Policy } from "../../sla/policy.ts";
import { discardPolicyDraft, lockPolicyDraft } from "../../sla/policy-drafts.server.ts";
import { differenceBetween, isDifferent } from "../../sla/policy-list.ts";
import { readPolicyNames } from "../../sla/policy-names.server.ts";
import { getCurrentPolicies } from "../../sla/policy-versions.server.ts";
import { policySentence } from "../../sla/policy-words.ts";
import { slaPolicies } from "../../sla/schema.server.ts";
import { startRecomputation } from "./recompute.server.ts";

const POLICIES_LOCK = 7_872_631; // Any number, the same in every process that saves policies.

/** The draft as this person has last seen it, and why it is to hold. */
export type SavePolicies = { seen: Date; why: string };

/** Makes the draft the list that holds, and lets open tickets be judged by it. */
export async function savePolicies(ctx: PersonCtx, { seen, why }: SavePolicies): Promise<number> {
  const draft = await lockPolicyDraft(ctx);
  if (!draft) throw new DomainError("conflict", "no_draft");
  if (draft.changedAt.getTime() !== seen.getTime()) throw new DomainError("conflict", "draft_changed");
  // Two who save at once come one after the other, and the later one is told.
  await ctx.db.execute(sql`select pg_advisory_xact_lock(${POLICIES_LOCK})`);
  const current = await getCurrentPolicies(ctx);
  if (current.version !== draft.basedOn) throw new DomainError("conflict", "policies_changed");
  const difference = differenceBetween(current.list, draft.list);
  if (!isDifferent(difference)) throw new DomainError("conflict", "nothing_changed");
  const [saved] = await ctx.db
    .insert(slaPolicies)
    .values({ list: [...draft.list], why, madeById: ctx.actor.personId, madeAt: ctx.now })
    .returning({ version: slaPolicies.version });
  if (!saved) throw new Error("the policies were not stored");
  await audit(ctx, { version: saved.version, why, before: current.list, after: draft.list });
  await discardPolicyDraft(ctx);
  await startRecomputation(ctx, { cause: "policies", why });
  return saved.version;
}

type Saved = { version: number; why: string; before: readonly Policy[]; after: readonly Policy[] };

/** Policy by policy in a sentence each, in the language of the files and of the audit; what stayed is left out. */
async function audit(ctx: Ctx, { version, why, before, after }: Saved): Promise<void> {
  const names = await readPolicyNames(ctx, [...before, ...after]);
  const { added, removed, changed, order } = differenceBetween(before, after);
  const newest = new Map([...before, ...after].map(({ key, name }) => [key, name]));
  const facts = (differing: readonly Policy[], list: readonly Policy[]): AuditFacts => ({
    ...Object.fromEntries(
      differing.map((policy) => [
        newest.get(policy.key) ?? policy.name,
        policySentence(policy, { w: wordsFor("vi"), lang: "vi", names }),
      ]),
    ),
    ...(order && { policyOrder: list.map(({ name }) => name) }),
  });
  await recordAudit(ctx, {
    action: "policy.saved",
    object: { id: version, name: wordsFor("vi").policies.versions.name(version) },
    before: facts([...removed, ...changed.map((one) => one.before)], before),
    after: { ...facts([...added, ...changed.map((one) => one.after)], after), why },
  });
}
