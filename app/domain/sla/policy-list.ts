import { CONDITIONS, type Policy, TARGETS } from "./policy.ts";

export const MOST_POLICIES = 40;
export const LONGEST_NAME = 80;
/** Of systems, and of units; whoever means more of them means all. */
export const MOST_PLACES = 100;

export const LONGEST_WHY = 300;

export type Direction = "up" | "down";
/** One place up or down; the same list where there is none. */
export function moved(list: readonly Policy[], key: string, direction: Direction): readonly Policy[] {
  const from = list.findIndex((policy) => policy.key === key);
  const to = from + (direction === "up" ? -1 : 1);
  if (from < 0 || to < 0 || to >= list.length) return list;
  const next = [...list];
  next.splice(to, 0, ...next.splice(from, 1));
  return next;
}

/** In its place where it has one, else the first of all: what is new is meant for something special. */
export const withPolicy = (list: readonly Policy[], policy: Policy): readonly Policy[] =>
  list.some(({ key }) => key === policy.key)
    ? list.map((one) => (one.key === policy.key ? policy : one))
    : [policy, ...list];

export const without = (list: readonly Policy[], key: string): readonly Policy[] =>
  list.filter((policy) => policy.key !== key);

const sameValues = (a: readonly (string | number)[], b: readonly (string | number)[]) =>
  a.length === b.length && a.every((value) => b.includes(value));

/** The order in which conditions were ticked says nothing. */
export const samePolicy = (a: Policy, b: Policy): boolean =>
  a.name === b.name &&
  a.nameEn === b.nameEn &&
  a.vendorStops === b.vendorStops &&
  TARGETS.every((target) => (a.targets[target] ?? null) === (b.targets[target] ?? null)) &&
  CONDITIONS.every((condition) => sameValues(a.match[condition], b.match[condition]));

export const sameList = (a: readonly Policy[], b: readonly Policy[]): boolean =>
  a.length === b.length &&
  a.every((policy, at) => {
    const other = b[at];
    return other !== undefined && other.key === policy.key && samePolicy(policy, other);
  });

export type ListDifference = {
  readonly added: readonly Policy[];
  readonly removed: readonly Policy[];
  readonly changed: readonly { readonly before: Policy; readonly after: Policy }[];
  /** Both lists whole, where what stands in both stands in another order. */
  readonly order: { readonly before: readonly Policy[]; readonly after: readonly Policy[] } | null;
};

export function differenceBetween(before: readonly Policy[], after: readonly Policy[]): ListDifference {
  const was = new Map(before.map((policy) => [policy.key, policy]));
  return {
    added: after.filter(({ key }) => !was.has(key)),
    removed: before.filter(({ key }) => !after.some((policy) => policy.key === key)),
    changed: after.flatMap((policy) => {
      const old = was.get(policy.key);
      return old && !samePolicy(old, policy) ? [{ before: old, after: policy }] : [];
    }),
    order: sameOrder(before, after) ? null : { before, after },
  };
}

/** Whether what stands in both lists stands in the same order. */
export function sameOrder(a: readonly Policy[], b: readonly Policy[]): boolean {
  const inBoth = (list: readonly Policy[], other: readonly Policy[]) =>
    list.map(({ key }) => key).filter((key) => other.some((policy) => policy.key === key));
  const [left, right] = [inBoth(a, b), inBoth(b, a)];
  return left.every((key, at) => key === right[at]);
}

export const isDifferent = ({ added, removed, changed, order }: ListDifference): boolean =>
  added.length + removed.length + changed.length > 0 || order !== null;
