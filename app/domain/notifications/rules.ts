/** What ties a person to a ticket, the strongest tie first. */
export const RELATIONS = [
  "mentioned",
  "assignee",
  "reporter",
  "affected",
  "former_assignee",
  "follower",
  "team",
  "engineer",
  "coordinator",
  "watcher",
] as const;
export type Relation = (typeof RELATIONS)[number];
