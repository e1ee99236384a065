import { expect, test } from "vitest";
import type { Actor } from "#app/domain/policy/actor.ts";
import type { Role } from "#app/domain/policy/roles.ts";
import { refusalOf, TICKET_ACTIONS, type TicketAction, type TicketFacts } from "#app/domain/policy/tickets.ts";
import { TICKET_STATUSES, type TicketStatus } from "#app/domain/tickets/ticket.ts";

const WARD = 2;
const someone = (personId: number, role: Role, siteId = WARD, teamId: number | null = null): Actor => ({
  kind: "person",
  personId,
  name: "",
  lang: "vi",
  grants: [{ role, siteId, siteKind: siteId === 1 ? "city" : "ward", wardId: siteId === 1 ? null : siteId, teamId }],
});
const ticket = (status: TicketStatus, more: Partial<TicketFacts> = {}): TicketFacts => ({
  siteId: WARD,
  departmentId: null,
  accessPhase: null,
  reporterId: 11,
  affectedPersonId: 12,
  assigneeId: status === "new" ? null : 31,
  teamId: null,
  status,
  duplicate: false,
  reopenable: true,
  ...more,
});
const offered = (actor: Actor, facts: TicketFacts) =>
  TICKET_ACTIONS.filter((action) => refusalOf(actor, action, facts) === null);

const reporter = someone(11, "reporter");
const engineer = someone(31, "engineer");
const lead = someone(13, "ward_lead");
const manager = someone(61, "manager", 1);
const WORK: TicketAction[] = ["assign", "hand_over", "reclassify", "resolve", "mark_duplicate", "move"];

test.each<[TicketStatus, TicketAction[]]>([
  ["new", ["cancel", "reply", "follow"]],
  ["assigned", ["cancel", "reply", "follow"]],
  ["in_progress", ["cancel", "reply", "follow"]],
  ["on_hold", ["cancel", "reply", "follow"]],
  ["resolved", ["confirm", "reopen", "reply", "follow"]],
  ["closed", ["reopen", "follow"]],
  ["cancelled", ["follow"]],
])("the reporter of a ticket that is %s may %s", (status, actions) => {
  expect(offered(reporter, ticket(status)).sort()).toEqual([...actions].sort());
});

test.each<[TicketStatus, TicketAction[]]>([
  ["new", ["take", ...WORK, "hold", "cancel", "link", "reply", "note", "follow"]],
  ["assigned", ["take", ...WORK, "release", "hold", "cancel", "link", "reply", "note", "follow"]],
  ["in_progress", [...WORK, "release", "hold", "cancel", "link", "reply", "note", "follow"]],
  ["on_hold", ["take", ...WORK, "release", "resume", "cancel", "link", "reply", "note", "follow"]],
  ["resolved", ["reopen", "link", "reply", "note", "follow"]],
  ["closed", ["reopen", "link", "note", "follow"]],
  ["cancelled", ["link", "note", "follow"]],
])("the stationed engineer of a ticket that is %s may %s", (status, actions) => {
  expect(offered(engineer, ticket(status)).sort()).toEqual([...actions].sort());
});

test.each(TICKET_STATUSES)("a ward lead and a manager only talk on a ticket that is %s", (status) => {
  const talk = status === "closed" || status === "cancelled" ? ["follow"] : ["follow", "reply"];
  expect(offered(lead, ticket(status)).sort()).toEqual(talk);
  expect(offered(manager, ticket(status)).sort()).toEqual([...talk, "note"].sort());
});

test("an engineer of another ward and a specialist of another team may not work on it", () => {
  for (const actor of [someone(33, "engineer", 3), someone(41, "specialist", 1, 9)]) {
    expect(refusalOf(actor, "take", ticket("new", { teamId: 7 }))).toBe("support_only");
  }
  expect(refusalOf(someone(41, "specialist", 1, 7), "take", ticket("assigned", { teamId: 7 }))).toBeNull();
});

test("after the window still broken is a new ticket, and only then", () => {
  expect(refusalOf(reporter, "reopen", ticket("closed", { reopenable: false }))).toBe("closed_too_long");
  expect(refusalOf(reporter, "follow_up", ticket("closed", { reopenable: false }))).toBeNull();
  expect(refusalOf(reporter, "follow_up", ticket("closed"))).toBe("still_reopenable");
});

test("nobody signed in may do nothing but what anybody may, and the system may do everything that the state allows", () => {
  expect(refusalOf({ kind: "anonymous" }, "take", ticket("new"))).toBe("support_only");
  expect(refusalOf({ kind: "system" }, "resolve", ticket("new"))).toBeNull();
});
