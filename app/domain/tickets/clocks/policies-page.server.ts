import type { PersonCtx } from "#app/db/context.server.ts";
import { DomainError } from "#app/lib/domain-error.ts";
import { listWards } from "../../directory/catalog.server.ts";
import { listAllSystems } from "../../directory/systems-admin.server.ts";
import { requireAdmin } from "../../policy/require-admin.ts";
import { choosePolicy, type Policy } from "../../sla/policy.ts";
import { basesOf, findPolicyDraft, type PolicyDraft } from "../../sla/policy-drafts.server.ts";
import { differenceBetween, LONGEST_NAME } from "../../sla/policy-list.ts";
import { mergedLists } from "../../sla/policy-merge.ts";
import { type PolicyNames, readPolicyNames } from "../../sla/policy-names.server.ts";
import { type Reach, reachOf } from "../../sla/policy-reach.ts";
import { getCurrentPolicies, getPolicyVersion } from "../../sla/policy-versions.server.ts";
import { listRightsInUse, type RightName } from "../../sla/right-names.server.ts";
import { PRIORITIES } from "../priority.ts";
import { TICKET_KINDS } from "../ticket.ts";
import { readMatrix } from "./matrix.server.ts";
import { findTriedFacts, type TriedFacts, tryPolicies } from "./policies-try.server.ts";
import { previewChange } from "./recompute-preview.server.ts";

/** What systems, units and rights a policy can be for. */
async function listPolicyChoices(ctx: PersonCtx) {
  const [systems, units, rights] = await Promise.all([listAllSystems(ctx), listWards(ctx), listRightsInUse(ctx)]);
  return {
    systems: systems.map(({ id, name, nameEn }) => ({ id, name, nameEn })),
    units: units.map(({ id, name, unitKind }) => ({ id, name, unitKind })),
    rights,
  };
}
export type PolicyChoices = Awaited<ReturnType<typeof listPolicyChoices>>;

const reachIn = (list: readonly Policy[], { sites }: PolicyNames): Reach =>
  reachOf(list, {
    ...{ kinds: TICKET_KINDS, priorities: PRIORITIES },
    pathOf: (id) => sites[id]?.path ?? [id],
  });

/** A policy of that list to be edited, or the choices for a new one; one meant for a right begins with what it is promised now. */
export async function getPolicyFormPage(ctx: PersonCtx, key: string | null, rightId: number | null = null) {
  const { list } = await getPolicyList(ctx);
  const choices = await listPolicyChoices(ctx);
  const right = key === null ? choices.rights.find(({ id }) => id === rightId) : undefined;
  const policy = right ? forRight(right, list) : (list.find((one) => one.key === key) ?? null);
  if (key !== null && !policy) throw new DomainError("not_found", "policy");
  return { policy, choices, names: await readPolicyNames(ctx, policy ? [policy] : []) };
}

const ANY = { kinds: [], priorities: [], systemIds: [], siteIds: [], rightIds: [] } as const;

function forRight({ id, name, nameEn }: RightName, list: readonly Policy[]): Policy {
  const facts = { kind: "missing_permission", priority: "p3", systemId: 0, siteIds: [], accessRightIds: [id] };
  const now = choosePolicy(list, facts);
  const targets = now?.targets ?? { first_response: null, resolution: null, approval: null, grant: null, proof: null };
  const named = { name: name.slice(0, LONGEST_NAME), nameEn: nameEn.slice(0, LONGEST_NAME) };
  return { key: "", ...named, match: { ...ANY, rightIds: [id] }, targets, vendorStops: now?.vendorStops ?? false };
}

/** What is promised to a right by its own name, in the list that holds. */
export async function listPromisesOf(ctx: PersonCtx, rightId: number) {
  requireAdmin(ctx.actor);
  const { list } = await getCurrentPolicies(ctx);
  return list.filter(({ match }) => match.rightIds.includes(rightId));
}

/** The list as this admin sees it: their draft, or what holds. */
async function getPolicyList(ctx: PersonCtx) {
  requireAdmin(ctx.actor);
  const [current, draft] = await Promise.all([getCurrentPolicies(ctx), findPolicyDraft(ctx)]);
  return { current, draft, list: draft?.list ?? current.list };
}

type Asked = { number: number | null; facts: TriedFacts | null };

export async function getPoliciesPage(ctx: PersonCtx, asked: Asked) {
  const { current, draft, list } = await getPolicyList(ctx);
  const byNumber = asked.number === null ? null : await findTriedFacts(ctx, asked.number);
  const facts = asked.number === null ? asked.facts : byNumber;
  const names = await readPolicyNames(ctx, list, facts ?? undefined);
  return {
    ...{ list, names, reach: reachIn(list, names) },
    draft: draft && draftLine(draft, current),
    matrix: await readMatrix(ctx),
    choices: await listPolicyChoices(ctx),
    tried: facts && { facts, ...(await tryPolicies(ctx, list, facts)) },
  };
}
export type PoliciesPage = Awaited<ReturnType<typeof getPoliciesPage>>;

function draftLine(draft: PolicyDraft, current: { version: number; list: readonly Policy[] }) {
  const { added, removed, changed, order } = differenceBetween(current.list, draft.list);
  return {
    changes: added.length + removed.length + changed.length + (order ? 1 : 0),
    outdated: draft.basedOn !== current.version,
    canUndo: draft.previous !== null,
  };
}
export type DraftLine = NonNullable<PoliciesPage["draft"]>;

/** What saving the draft would do: to the list, and to open tickets. Without a draft there is nothing to review. */
export async function getPolicyReview(ctx: PersonCtx) {
  requireAdmin(ctx.actor);
  const draft = await findPolicyDraft(ctx);
  if (!draft) return null;
  const { base, current } = await basesOf(ctx, draft);
  const names = await readPolicyNames(ctx, [...base, ...draft.list, ...current.list]);
  const outdated = draft.basedOn !== current.version;
  return {
    ...{ names, seen: draft.changedAt, reach: reachIn(draft.list, names) },
    difference: differenceBetween(outdated ? base : current.list, draft.list),
    meanwhile: outdated
      ? {
          ...{ by: current.madeBy, version: current.version, why: current.why },
          difference: differenceBetween(base, current.list),
          contested: mergedLists(base, draft.list, current.list).contested,
        }
      : null,
    impact: outdated ? null : await previewChange(ctx, { policies: draft.list }),
  };
}
export type PolicyReview = NonNullable<Awaited<ReturnType<typeof getPolicyReview>>>;

/** A version as it was, or the one that holds; what it changed, and how it differs from what holds today. */
export async function getPolicyVersionPage(ctx: PersonCtx, asked: number | null) {
  const current = await getCurrentPolicies(ctx);
  const { version, before } = await getPolicyVersion(ctx, asked ?? current.version);
  const names = await readPolicyNames(ctx, [...version.list, ...(before?.list ?? []), ...current.list]);
  return {
    ...{ version, names, current: current.version },
    since: before && differenceBetween(before.list, version.list),
    toNow: differenceBetween(version.list, current.list),
  };
}
export type PolicyVersionPage = Awaited<ReturnType<typeof getPolicyVersionPage>>;
