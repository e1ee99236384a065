const FINE_BITS = 12;
const COARSE_BITS = 16;
/** A million tickets in one look: enough that rare words need few, not so much that common ones take long. */
const COARSE_MOST = 16;

/** One look: the buckets of ticket_words it takes (null: all at once) and the lowest number they hold. */
export type Step = { buckets: string[] | null; from: number };

/**
 * From a ticket back in time in growing steps: common words fill a page from the first few thousand tickets, rare ones
 * reach the oldest in a few looks. A narrow reach is one look, its tickets are few.
 */
export function* stepsFrom(newest: number, narrow: boolean): Generator<Step> {
  if (narrow) {
    yield { buckets: null, from: 0 };
    return;
  }
  const fine = Math.max(1, newest >> FINE_BITS);
  yield { buckets: [`#${fine}`, `#${fine - 1}`], from: (fine - 1) << FINE_BITS };
  let last = (((fine - 1) << FINE_BITS) - 1) >> COARSE_BITS;
  for (let width = 1; last >= 0; width = Math.min(width * 2, COARSE_MOST)) {
    const first = Math.max(0, last - width + 1);
    yield {
      buckets: Array.from({ length: last - first + 1 }, (_, at) => `##${first + at}`),
      from: first << COARSE_BITS,
    };
    last = first - 1;
  }
}
