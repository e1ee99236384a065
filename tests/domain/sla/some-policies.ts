import fc from "fast-check";
import type { Policy, PolicyMatch } from "#app/domain/sla/policy.ts";
import type { PossibleTickets } from "#app/domain/sla/policy-reach.ts";

type Some = { match?: Partial<PolicyMatch>; targets?: Partial<Policy["targets"]> };

export const policy = (key: string, { match, targets }: Some = {}): Policy => ({
  ...{ key, name: key, nameEn: key, vendorStops: false },
  match: { kinds: [], priorities: [], systemIds: [], siteIds: [], rightIds: [], ...match },
  targets: { first_response: 600, resolution: 7_200, approval: null, grant: null, proof: null, ...targets },
});
export const keysOf = (list: readonly Policy[]): string[] => list.map(({ key }) => key);

export const KINDS = ["software_error", "account", "how_to"];
export const PRIORITIES = ["p1", "p2", "p3", "p4"];
/** City 1 with wards 2, 3 and 4. */
export const possible: PossibleTickets = {
  ...{ kinds: KINDS, priorities: PRIORITIES },
  pathOf: (id) => (id === 1 ? [1] : [1, id]),
};

const match = fc.record({
  kinds: fc.subarray(KINDS),
  priorities: fc.subarray(PRIORITIES),
  systemIds: fc.subarray([1, 2, 3]),
  siteIds: fc.subarray([1, 2, 3, 4], { maxLength: 2 }),
  rightIds: fc.subarray([1, 2], { maxLength: 1 }),
});
export const somePolicies = fc
  .array(match, { maxLength: 8 })
  .map((matches) => matches.map((one, at) => policy(`k${at}`, { match: one })));

export const someFacts = fc.record({
  kind: fc.constantFrom(...KINDS),
  priority: fc.constantFrom(...PRIORITIES),
  systemId: fc.constantFrom(1, 2, 3, 9),
  siteIds: fc.constantFrom([1, 2], [1, 3], [1, 4], [1, 9]),
  accessRightIds: fc.constantFrom([], [1], [2], [1, 2], [9]),
});
