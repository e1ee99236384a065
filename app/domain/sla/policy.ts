export const TARGETS = ["first_response", "resolution", "approval", "grant", "proof"] as const;
export type Target = (typeof TARGETS)[number];
/** What every ticket has, but for requests for access: their first answer is the approval. */
export const TICKET_TARGETS = ["first_response", "resolution"] as const satisfies readonly Target[];
export const ACCESS_TARGETS = ["approval", "grant", "proof", "resolution"] as const satisfies readonly Target[];

/** What a policy is for; an empty list means any. */
export type PolicyMatch = {
  readonly kinds: readonly string[];
  readonly priorities: readonly string[];
  readonly systemIds: readonly number[];
  /** The city, wards: a ticket matches by its ward or what stands above it. */
  readonly siteIds: readonly number[];
  /** Requests for access that ask for one of these rights. */
  readonly rightIds: readonly number[];
};

export type Policy = {
  /** Stays the same while the policy is edited, moved up or down. */
  readonly key: string;
  readonly name: string;
  readonly nameEn: string;
  readonly match: PolicyMatch;
  /** Service seconds; null where the policy promises nothing. */
  readonly targets: Readonly<Record<Target, number | null>>;
  /** Waiting for a vendor stops the resolution clock only where the policy says so. */
  readonly vendorStops: boolean;
};

export type PolicyFacts = {
  readonly kind: string;
  readonly priority: string;
  readonly systemId: number;
  /** The ward, and the sites above it. */
  readonly siteIds: readonly number[];
  /** What a request for access asks for; none for every other ticket. */
  readonly accessRightIds: readonly number[];
};

export const CONDITIONS = ["priorities", "kinds", "systemIds", "siteIds", "rightIds"] as const;
/** A line of the answer to "why this policy": what was asked for, and whether it fits. */
export type PolicyReason = { readonly condition: (typeof CONDITIONS)[number]; readonly fits: boolean };

/** The conditions a policy names, each with whether it fits. All must; a policy that names none fits everything. */
export function reasonsFor({ match }: Policy, facts: PolicyFacts): PolicyReason[] {
  const fits: Record<PolicyReason["condition"], boolean> = {
    kinds: match.kinds.includes(facts.kind),
    priorities: match.priorities.includes(facts.priority),
    systemIds: match.systemIds.includes(facts.systemId),
    siteIds: match.siteIds.some((id) => facts.siteIds.includes(id)),
    rightIds: match.rightIds.some((id) => facts.accessRightIds.includes(id)),
  };
  return CONDITIONS.filter((condition) => match[condition].length > 0).map((condition) => ({
    condition,
    fits: fits[condition],
  }));
}

/** The first that fits, by the order an admin gave them. */
export const choosePolicy = (policies: readonly Policy[], facts: PolicyFacts): Policy | null =>
  policies.find((policy) => reasonsFor(policy, facts).every(({ fits }) => fits)) ?? null;
