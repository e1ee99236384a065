import { setTimeout as sleep } from "node:timers/promises";

export type Timing = { count: number; errors: number; p50: number; p95: number; p99: number; perSecond: number };

const WARM_UP = 5;

/** Runs `work` again and again on so many connections at once; times are milliseconds. */
export async function measure(work: (turn: number) => Promise<void>, connections: number, seconds: number) {
  for (let turn = 0; turn < WARM_UP; turn++) await work(-1 - turn);
  const times: number[] = [];
  let errors = 0;
  let turn = 0;
  const from = performance.now();
  const until = from + seconds * 1_000;
  const loop = async () => {
    while (performance.now() < until) {
      const start = performance.now();
      try {
        await work(turn++);
        times.push(performance.now() - start);
      } catch {
        errors++;
        await sleep(50);
      }
    }
  };
  await Promise.all(Array.from({ length: connections }, loop));
  return summary(times, errors, (performance.now() - from) / 1_000);
}

function summary(times: number[], errors: number, seconds: number): Timing {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return {
    count: sorted.length,
    errors,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    perSecond: sorted.length / seconds,
  };
}
