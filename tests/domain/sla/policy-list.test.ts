import fc from "fast-check";
import { expect, test } from "vitest";
import { choosePolicy, reasonsFor } from "#app/domain/sla/policy.ts";
import {
  differenceBetween,
  isDifferent,
  moved,
  sameList,
  samePolicy,
  without,
  withPolicy,
} from "#app/domain/sla/policy-list.ts";
import { mergedLists } from "#app/domain/sla/policy-merge.ts";
import { keysOf, policy, someFacts, somePolicies } from "./some-policies.ts";

const [a, b, c] = [policy("a"), policy("b"), policy("c")];
const slower = (one: typeof a) => policy(one.key, { targets: { resolution: 99_000 } });

test("the first that fits is chosen, each condition with whether it fits", () => {
  const tanBinh = policy("ward", { match: { siteIds: [2], priorities: ["p1", "p2"] } });
  const facts = { kind: "account", priority: "p2", systemId: 1, siteIds: [1, 2], accessRightIds: [] };
  expect(choosePolicy([tanBinh, a], facts)?.key).toBe("ward");
  expect(choosePolicy([tanBinh, a], { ...facts, siteIds: [1, 3] })?.key).toBe("a");
  expect(choosePolicy([tanBinh], { ...facts, priority: "p3" })).toBeNull();
  expect(reasonsFor(tanBinh, { ...facts, priority: "p3" })).toEqual([
    { condition: "priorities", fits: false },
    { condition: "siteIds", fits: true },
  ]);
  expect(reasonsFor(a, facts)).toEqual([]);
});

test("a policy that is named by nobody's conditions never changes who gets what by its place at the end", () => {
  fc.assert(
    fc.property(somePolicies, someFacts, (list, facts) => {
      const chosen = choosePolicy(list, facts);
      expect(choosePolicy([...list, policy("last")], facts)?.key).toBe(chosen?.key ?? "last");
    }),
  );
});

test("up and down move one place, and nowhere at the ends", () => {
  expect(keysOf(moved([a, b, c], "c", "up"))).toEqual(["a", "c", "b"]);
  expect(keysOf(moved([a, b, c], "a", "down"))).toEqual(["b", "a", "c"]);
  for (const [key, direction] of [
    ["a", "up"],
    ["c", "down"],
    ["x", "up"],
  ] as const) {
    expect(moved([a, b, c], key, direction)).toEqual([a, b, c]);
  }
});

test("what is new stands first, what is edited stays where it is", () => {
  expect(keysOf(withPolicy([a, b], c))).toEqual(["c", "a", "b"]);
  expect(withPolicy([a, b, c], slower(b))).toEqual([a, slower(b), c]);
  expect(keysOf(without([a, b, c], "b"))).toEqual(["a", "c"]);
});

test("a difference tells what came, went, changed and moved; ticking in another order is none", () => {
  const difference = differenceBetween([a, b, c], [slower(c), policy("d"), a]);
  expect(keysOf(difference.added)).toEqual(["d"]);
  expect(keysOf(difference.removed)).toEqual(["b"]);
  expect(difference.changed).toEqual([{ before: c, after: slower(c) }]);
  expect(difference.order).not.toBeNull();
  expect(isDifferent(differenceBetween([a, b], [a, b]))).toBe(false);
  expect(differenceBetween([a, b], [a, c, b]).order).toBeNull();
  const [one, two] = [
    ["p1", "p2"],
    ["p2", "p1"],
  ].map((priorities) => policy("x", { match: { priorities } }));
  expect(one && two && samePolicy(one, two)).toBe(true);
});

test("what two admins changed in different policies stands together; where both did, mine does and is told", () => {
  expect(mergedLists([a, b], [slower(a), b], [a, slower(b)])).toEqual({ list: [slower(a), slower(b)], contested: [] });
  expect(keysOf(mergedLists([a, b, c], [c, a, b], [a, b, policy("d"), c]).list)).toEqual(["c", "a", "b", "d"]);
  expect(keysOf(mergedLists([a, b, c], [a, c], [a, b, c, policy("d")]).list)).toEqual(["a", "c", "d"]);
  const other = policy("a", { targets: { resolution: 1_200 } });
  expect(mergedLists([a, b], [slower(a), b], [other, b])).toEqual({ list: [slower(a), b], contested: [slower(a)] });
  expect(mergedLists([a, b], [b], [other, b])).toEqual({ list: [b], contested: [a] });
  expect(mergedLists([a, b], [slower(a), b], [b])).toEqual({ list: [slower(a), b], contested: [slower(a)] });
  expect(mergedLists([a, b], [b], [b])).toEqual({ list: [b], contested: [] });
});

const edited = fc
  .tuple(
    somePolicies,
    fc.array(fc.tuple(fc.nat(9), fc.constantFrom("up", "down", "drop", "edit", "add")), { maxLength: 6 }),
  )
  .map(([base, steps]) => {
    const list = steps.reduce((now: typeof base, [at, step], place) => {
      const key = now[at % Math.max(1, now.length)]?.key ?? "";
      if (step === "drop") return [...without(now, key)];
      if (step === "add") return [...withPolicy(now, policy(`new${place}`))];
      const one = now.find((policy) => policy.key === key);
      if (step === "edit") return one ? [...withPolicy(now, slower(one))] : now;
      return [...moved(now, key, step)];
    }, base);
    return { base, list };
  });

test("with nobody else at work it is my list; where I did nothing it is theirs; no policy stands twice", () => {
  fc.assert(
    fc.property(edited, edited, ({ base, list }, other) => {
      expect(sameList(mergedLists(base, list, base).list, list)).toBe(true);
      expect(sameList(mergedLists(base, base, list).list, list)).toBe(true);
      const keys = keysOf(mergedLists(base, list, other.list).list);
      expect(new Set(keys).size).toBe(keys.length);
    }),
  );
});
