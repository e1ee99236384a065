import { expect, test } from "vitest";
import { countWaiting, holdStill, type ShownGroup } from "#app/components/queue/steady.ts";
import type { GroupKey, QueueRow } from "#app/domain/tickets/queue/queue.ts";

const row = (number: number, title = `Phiếu ${number}`) => ({ number, title }) as QueueRow; // safe because only these are read
const group = (key: GroupKey, ...rows: QueueRow[]): ShownGroup => ({ key, count: rows.length, rows, next: null });

test("a row being read keeps its place, takes its new contents, and new rows wait", () => {
  const shown = [group("new", row(1), row(2), row(3)), group("mine")];
  const fresh = [group("new", row(9), row(3, "Đã đổi"), row(1)), group("mine", row(2))];
  const still = holdStill(shown, fresh);
  expect(still.map(({ rows }) => rows.map(({ number, title, gone }) => [number, title, gone ?? false]))).toEqual([
    [
      [1, "Phiếu 1", false],
      [2, "Phiếu 2", false],
      [3, "Đã đổi", false],
    ],
    [],
  ]);
  expect(countWaiting(still, fresh)).toBe(1);
  expect(countWaiting(fresh, fresh)).toBe(0);
});

test("what left the list stays, marked", () => {
  const [still] = holdStill([group("new", row(1), row(2))], [group("new", row(2))]);
  expect(still?.rows.map(({ number, gone }) => [number, gone ?? false])).toEqual([
    [1, true],
    [2, false],
  ]);
  expect(still?.count).toBe(1);
});
