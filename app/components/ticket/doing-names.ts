import type { TicketAction } from "#app/domain/policy/tickets.ts";

/** The last part of the address of everything that can be done to a ticket besides talking, and what policy calls it. */
const ACTIONS = {
  take: "take",
  release: "release",
  resume: "resume",
  confirm: "confirm",
  undo: null,
  follow: "follow",
  unfollow: "follow",
  assign: "assign",
  "hand-over": "hand_over",
  "hand-back": "hand_back",
  hold: "hold",
  resolve: "resolve",
  reopen: "reopen",
  "follow-up": "follow_up",
  cancel: "cancel",
  reclassify: "reclassify",
  move: "move",
  link: "link",
  unlink: "link",
  "mark-duplicate": "mark_duplicate",
  "unmark-duplicate": "unmark_duplicate",
} as const satisfies Record<string, TicketAction | null>;

export type DoingName = keyof typeof ACTIONS;
/** Every command the page can send; "say" is a reply or a note. */
export const NAMES: readonly (DoingName | "say")[] = [...(Object.keys(ACTIONS) as DoingName[]), "say"]; // safe: its own keys
export const isDoing = (name: unknown): name is DoingName => typeof name === "string" && Object.hasOwn(ACTIONS, name);
export const actionOf = (name: DoingName): TicketAction | null => ACTIONS[name];

/** Done at one press; the others ask for words first. */
const AT_ONE_PRESS: readonly DoingName[] = [
  "take",
  "release",
  "resume",
  "confirm",
  "undo",
  "follow",
  "unfollow",
  "unlink",
  "unmark-duplicate",
];
export const needsWords = (name: DoingName) => !AT_ONE_PRESS.includes(name);

/** The code of what was just done: `hand-over` is said by `ticket.hand_over`. */
export const doneCode = (name: DoingName | "reply" | "note") => `ticket.${name.replace("-", "_")}`;

type Asked = Exclude<TicketAction, "reply" | "note">;

/** The key of its words: "hand-over" is `w.ticket.action.hand_over`. Safe because the two differ only in the dash. */
export const wordOf = (name: DoingName) => name.replace("-", "_") as Asked | "unfollow" | "unlink" | "undo";
/** The address part of an action; talking happens on the page itself. Safe for the same reason. */
export const doingOf = (action: Asked) => action.replace("_", "-") as DoingName;
