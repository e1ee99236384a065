/** Chance that repeats: the same seed gives the same throws on every machine. */
export class Dice {
  readonly #seed: string;
  #state: number;

  constructor(seed: string) {
    this.#seed = seed;
    this.#state = hash(seed);
  }

  /** Dice of its own, so that one ticket's throws never shift another's. */
  for(name: string | number): Dice {
    return new Dice(`${this.#seed}/${name}`);
  }

  /** In [0, 1). Mulberry32. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  pick<T>(items: readonly T[]): T {
    return this.weighted(items, () => 1);
  }

  weighted<T>(items: readonly T[], weightOf: (item: T) => number): T {
    const total = items.reduce((sum, item) => sum + weightOf(item), 0);
    let left = this.next() * total;
    for (const item of items) {
      left -= weightOf(item);
      if (left < 0) return item;
    }
    const last = items.at(-1);
    if (last === undefined) throw new Error("nothing to pick from");
    return last;
  }

  /** How long things take: half below the median, a tenth above `ninetieth`. */
  spread(median: number, ninetieth: number, most = ninetieth * 3): number {
    const sigma = Math.log(ninetieth / median) / 1.2816;
    return Math.min(most, median * Math.exp(sigma * this.#normal()));
  }

  /** How many of something rare happen when `mean` are expected. */
  count(mean: number): number {
    const limit = Math.exp(-mean);
    let product = this.next();
    let n = 0;
    for (; product > limit; n++) product *= this.next();
    return n;
  }

  #normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(2 * Math.PI * this.next());
  }
}

/** FNV-1a, mixed once more because short names differ in few bits. */
function hash(text: string): number {
  let sum = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193);
  sum = Math.imul(sum ^ (sum >>> 16), 0x85ebca6b);
  return sum ^ (sum >>> 13);
}
