import { type Actor, holds, reachOf } from "../policy/actor.ts";

/** Kinds of news a person chooses about, in the order they are offered. */
export const TOPICS = [
  "progress",
  "reply",
  "note",
  "mention",
  "approval",
  "assigned",
  "arrived",
  "team",
  "deadline",
  "watched",
] as const;
export type Topic = (typeof TOPICS)[number];

/** By mail: not at all, soon, or once a day. */
export const MAIL_WISHES = ["no", "now", "digest"] as const;
export type MailWish = (typeof MAIL_WISHES)[number];

export type Choice = { topic: Topic; inPage: boolean; mail: MailWish };

/** How news of a topic travels while a person has chosen nothing. */
export const USUAL_MAIL: Record<Topic, MailWish> = {
  progress: "now",
  reply: "now",
  note: "now",
  mention: "now",
  approval: "now",
  assigned: "now",
  arrived: "now",
  team: "now",
  deadline: "now",
  watched: "digest",
};

const FOR_EVERYBODY: readonly Topic[] = ["progress", "reply"];

/** What can ever concern this person; the rest is not worth a question. */
export function topicsFor(actor: Actor): Topic[] {
  const { city, sites } = reachOf(actor);
  const supports = holds(actor, "engineer", "coordinator", "specialist", "manager");
  const concerns: Record<Topic, boolean> = {
    progress: true,
    reply: true,
    note: supports,
    mention: supports,
    approval: holds(actor, "ward_lead", "coordinator", "manager"),
    assigned: holds(actor, "engineer", "coordinator", "specialist"),
    arrived: holds(actor, "engineer", "coordinator"),
    team: holds(actor, "specialist"),
    deadline: supports,
    // A new ticket is read by whoever reads its place; a second line reads only what was handed to its team.
    watched: city || sites.length > 0,
  };
  return TOPICS.filter((topic) => FOR_EVERYBODY.includes(topic) || concerns[topic]);
}
