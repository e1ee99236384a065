const FINE_BITS = 12;
const COARSE_BITS = 16;
/** A million tickets in one look: enough that rare words need few, not so much that common ones take long. */
const COARSE_MOST = 16;

/** One look: the buckets of ticket_words it takes (null: all at once) and the lowest number they hold. */
export type Step = { buckets: string[] | null; from: number };

/**
 * From the newest ticket back in time in growing steps: common words fill a page from the first few thousand tickets of
 * the city, rare ones reach the oldest in a few looks. A narrow reach is one look, its tickets are few.
 */
export function* stepsFrom(newest: number, narrow: boolean): Generator<Step> {
  const fine = newest >> FINE_BITS;
  if (narrow) {
    yield { buckets: null, from: 0 };
    return;
  }
  yield { buckets: lexemes("#", fine - 1, fine), from: startOf(fine - 1, FINE_BITS) };
  let last = (startOf(fine - 1, FINE_BITS) - 1) >> COARSE_BITS;
  for (let width = 1; last >= 0; width = Math.min(width * 2, COARSE_MOST)) {
    yield { buckets: lexemes("##", last - width + 1, last), from: startOf(last - width + 1, COARSE_BITS) };
    last -= width;
  }
}

const startOf = (bucket: number, bits: number) => Math.max(0, bucket) << bits;
const lexemes = (sign: string, first: number, last: number): string[] => {
  const from = Math.max(0, first);
  return Array.from({ length: last - from + 1 }, (_, at) => `${sign}${from + at}`);
};
