import type { Words } from "../vi.ts";

export const audit: Words["audit"] = {
  link: "History of changes",
  kinds: {
    person: "Person",
    account: "Account",
    session: "Session",
    grant: "Right",
    site: "Unit",
    system: "System",
    team: "Team",
    abbreviation: "Abbreviation",
    setting: "Setting",
    delivery: "Outgoing mail",
    request: "Refused request",
  },
};
