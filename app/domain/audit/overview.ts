export type Counts = Record<"people" | "sites" | "systems" | "teams" | "abbreviations" | "calendars", number>;

/** Things that somebody should look at, the most pressing first. */
export const ATTENTION = [
  "holidaysMissing",
  "holidaysMissingNext",
  "lettersFailed",
  "lettersLate",
  "lettersKept",
  "teamsWithoutPeople",
  "invitationsExpired",
  "peopleAtEnded",
  "peopleWithoutRights",
  "unitsWithoutEngineer",
  "refusedToday",
] as const;
export type AttentionKey = (typeof ATTENTION)[number];
export type Attention = { key: AttentionKey; count: number };
