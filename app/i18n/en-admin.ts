import { audit } from "./en/audit.ts";
import { calendars } from "./en/calendars.ts";
import { deliveries } from "./en/deliveries.ts";
import { people } from "./en/people.ts";
import { peopleImport } from "./en/people-import.ts";
import { recomputations } from "./en/recomputations.ts";
import { settings } from "./en/settings.ts";
import { warnings } from "./en/warnings.ts";

/** The words that only the pages of administration say. */
export const enAdmin = {
  audit,
  calendars,
  deliveries,
  people,
  peopleImport,
  recomputations,
  settings,
  warnings,
};
