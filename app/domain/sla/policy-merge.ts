import type { Policy } from "./policy.ts";
import { sameOrder, samePolicy } from "./policy-list.ts";

export type Merged = {
  readonly list: readonly Policy[];
  /** Changed by both in different ways; mine stands. */
  readonly contested: readonly Policy[];
};

type List = readonly Policy[];

/** Puts what I changed since `base` on top of what others have made of it meanwhile. */
export function mergedLists(base: List, mine: List, theirs: List): Merged {
  const contested: Policy[] = [];
  const outcome = (key: string): Policy | null => {
    const [was, me, they] = [find(base, key), find(mine, key), find(theirs, key)];
    if (was === null) return me ?? they;
    const changed = (one: Policy | null) => one === null || !samePolicy(was, one);
    if (!changed(me)) return they;
    if (changed(they) && !same(me, they)) contested.push(me ?? was);
    return me;
  };
  const [leading, other] = sameOrder(base, mine) ? [theirs, mine] : [mine, theirs];
  const keys = new Set([...leading, ...other].map(({ key }) => key));
  const standing = new Map(
    [...keys].flatMap((key) => {
      const policy = outcome(key);
      return policy ? [[key, policy] as const] : [];
    }),
  );
  const order = leading.map(({ key }) => key).filter((key) => standing.has(key));
  for (const [at, { key }] of other.entries()) {
    if (order.includes(key) || !standing.has(key)) continue;
    // After what stood before it, so that what came first for somebody still does.
    const before = other.slice(0, at).findLast((one) => order.includes(one.key));
    order.splice(before ? order.indexOf(before.key) + 1 : 0, 0, key);
  }
  return { list: order.flatMap((key) => standing.get(key) ?? []), contested };
}

const find = (list: List, key: string) => list.find((policy) => policy.key === key) ?? null;
const same = (a: Policy | null, b: Policy | null) => (a && b ? samePolicy(a, b) : a === b);
