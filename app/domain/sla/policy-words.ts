import type { Lang } from "#app/i18n/language.ts";
import type { Words } from "#app/i18n/vi.ts";
import { CONDITIONS, type Policy, type PolicyReason, TARGETS, type Target } from "./policy.ts";
import type { PolicyNames } from "./policy-names.server.ts";
import { formatServiceTime } from "./typed-hours.ts";

/** In what a policy is said: the reader's words, and what its ids stand for. */
export type Speech = { w: Words; lang: Lang; names: PolicyNames };

export const policyName = ({ name, nameEn }: Pick<Policy, "name" | "nameEn">, lang: Lang): string =>
  lang === "en" ? nameEn : name;

export const namesOf = (policies: readonly Policy[], lang: Lang): string =>
  policies.map((policy) => policyName(policy, lang)).join(", ");

export function systemName(id: number, { w, lang, names }: Speech): string {
  const system = names.systems[id];
  return system ? policyName(system, lang) : w.policies.gone(id);
}

export function rightName(id: number, { w, lang, names }: Speech): string {
  const right = names.rights[id];
  return right ? policyName(right, lang) : w.policies.gone(id);
}

export function siteName(id: number, { w, names }: Speech): string {
  const site = names.sites[id];
  if (!site) return w.policies.gone(id);
  if (site.path.length === 1) return w.policies.city;
  return site.unitKind ? `${w.common.unit[site.unitKind]} ${site.name}` : site.name;
}

const named = (words: Record<string, string>, code: string) => words[code] ?? code;
export const kindName = (kind: string, { w }: Speech): string => named(w.tickets.kind, kind);
export const priorityName = (priority: string, { w }: Speech): string => named(w.tickets.priority, priority);

export type Condition = PolicyReason["condition"];

/** What one condition asks for: "Very high, High"; "" where it asks for nothing. */
export function conditionText({ match }: Policy, condition: Condition, speech: Speech): string {
  const texts: Record<Condition, readonly string[]> = {
    priorities: match.priorities.map((priority) => priorityName(priority, speech)),
    kinds: match.kinds.map((kind) => kindName(kind, speech)),
    systemIds: match.systemIds.map((id) => systemName(id, speech)),
    siteIds: match.siteIds.map((id) => siteName(id, speech)),
    rightIds: match.rightIds.map((id) => rightName(id, speech)),
  };
  return texts[condition].join(", ");
}

/** "Priorities: Very high · Units: Phường Tân Bình", or that it is for every ticket. */
export function matchText(policy: Policy, speech: Speech): string {
  const parts = CONDITIONS.flatMap((condition) => {
    const text = conditionText(policy, condition, speech);
    return text ? [`${speech.w.policies.conditions[condition]}: ${text}`] : [];
  });
  return parts.join(" · ") || speech.w.policies.everything;
}

export const targetText = (seconds: number | null, { w }: Pick<Speech, "w">): string =>
  seconds === null ? w.policies.noPromise : formatServiceTime(seconds, w.common.duration);

/** "First response: 10 min · Resolution: 2 hours"; of some targets it may be nothing, which is then "". */
export function promiseText({ targets }: Policy, { w }: Pick<Speech, "w">, of: readonly Target[] = TARGETS): string {
  const parts = of.flatMap((target) =>
    targets[target] === null ? [] : [`${w.policies.targets[target]}: ${targetText(targets[target], { w })}`],
  );
  return parts.join(" · ") || (of === TARGETS ? w.policies.nothingPromised : "");
}

/** All of it in one line, for the history. */
export function policySentence(policy: Policy, speech: Speech): string {
  const { vendorStops, vendorCounts } = speech.w.policies;
  const vendor = policy.vendorStops ? vendorStops : vendorCounts;
  return [matchText(policy, speech), promiseText(policy, speech), vendor].join(" · ");
}
