import type { Words } from "../vi.ts";

export const clocks: Words["clocks"] = {
  target: {
    first_response: "First response",
    resolution: "Resolution",
    approval: "Approval",
    grant: "Granting",
  },
  left: (time) => `${time} left`,
  late: (time) => `${time} overdue`,
  paused: (time) => `on hold, ${time} left`,
  pausedLate: (time) => `on hold, ${time} overdue`,
  underMinute: "under 1 minute",
  soon: "due soon",
  by: (time) => `by ${time}`,

  today: "today",
  tomorrow: "tomorrow",
  weekdays: {
    mon: "Monday",
    tue: "Tuesday",
    wed: "Wednesday",
    thu: "Thursday",
    fri: "Friday",
    sat: "Saturday",
    sun: "Sunday",
  },
  weekday: (name, date) => `${name} ${date}`,
  at: (time, day) => `${time} ${day}`,

  officer: {
    answerBy: (when) => `An engineer answers by ${when}.`,
    doneBy: (when) => `Resolved by ${when}.`,
    answerLate: (when) => `Later than promised: the answer was due by ${when}. The ticket is still being worked on.`,
    doneLate: (when) => `Later than promised: it was due by ${when}. The ticket is still being worked on.`,
    closes: (day) => `The ticket closes itself ${day} unless you reply.`,
    waits: {
      reporter: "Waiting for your reply; the clock stands still.",
      approval: "Waiting for an approval; the clock stands still.",
      vendor: "Waiting for the vendor; the clock stands still.",
      scheduled: "Waiting for the appointment; the clock stands still.",
    },
    short: {
      answer: (when) => `answer by ${when}`,
      done: (when) => `done by ${when}`,
      late: "later than promised",
      closes: (day) => `closes itself ${day}`,
      paused: "clock stands still",
    },
  },
};
