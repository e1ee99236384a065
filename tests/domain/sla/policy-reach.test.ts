import fc from "fast-check";
import { expect, test } from "vitest";
import { choosePolicy } from "#app/domain/sla/policy.ts";
import { reachOf } from "#app/domain/sla/policy-reach.ts";
import { KINDS, keysOf, PRIORITIES, policy, possible, someFacts, somePolicies } from "./some-policies.ts";

const byPriority = PRIORITIES.map((priority) => policy(priority, { match: { priorities: [priority] } }));
const unreachedIn = (...list: Parameters<typeof reachOf>[0]) =>
  reachOf(list, possible).unreached.map(({ policy: { key }, by }) => [key, keysOf(by)]);

test("one for each priority leaves no ticket out, and each gets some", () => {
  expect(reachOf(byPriority, possible)).toEqual({ unreached: [], unpromised: null });
});

test("after one for each priority nothing is left for a special one, though none of them covers it alone", () => {
  const counters = policy("counters", { match: { systemIds: [2] } });
  expect(unreachedIn(...byPriority, counters)).toEqual([["counters", PRIORITIES]]);
  expect(unreachedIn(counters, ...byPriority)).toEqual([]);
});

test("a policy for the city takes what one for a ward was meant to get; one for another ward does not", () => {
  const [city, tanBinh] = [policy("city", { match: { siteIds: [1] } }), policy("ward", { match: { siteIds: [2] } })];
  expect(unreachedIn(city, tanBinh)).toEqual([["ward", ["city"]]]);
  expect(unreachedIn(policy("other", { match: { siteIds: [3] } }), tanBinh)).toEqual([]);
});

test("without one that fits everything there are tickets that are promised nothing", () => {
  expect(reachOf([], possible).unpromised).toMatchObject({ kind: KINDS[0], priority: "p1" });
  expect(reachOf(byPriority.slice(0, 3), possible).unpromised).toMatchObject({ priority: "p4" });
  expect(reachOf([policy("a", { match: { systemIds: [1, 2] } })], possible).unpromised).toMatchObject({ systemId: 0 });
  const wards = policy("wards", { match: { siteIds: [2, 3, 4] } });
  expect(reachOf([wards], possible).unpromised).toMatchObject({ siteIds: [1, 0] });
  expect(reachOf([wards, policy("rest")], possible)).toEqual({ unreached: [], unpromised: null });
});

test("no ticket gets a policy said to be out of reach, and none is left out where that is said", () => {
  fc.assert(
    fc.property(somePolicies, fc.array(someFacts, { minLength: 30, maxLength: 30 }), (list, tickets) => {
      const { unreached, unpromised } = reachOf(list, possible);
      const never = unreached.map(({ policy: { key } }) => key);
      for (const facts of tickets) {
        const chosen = choosePolicy(list, facts);
        expect(never).not.toContain(chosen?.key);
        if (unpromised === null) expect(chosen).not.toBeNull();
      }
      if (unpromised) expect(choosePolicy(list, unpromised)).toBeNull();
    }),
  );
});

test("whatever is not said to be out of reach is got by some ticket", () => {
  const all = KINDS.flatMap((kind) =>
    PRIORITIES.flatMap((priority) =>
      [0, 1, 2, 3].flatMap((systemId) =>
        [0, 2, 3, 4].flatMap((ward) =>
          [[], [1], [2]].map((accessRightIds) => ({ kind, priority, systemId, siteIds: [1, ward], accessRightIds })),
        ),
      ),
    ),
  );
  fc.assert(
    fc.property(somePolicies, (list) => {
      const got = new Set(all.map((facts) => choosePolicy(list, facts)?.key));
      const never = reachOf(list, possible).unreached.map(({ policy: { key } }) => key);
      expect(keysOf(list).filter((key) => !got.has(key))).toEqual(never);
    }),
  );
});

test("forty policies for forty wards and systems are gone through in a moment", () => {
  const list = Array.from({ length: 40 }, (_, at) =>
    policy(`k${at}`, {
      match: { siteIds: [at + 2, at + 3], systemIds: [at + 1, at + 50], kinds: KINDS.slice(at % 3) },
    }),
  );
  const started = performance.now();
  reachOf(list, possible);
  expect(performance.now() - started).toBeLessThan(1_000);
});
