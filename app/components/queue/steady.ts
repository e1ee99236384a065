import type { QueueGroup } from "#app/domain/tickets/queue/queue.ts";
import type { ShownRow } from "./row.tsx";

export type ShownGroup = Omit<QueueGroup, "rows"> & { rows: ShownRow[] };

const numbersOf = (groups: readonly ShownGroup[]) =>
  new Set(groups.flatMap(({ rows }) => rows.map((row) => row.number)));

/** What is being read stays where it is: rows take their new contents in place, and new ones wait. */
export function holdStill(shown: readonly ShownGroup[], fresh: readonly QueueGroup[]): ShownGroup[] {
  const now = new Map(fresh.flatMap(({ rows }) => rows.map((row) => [row.number, row])));
  return shown.map((group) => {
    const newer = fresh.find(({ key }) => key === group.key) ?? group;
    const rows = group.rows.map((row) => now.get(row.number) ?? { ...row, gone: true });
    return { ...group, count: newer.count, next: newer.next, rows };
  });
}

/** How many rows wait behind the list. */
export function countWaiting(shown: readonly ShownGroup[], fresh: readonly QueueGroup[]): number {
  const known = numbersOf(shown);
  return [...numbersOf(fresh)].filter((number) => !known.has(number)).length;
}
