import type { Words } from "../vi.ts";

export const places: Words["places"] = {
  title: "Administration",
  overview: "Overview",
  nav: "Sections of the administration",
  here: (section) => `Administration: ${section}`,
  sections: {
    people: "People",
    sites: "Units",
    systems: "Systems",
    teams: "Teams",
    abbreviations: "Abbreviations",
    deliveries: "Outgoing mail",
    history: "History",
    settings: "Settings",
  },
};
