import type { Words } from "../vi.ts";

const WHOM_WORDS: Words["warnings"]["whom"] = {
  assignee: "The assignee",
  engineers: "The ward's engineers",
  team: "The second-line team that has the ticket",
  coordinator: "The coordinator",
  manager: "The managers",
};

export const warnings: Words["warnings"] = {
  lead: "Each step is told once for each deadline, in service hours. A P1 is told at any hour. A ticket nobody works on is told to the ward's engineers; where there are none, to the duty desk.",
  steps: "Steps",
  step: (n) => `Step ${n}`,
  newStep: "Add a step",
  newStepHint: "Leave it empty to add none.",
  percent: "After how many per cent of the time",
  percentHint: "From 1 to 500. Below 100 a ticket is due soon, from 100 on it is overdue.",
  whomTitle: "Tell",
  whom: WHOM_WORDS,
  now: (percent, whom) => `${percent} %: ${whom.map((one) => WHOM_WORDS[one]).join(", ")}`,
  remove: "Remove this step",
  example: (policy, time) => `${policy}: after ${time}`,
  examples: (percent, list) => `${percent} % of the time to resolve, in service hours: ${list}.`,
  why: "Why it changes",
  whyHint: "Kept in the history and with the recomputation.",
  restore: "Use the default steps again",
  usual: "Default: at 75 % the assignee; at 100 % also the ward's engineers; at 125 % also the coordinator.",
  fixed: "What cannot be changed",
  pages: (every, still) =>
    `A P1 that nobody takes calls again every ${every} minutes, at night and on days off too, by every way there is. A P1 in work to which nothing happens for ${still} minutes is offered to others.`,
  reminders: (most) =>
    `A ticket that waits for its reporter reminds them after each working day, ${most} times at most; then the assignee is told.`,
  problems: {
    percent_missing: "This step has no per cent",
    percent_unreadable: "Write a number from 1 to 500",
    percent_twice: "Another step has this per cent",
    nobody: "Choose at least one to be told",
    no_steps: "One step at least must stay, or nobody is warned",
    ladder_changed:
      "Somebody else has just changed these steps. Those that hold are listed below; saving replaces them by what is filled in.",
    nothing_changed: "The steps are as they were; there is nothing to save",
    "why.required": "Write why it changes",
  },
};
