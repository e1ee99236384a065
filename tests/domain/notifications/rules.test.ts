import { describe, expect, test } from "vitest";
import { type Facts, RELATIONS, type Relation, type Row, rowFor, type Told } from "#app/domain/notifications/rules.ts";
import { TOPICS, USUAL_MAIL } from "#app/domain/notifications/topics.ts";
import { isInternal, type TicketEvent } from "#app/domain/tickets/events.ts";
import { EXAMPLES } from "#tests/support/event-examples.ts";

const inOrder: Facts = { by: "support", priority: "p3", assigned: true, withTeam: false };

// Safe because the key and the rest were written down as one event.
const events = Object.entries(EXAMPLES).map(([type, rest]) => ({ type, ...rest }) as TicketEvent);
const eventOf = (type: TicketEvent["type"], more: object = {}) => ({ type, ...EXAMPLES[type], ...more }) as TicketEvent; // safe as above

const everyFacts = (["ward", "support", "system"] as const).flatMap((by) =>
  (["p1", "p3"] as const).flatMap((priority) =>
    [true, false].flatMap((assigned) => [true, false].map((withTeam): Facts => ({ by, priority, assigned, withTeam }))),
  ),
);
const allRows = events.flatMap((event) => everyFacts.map((facts) => ({ event, facts, row: rowFor(event, facts) })));
const rowsOf = (row: Row) => Object.entries(row) as [Relation, Told][];

/** "reporter now, follower page, coordinator urgent": the row as one reads it. */
const read = (type: TicketEvent["type"], facts: Partial<Facts> = {}, more: object = {}) =>
  rowsOf(rowFor(eventOf(type, more), { ...inOrder, ...facts }))
    .map(([relation, { mail, urgent, ifNobody }]) => {
      const how = urgent ? "urgent" : mail === "no" ? "page" : mail;
      return `${relation} ${how}${ifNobody ? " if nobody" : ""}`;
    })
    .sort()
    .join(", ");

const open = { assigned: false } as const;
const team = { assigned: false, withTeam: true } as const;
const p1 = { priority: "p1" } as const;

describe("who is told, and how loudly", () => {
  test.each([
    [
      "a new ticket",
      "ticket.opened",
      { ...open, by: "ward" },
      {},
      "affected now, coordinator now if nobody, engineer now, reporter now, watcher digest",
    ],
    [
      "a new P1",
      "ticket.opened",
      { ...open, ...p1 },
      {},
      "affected now, coordinator urgent, engineer urgent, reporter now, watcher digest",
    ],
    ["somebody takes it", "ticket.taken", {}, {}, "affected page, follower page, former_assignee now, reporter now"],
    [
      "given to somebody",
      "ticket.assigned",
      {},
      {},
      "affected page, assignee now, follower page, former_assignee now, reporter page",
    ],
    [
      "a P1 given to somebody",
      "ticket.assigned",
      p1,
      {},
      "affected page, assignee urgent, follower page, former_assignee now, reporter page",
    ],
    [
      "back to the queue",
      "ticket.released",
      open,
      {},
      "coordinator page if nobody, engineer page, follower page, former_assignee now",
    ],
    [
      "to second line",
      "ticket.handed_over",
      team,
      {},
      "affected page, follower page, former_assignee page, reporter page, team now",
    ],
    [
      "a P1 to second line",
      "ticket.handed_over",
      { ...team, ...p1 },
      {},
      "affected page, follower page, former_assignee page, reporter page, team urgent",
    ],
    [
      "back from second line",
      "ticket.handed_back",
      {},
      {},
      "affected page, assignee now, follower page, former_assignee page, reporter page",
    ],
    ["held for the vendor", "ticket.held", {}, {}, "affected page, assignee page, follower page, reporter now"],
    [
      "held for an answer",
      "ticket.held",
      {},
      { reason: "reporter" },
      "affected now, assignee page, follower page, reporter now",
    ],
    ["resumed by an answer", "ticket.resumed", { by: "ward" }, {}, ""],
    [
      "resumed when its time came",
      "ticket.resumed",
      { by: "system" },
      {},
      "affected page, assignee now, follower page, reporter page",
    ],
    [
      "became a P1",
      "ticket.reclassified",
      { ...p1 },
      { changes: { priority: { from: "p3", to: "p1" } } },
      "affected page, assignee urgent, coordinator urgent, follower page, reporter page",
    ],
    [
      "of another system",
      "ticket.reclassified",
      {},
      { changes: { systemId: { from: 1, to: 2 } } },
      "affected page, assignee page, follower page, reporter page, watcher digest",
    ],
    ["resolved", "ticket.resolved", {}, {}, "affected now, assignee page, follower now, reporter now"],
    [
      "works again",
      "ticket.confirmed",
      { by: "ward" },
      {},
      "affected page, assignee page, follower page, reporter page",
    ],
    [
      "still broken",
      "ticket.reopened",
      { by: "ward" },
      {},
      "affected page, assignee now, follower page, reporter page",
    ],
    [
      "still broken, and nobody has it",
      "ticket.reopened",
      { ...open, by: "ward" },
      {},
      "affected page, coordinator now if nobody, engineer now, follower page, reporter page",
    ],
    [
      "moved here",
      "ticket.moved",
      open,
      {},
      "affected page, coordinator now if nobody, engineer now, follower page, former_assignee now, reporter page",
    ],
    ["linked", "ticket.linked", {}, {}, ""],
    ["an answer from support", "ticket.replied", {}, {}, "affected now, assignee now, follower now, reporter now"],
    [
      "an answer from the ward",
      "ticket.replied",
      { ...open, by: "ward" },
      {},
      "affected now, assignee now, coordinator now if nobody, engineer now, follower now, reporter now",
    ],
    [
      "an answer to second line",
      "ticket.replied",
      { ...team, by: "ward" },
      {},
      "affected now, assignee now, follower now, reporter now, team now",
    ],
    ["a note", "ticket.noted", {}, {}, "assignee now, follower now, mentioned now"],
  ] as const)("%s", (_, type, facts, more, expected) => {
    expect(read(type, facts, more)).toBe(expected);
  });
});

describe("in every case", () => {
  test("the rules know only ties and topics that there are, and mail as the topic usually does, or not at all", () => {
    for (const { row } of allRows)
      for (const [relation, told] of rowsOf(row)) {
        expect(RELATIONS).toContain(relation);
        expect(TOPICS).toContain(told.topic);
        expect(["no", told.urgent ? "now" : USUAL_MAIL[told.topic]]).toContain(told.mail);
      }
  });
  test("only what presses at the counter, a P1, is urgent", () => {
    const urgent = allRows.filter(({ row }) => rowsOf(row).some(([, { urgent }]) => urgent));
    const ofP1 = ["ticket.reclassified", "ticket.paged", "ticket.offered_again"];
    for (const { event, facts } of urgent) expect(facts.priority === "p1" || ofP1.includes(event.type)).toBe(true);
  });
  test("notes and warnings are for no tie of the ward's side", () => {
    for (const { event, row } of allRows.filter(({ event }) => isInternal(event.type)))
      for (const [relation] of rowsOf(row))
        expect(["reporter", "affected", "watcher"], event.type).not.toContain(relation);
  });
  test("what came back or came in is told to somebody who works on it, whoever that is", () => {
    for (const type of ["ticket.opened", "ticket.reopened", "ticket.moved", "ticket.replied"] as const)
      for (const facts of everyFacts.filter(({ by }) => by === "ward")) {
        const crew = facts.assigned ? "assignee" : facts.withTeam ? "team" : "engineer";
        expect(rowFor(eventOf(type), facts)[crew]?.mail).toBe("now");
      }
  });
});
