import type { Policy, PolicyFacts } from "./policy.ts";

/** What tickets there can be: every kind and priority, and where each unit that a policy names stands. */
export type PossibleTickets = {
  readonly kinds: readonly string[];
  readonly priorities: readonly string[];
  /** The unit and the sites above it. */
  readonly pathOf: (siteId: number) => readonly number[];
};

/** Stands for every system, and every unit, that no policy names: those of tomorrow too. */
export const ANY_OTHER = 0;

export type Reach = {
  /** Policies that no ticket can get, each with those before it that take all of its tickets. */
  readonly unreached: readonly { readonly policy: Policy; readonly by: readonly Policy[] }[];
  /** A ticket that none fits, as an example; null when every ticket is promised something by one of them. */
  readonly unpromised: PolicyFacts | null;
};

/** Policies as bits: bit 3 is set where the fourth accepts. */
type Accepted = bigint;
type Class<Value> = { readonly value: Value; readonly accepted: Accepted };

/** Goes through every ticket that policies can tell apart, so that what several take together is found too. */
export function reachOf(policies: readonly Policy[], possible: PossibleTickets): Reach {
  const accepting = (fits: (policy: Policy) => boolean): Accepted =>
    policies.reduce((bits, policy, at) => (fits(policy) ? bits | (1n << BigInt(at)) : bits), 0n);
  const free = (wanted: readonly unknown[]) => wanted.length === 0;
  const kinds = classesOf(possible.kinds, (kind) =>
    accepting(({ match }) => free(match.kinds) || match.kinds.includes(kind)),
  );
  const priorities = classesOf(possible.priorities, (priority) =>
    accepting(({ match }) => free(match.priorities) || match.priorities.includes(priority)),
  );
  const systems = classesOf([ANY_OTHER, ...policies.flatMap(({ match }) => match.systemIds)], (system) =>
    accepting(({ match }) => free(match.systemIds) || match.systemIds.includes(system)),
  );
  const named = policies.flatMap(({ match }) => match.siteIds);
  const places = classesOf([otherPlace(named, possible), ...named.map(possible.pathOf)], (path) =>
    accepting(({ match }) => free(match.siteIds) || match.siteIds.some((id) => path.includes(id))),
  );

  // Who asks for several gets the first that one of them gets.
  const rights = classesOf([ANY_OTHER, ...policies.flatMap(({ match }) => match.rightIds)], (right) =>
    accepting(({ match }) => free(match.rightIds) || match.rightIds.includes(right)),
  );

  const none = accepting(({ match }) => free(match.rightIds));
  const together = new Set<Accepted>();
  let unpromised: PolicyFacts | null = null;
  for (const kind of kinds) {
    for (const priority of priorities) {
      for (const system of systems) {
        for (const place of places) {
          const accepted = kind.accepted & priority.accepted & system.accepted & place.accepted;
          for (const right of rights) together.add(accepted & right.accepted);
          // Whoever asks for a right is promised at least as much as who asks for none.
          if ((accepted & none) > 0n) continue;
          unpromised ??= {
            ...{ kind: kind.value, priority: priority.value },
            ...{ systemId: system.value, siteIds: place.value, accessRightIds: [] },
          };
        }
      }
    }
  }
  return { unreached: unreachedAmong(policies, together), unpromised };
}

/** `together` holds which policies accept one and the same ticket; it gets the first of them. */
function unreachedAmong(policies: readonly Policy[], together: ReadonlySet<Accepted>): Reach["unreached"] {
  const takers = policies.map(() => new Set<number>());
  for (const accepted of together) {
    const fitting = policies.flatMap((_, at) => ((accepted >> BigInt(at)) & 1n ? [at] : []));
    const [first] = fitting;
    if (first !== undefined) for (const at of fitting) takers[at]?.add(first);
  }
  return policies.flatMap((policy, at) =>
    takers[at]?.has(at) ? [] : [{ policy, by: policies.filter((_, taker) => takers[at]?.has(taker)) }],
  );
}

/** Values that every policy treats alike are one. */
function classesOf<Value>(values: readonly Value[], accepted: (value: Value) => Accepted): Class<Value>[] {
  const classes = new Map<Accepted, Class<Value>>();
  for (const value of values) {
    const bits = accepted(value);
    if (!classes.has(bits)) classes.set(bits, { value, accepted: bits });
  }
  return [...classes.values()];
}

/** A unit that nobody named lies in the same city as those that were. */
function otherPlace(named: readonly number[], { pathOf }: PossibleTickets): readonly number[] {
  const city = named.map((id) => pathOf(id)[0]).find((id) => id !== undefined);
  return city === undefined ? [ANY_OTHER] : [city, ANY_OTHER];
}
