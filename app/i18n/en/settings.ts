import type { Words } from "../vi.ts";

export const settings: Words["settings"] = {
  title: "Settings",
  session: "How long one stays signed in",
  sessionLead: "After this people sign in again. Holds from the next sign-in on.",
  presets: {
    level3: {
      label: "TCVN 14423:2026, level 3",
      hint: "Idle 15 minutes, admins and managers 5; 12 hours at most.",
    },
    counter: {
      label: "Counters and shared computers",
      hint: "Idle 60 minutes, engineers 2 hours, admins and managers 30 minutes; 12 hours at most.",
    },
  },
  matrix: "Priority",
  matrixLead: "Impact and urgency give a new ticket its priority. Tickets already filed keep theirs.",
  impact: "Impact",
  cell: (impact, urgency) => `${impact}, ${urgency}`,
};
