import { expect, test } from "vitest";
import { choosePeople, type Facts, type Relation, rowFor, type Told, wishOf } from "#app/domain/notifications/rules.ts";
import type { TicketEvent } from "#app/domain/tickets/events.ts";

const inWork: Facts = { by: "system", priority: "p3", assigned: true, withTeam: false };
const open = { assigned: false } as const;
const team = { assigned: false, withTeam: true } as const;
const p1 = { priority: "p1" } as const;

const EVENTS = {
  "ticket.warned": { type: "ticket.warned", target: "resolution", percent: 75, dueAt: null, whom: ["assignee"] },
  "ticket.paged": { type: "ticket.paged", minutes: 10 },
  "ticket.offered_again": { type: "ticket.offered_again", minutes: 30 },
  "ticket.reminded": { type: "ticket.reminded", time: 1 },
  "ticket.unanswered": { type: "ticket.unanswered", reminders: 3 },
} as const satisfies Record<string, TicketEvent>;

const rowOf = (type: keyof typeof EVENTS, facts: Partial<Facts>, more: object) =>
  rowFor({ ...EVENTS[type], ...more } as TicketEvent, { ...inWork, ...facts }); // safe because `more` is a part of it
const read = (type: keyof typeof EVENTS, facts: Partial<Facts>, more: object) =>
  (Object.entries(rowOf(type, facts, more)) as [Relation, Told][])
    .map(
      ([relation, { mail, urgent, ifNobody }]) =>
        `${relation} ${urgent ? "urgent" : mail}${ifNobody ? " if nobody" : ""}`,
    )
    .sort()
    .join(", ");

test.each([
  ["nearly late", "ticket.warned", {}, {}, "assignee now, coordinator now if nobody, engineer now if nobody"],
  [
    "nearly late, and nobody has it",
    "ticket.warned",
    open,
    {},
    "assignee now, coordinator now if nobody, engineer now",
  ],
  [
    "nearly late, and nobody of the second line has it",
    "ticket.warned",
    team,
    {},
    "assignee now, coordinator now if nobody, engineer now, team now",
  ],
  [
    "late for long",
    "ticket.warned",
    {},
    { whom: ["assignee", "engineers", "coordinator", "manager"] },
    "assignee now, coordinator now, engineer now, manager now",
  ],
  [
    "a P1 nearly late",
    "ticket.warned",
    p1,
    {},
    "assignee urgent, coordinator urgent if nobody, engineer urgent if nobody",
  ],
  [
    "an approval nearly late",
    "ticket.warned",
    open,
    { target: "approval", whom: ["assignee", "engineers"] },
    "approver now",
  ],
  [
    "an approval late for long",
    "ticket.warned",
    open,
    { target: "approval", whom: ["assignee", "engineers", "coordinator"] },
    "approver now, coordinator now",
  ],
  [
    "a proof that is late",
    "ticket.warned",
    open,
    { target: "proof", whom: ["assignee", "engineers"] },
    "affected now, engineer now",
  ],
  ["a P1 nobody takes", "ticket.paged", { ...open, ...p1 }, {}, "coordinator urgent, engineer urgent"],
  [
    "a P1 given to somebody who does not begin",
    "ticket.paged",
    p1,
    {},
    "assignee urgent, coordinator urgent, engineer urgent",
  ],
  ["the ward has not answered yet", "ticket.reminded", {}, {}, "affected now, reporter now"],
  ["and does not answer", "ticket.unanswered", {}, {}, "assignee now"],
] as const)("%s", (_, type, facts, more, expected) => {
  expect(read(type, facts, more)).toBe(expected);
});

test.each([
  ["the assignee", ["assignee", "engineer", "coordinator"], ["assignee"]],
  ["where the assignee may not be told any more, the engineers", ["engineer", "coordinator"], ["engineer"]],
  ["where there is no engineer either, the duty desk", ["coordinator"], ["coordinator"]],
] as const)("nobody is skipped: %s", (_, ties, told) => {
  const row = rowOf("ticket.warned", {}, {});
  const people = ties.map((relation, personId) => ({ personId, relation }));
  expect(choosePeople(people, row, null).map(({ relation }) => relation)).toEqual(told);
});

test("what calls for a P1 comes by every way, whatever the person chose", () => {
  const told = rowOf("ticket.paged", p1, {}).engineer;
  expect(told && wishOf(told, { inPage: false, mail: "no" })).toEqual({ inPage: true, mail: "now" });
});
