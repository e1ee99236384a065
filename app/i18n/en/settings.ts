import type { Words } from "../vi.ts";

export const settings: Words["settings"] = {
  title: "Settings",
  session: "How long one stays signed in",
  sessionChoice: "When one has to sign in again",
  sessionLead: "Counted from the last action, and at most from signing in. Holds from the next sign-in on.",
  presets: {
    level3: {
      label: "TCVN 14423:2026, level 3",
      hint: "After 15 idle minutes, admins and managers after 5; 12 hours at most.",
    },
    counter: {
      label: "Counters and shared computers",
      hint: "After 60 idle minutes, engineers after 2 hours, admins and managers after 30 minutes; 12 hours at most.",
    },
  },
  notSaved: "Not saved: a choice is not on its list. Choose again and save.",
  matrix: "Priority",
  matrixLead: "Impact and urgency give a new ticket its priority. Tickets already filed keep theirs.",
  impact: "Impact",
  cell: (impact, urgency) => `${impact}, ${urgency}`,
};
