export type AlikeFacts = {
  /** Which of the words asked for it has, by their place. */
  shared: readonly number[];
  /** Those that stand in its title. */
  inTitle: readonly number[];
  sameSystem: boolean;
  sameWard: boolean;
  ageDays: number;
};

/** Below this two tickets have little in common. */
export const ALIKE_ENOUGH = 0.3;
const OTHER_SYSTEM = 0.6;
const OTHER_WARD = 0.8;
const HALF_FRESH_DAYS = 14;

/**
 * How much a word says, between 0 and 1: one that nearly every ticket in question has says little, one that a single
 * ticket has says most. What none of them has may be chance, and counts half.
 */
export function weightsOf(words: number, tickets: readonly Pick<AlikeFacts, "shared">[]): number[] {
  const most = Math.log(1 + tickets.length);
  return Array.from({ length: words }, (_, at) => {
    const having = tickets.filter(({ shared }) => shared.includes(at)).length;
    return having === 0 ? 0.5 : Math.log(1 + tickets.length / having) / most;
  });
}

/**
 * How alike a ticket is to what is being told, from 0 to 1: the weight of the words it shares among all that were typed,
 * with those in its title counting for a third more; less for another system (0.6) and another ward (0.8), and less with
 * age (half of a quarter is gone after two weeks). Nothing typed yet: only system, ward and age tell them apart.
 */
export function likeness(facts: AlikeFacts, weights: readonly number[]): number {
  const sum = (places: readonly number[]) => places.reduce((all, at) => all + (weights[at] ?? 0), 0);
  const all = weights.reduce((one, other) => one + other, 0);
  const words = all === 0 ? 1 : (0.75 * sum(facts.shared) + 0.25 * sum(facts.inTitle)) / all;
  const fresh = 0.75 + 0.25 * 2 ** (-facts.ageDays / HALF_FRESH_DAYS);
  return words * (facts.sameSystem ? 1 : OTHER_SYSTEM) * (facts.sameWard ? 1 : OTHER_WARD) * fresh;
}
