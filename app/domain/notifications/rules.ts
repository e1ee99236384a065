import type { Target } from "../sla/policy.ts";
import type { TicketEvent } from "../tickets/events.ts";
import type { Priority } from "../tickets/priority.ts";
import type { Whom } from "../tickets/warnings/ladder.ts";
import { type MailWish, type Topic, USUAL_MAIL } from "./topics.ts";

/** What ties a person to a ticket, the strongest tie first: somebody with several is told once, by the first that counts. */
export const RELATIONS = [
  "mentioned",
  "assignee",
  "reporter",
  "affected",
  "approver",
  "former_assignee",
  "follower",
  "team",
  "engineer",
  "coordinator",
  "manager",
  "watcher",
] as const;
export type Relation = (typeof RELATIONS)[number];

export type Told = {
  topic: Topic;
  /** Unless the person chose otherwise; "no" is never mailed, whatever they chose. */
  mail: MailWish;
  /** Passes quiet hours and does not wait for more to come. */
  urgent?: true;
  /** Whatever the person chose: by every way there is to reach them. */
  always?: true;
  /** Only where there is nobody nearer to the work, so that nothing stays unseen. */
  ifNobody?: true;
};
export type Row = Partial<Record<Relation, Told>>;

/** The ticket as it is after the event, and whose act it was. */
export type Facts = { by: "ward" | "support" | "system"; priority: Priority; assigned: boolean; withTeam: boolean };

const tell = (topic: Topic): Told => ({ topic, mail: USUAL_MAIL[topic] });
const show = (topic: Topic): Told => ({ topic, mail: "no" });
const call = (topic: Topic): Told => ({ topic, mail: "now", urgent: true });
const page = (topic: Topic): Told => ({ ...call(topic), always: true });
type Say = typeof tell;

const SHOWN = { reporter: show("progress"), affected: show("progress"), follower: show("progress") } as const;
const TOLD = { reporter: tell("progress"), affected: tell("progress"), follower: tell("progress") } as const;

/** What cannot wait at the counter is called out, all else told. */
const pressing = ({ priority }: Facts): Say => (priority === "p1" ? call : tell);

/** The side that works on it: whoever has it, else the team it is with, else the ward's engineers, else the duty desk. */
function crew({ assigned, withTeam }: Facts, say: Say, about: Topic | null = null): Row {
  if (assigned) return { assignee: say(about ?? "assigned") };
  if (withTeam) return { team: say(about ?? "team") };
  const news = say(about ?? "arrived");
  return { engineer: news, coordinator: { ...news, ifNobody: true } };
}

/** The duty desk of the city keeps an eye on every P1. */
const desk = ({ priority }: Facts, say: Say): Row => (priority === "p1" ? { coordinator: say("arrived") } : {});

/** Everybody who could take it, and the duty desk. */
const everybody = ({ assigned, withTeam }: Facts): Row => ({
  ...(assigned && { assignee: page("assigned") }),
  ...(withTeam && { team: page("team") }),
  engineer: page("arrived"),
  coordinator: page("arrived"),
});

const TIE: Record<Whom, Relation> = {
  assignee: "assignee",
  engineers: "engineer",
  team: "team",
  coordinator: "coordinator",
  manager: "manager",
};

/** Whom a step of the ladder names. In the place of an assignee who is not there, those who could be. */
function named(whom: readonly Whom[], { priority, assigned, withTeam }: Facts, target: Target): Row {
  const say = priority === "p1" ? call : tell;
  const due = say("deadline");
  const above = Object.fromEntries(
    whom.filter((one) => one === "coordinator" || one === "manager").map((one) => [TIE[one], due]),
  );
  // What waits for somebody's word is not hurried by those who would work on it afterwards.
  if (target === "approval") return { approver: say("approval"), ...above };
  if (target === "proof")
    return { affected: say("progress"), ...(whom.includes("engineers") && { engineer: due }), ...above };
  const nobody = !assigned && whom.includes("assignee");
  return {
    engineer: { ...due, ifNobody: true },
    coordinator: { ...due, ifNobody: true },
    ...(nobody && { engineer: due }),
    ...(nobody && withTeam && { team: due }),
    ...Object.fromEntries(whom.map((one) => [TIE[one], due])),
  };
}

type Rules = { [T in TicketEvent["type"]]: (event: Extract<TicketEvent, { type: T }>, facts: Facts) => Row };

/** Who is told of what. An event without its line does not compile. */
const RULES: Rules = {
  "ticket.opened": (_, facts) => ({
    reporter: tell("progress"),
    affected: tell("progress"),
    ...crew(facts, facts.priority === "p1" ? page : tell),
    ...desk(facts, page),
    watcher: tell("watched"),
  }),
  "ticket.taken": () => ({ ...SHOWN, reporter: tell("progress"), former_assignee: tell("assigned") }),
  "ticket.assigned": (_, facts) => ({
    ...SHOWN,
    assignee: pressing(facts)("assigned"),
    former_assignee: tell("assigned"),
  }),
  "ticket.released": (_, facts) => ({
    follower: show("progress"),
    former_assignee: tell("assigned"),
    ...crew(facts, facts.priority === "p1" ? call : show),
  }),
  "ticket.handed_over": (_, facts) => ({
    ...SHOWN,
    former_assignee: show("assigned"),
    ...crew(facts, pressing(facts)),
  }),
  "ticket.handed_back": (_, facts) => ({
    ...SHOWN,
    former_assignee: show("assigned"),
    ...crew(facts, pressing(facts)),
  }),
  "ticket.held": ({ reason }) => ({
    ...SHOWN,
    reporter: tell("progress"),
    // Somebody at the ward has to answer before it goes on.
    affected: (reason === "reporter" ? tell : show)("progress"),
    assignee: show("assigned"),
  }),
  // An answer from the ward resumes by itself, and was told as the answer it is.
  "ticket.resumed": (_, facts) =>
    facts.by === "ward" ? {} : { ...SHOWN, ...crew(facts, facts.by === "system" ? tell : show) },
  "ticket.reclassified": ({ changes }, facts) => ({
    ...SHOWN,
    ...(changes.priority?.to === "p1" ? { ...crew(facts, page), ...desk(facts, page) } : crew(facts, show)),
    ...(changes.systemId && { watcher: tell("watched") }),
  }),
  "ticket.resolved": (_, facts) => ({ ...TOLD, assignee: show("assigned"), ...desk(facts, show) }),
  "ticket.confirmed": () => ({ ...SHOWN, assignee: show("assigned") }),
  "ticket.closed": () => ({ reporter: show("progress"), affected: show("progress") }),
  "ticket.reopened": (_, facts) => ({ ...SHOWN, ...crew(facts, pressing(facts)), ...desk(facts, call) }),
  "ticket.cancelled": (_, facts) => ({ ...TOLD, ...crew(facts, facts.assigned ? tell : show) }),
  "ticket.linked": () => ({}),
  "ticket.unlinked": () => ({}),
  "ticket.moved": (_, facts) => ({ ...SHOWN, former_assignee: tell("assigned"), ...crew(facts, pressing(facts)) }),
  "ticket.joined": (_, facts) => ({ reporter: show("progress"), ...crew(facts, show) }),
  "ticket.marked_duplicate": () => ({ ...TOLD, follower: show("progress"), assignee: show("assigned") }),
  "ticket.duplicate_redirected": () => SHOWN,
  "ticket.unmarked_duplicate": (_, facts) => ({
    ...SHOWN,
    reporter: tell("progress"),
    ...crew(facts, pressing(facts)),
  }),
  "ticket.duplicate_found": (_, facts) => crew(facts, show),
  "ticket.duplicate_dropped": (_, facts) => crew(facts, show),
  "ticket.replied": (_, facts) => ({
    reporter: tell("reply"),
    affected: tell("reply"),
    follower: tell("reply"),
    assignee: tell("reply"),
    ...(facts.by === "ward" && crew(facts, tell, "reply")),
  }),
  // Row-level security lets only those read notes who may; the audience leaves out the rest before.
  "ticket.noted": (_, facts) => ({
    mentioned: tell("mention"),
    follower: tell("note"),
    ...crew(facts, facts.assigned ? tell : show, "note"),
  }),
  "ticket.warned": ({ whom, target }, facts) => named(whom, facts, target),
  "ticket.paged": (_, facts) => everybody(facts),
  "ticket.offered_again": (_, facts) => everybody(facts),
  "ticket.reminded": () => ({ reporter: tell("progress"), affected: tell("progress") }),
  "ticket.unanswered": (_, facts) => crew(facts, tell, "assigned"),
  "access.asked": (_, facts) => ({ ...SHOWN, approver: pressing(facts)("approval") }),
  "access.ordered": (_, facts) => ({ ...SHOWN, ...crew(facts, pressing(facts)) }),
  // The next step's approvers are asked by the decision of the one before.
  "access.decided": ({ to }, facts) => ({
    ...TOLD,
    ...(to === "approval" ? { approver: tell("approval") } : { approver: show("approval") }),
    ...(to === "grant" && crew(facts, pressing(facts))),
  }),
  "access.asked_back": () => ({ ...SHOWN, reporter: tell("progress") }),
  "access.answered": () => ({ ...SHOWN, approver: tell("approval") }),
  "access.granted": () => TOLD,
  "access.handed_back": () => ({ ...SHOWN, reporter: tell("progress") }),
  "access.withdrawn": (_, facts) => ({ ...SHOWN, ...crew(facts, show) }),
  "access.proven": (_, facts) => ({ ...SHOWN, ...crew(facts, show) }),
  "access.failed": (_, facts) => ({ ...SHOWN, ...crew(facts, tell) }),
  "access.proof_asked": ({ desk }, facts) => ({
    ...TOLD,
    ...(desk && { engineer: tell("arrived") }),
    ...(desk && facts.assigned && { assignee: tell("assigned") }),
  }),
  "ticket.rejudged": () => ({}),
};

export function rowFor(event: TicketEvent, facts: Facts): Row {
  // Safe because a rule and its event are found by the same type.
  return (RULES[event.type] as (event: TicketEvent, facts: Facts) => Row)(event, facts);
}

type Tie = { personId: number; relation: Relation };

/** Who works on a ticket, the nearest first. */
const CREW: readonly Relation[] = ["assignee", "team", "engineer", "coordinator"];

/** Each person once, by the strongest tie that counts here; nobody is told of their own act. */
export function choosePeople<T extends Tie>(ties: readonly T[], row: Row, actorId: number | null): (T & Told)[] {
  const covered = (by: Relation) =>
    ties.some(({ relation }) => row[relation] && CREW.includes(relation) && CREW.indexOf(relation) < CREW.indexOf(by));
  const byPerson = new Map<number, T & Told>();
  const strongestFirst = [...ties].sort((a, b) => RELATIONS.indexOf(a.relation) - RELATIONS.indexOf(b.relation));
  for (const tie of strongestFirst) {
    const told = row[tie.relation];
    if (!told || tie.personId === actorId || byPerson.has(tie.personId)) continue;
    if (told.ifNobody && covered(tie.relation)) continue;
    byPerson.set(tie.personId, { ...tie, ...told });
  }
  return [...byPerson.values()];
}

/** What becomes of it for one person: the rule proposes, the person's choice decides, what is urgent is mailed at once. */
export function wishOf(
  told: Told,
  choice: { inPage: boolean; mail: MailWish } | null,
): { inPage: boolean; mail: MailWish } {
  if (told.always) return { inPage: true, mail: "now" };
  const chosen = told.mail === "no" ? "no" : (choice?.mail ?? told.mail);
  return {
    inPage: told.urgent === true || (choice?.inPage ?? true),
    mail: told.urgent && chosen === "digest" ? "now" : chosen,
  };
}
