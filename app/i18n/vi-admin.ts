import { audit } from "./vi/audit.ts";
import { calendars } from "./vi/calendars.ts";
import { deliveries } from "./vi/deliveries.ts";
import { people } from "./vi/people.ts";
import { peopleImport } from "./vi/people-import.ts";
import { recomputations } from "./vi/recomputations.ts";
import { settings } from "./vi/settings.ts";
import { warnings } from "./vi/warnings.ts";

/** The words that only the pages of administration say. */
export const viAdmin = {
  audit,
  calendars,
  deliveries,
  people,
  peopleImport,
  recomputations,
  settings,
  warnings,
};
