import fc from "fast-check";
import { expect, test } from "vitest";
import { stepsFrom } from "#app/domain/tickets/search/search-steps.ts";

const newest = fc.integer({ min: 1, max: 50_000_000 });

/** Which tickets a step looks at, as the database marks them. */
const holds = (buckets: string[] | null, number: number) =>
  buckets === null || buckets.includes(`#${number >> 12}`) || buckets.includes(`##${number >> 16}`);

test("every ticket is looked at in the step that it belongs to", () => {
  fc.assert(
    fc.property(newest, fc.nat(), fc.boolean(), (last, any, narrow) => {
      const number = 1 + (any % last);
      const step = [...stepsFrom(last, narrow)].find(({ from }) => number >= from);
      expect(step && holds(step.buckets, number)).toBe(true);
    }),
  );
});

test("steps go back to the first ticket, and are few", () => {
  fc.assert(
    fc.property(newest, fc.boolean(), (last, narrow) => {
      const starts = [...stepsFrom(last, narrow)].map(({ from }) => from);
      expect(starts).toEqual(starts.toSorted((a, b) => b - a));
      expect(new Set(starts).size).toBe(starts.length);
      expect(starts.at(-1)).toBe(0);
      expect(starts.length).toBeLessThanOrEqual(narrow ? 1 : 60);
    }),
  );
  expect([...stepsFrom(1_010_000, false)].length).toBe(6);
});
