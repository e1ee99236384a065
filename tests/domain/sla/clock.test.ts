import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Calendar } from "#app/domain/sla/calendar.ts";
import { dueAt, elapsedSeconds, type Hold } from "#app/domain/sla/clock.ts";

type Case = {
  calendar: string;
  from: string;
  to: string;
  holds: [string, string | null][];
  elapsedSeconds: number;
  targetSeconds: number;
  dueAt: string | null;
};
/** Made by an independent program that counts second by second. */
const { calendars, cases }: { calendars: Record<string, Calendar>; cases: Case[] } = JSON.parse(
  readFileSync(new URL("vectors.json", import.meta.url), "utf8"),
);

const holdOf = ([from, to]: Case["holds"][number]): Hold => ({ from: new Date(from), to: to ? new Date(to) : null });

test.each(cases)("$calendar: $from to $to, less its holds; $targetSeconds s are due at $dueAt", (given) => {
  const calendar = calendars[given.calendar] as Calendar;
  const [from, to] = [new Date(given.from), new Date(given.to)];
  const holds = given.holds.map(holdOf);
  expect(elapsedSeconds(calendar, from, to, holds)).toBe(given.elapsedSeconds);
  const due = given.dueAt === null ? null : new Date(given.dueAt);
  expect(dueAt(calendar, from, given.targetSeconds, holds)).toEqual(due);
});

test("there are 240 of them", () => expect(cases).toHaveLength(240));
