import { access } from "./vi/access.ts";
import { accessCatalogue } from "./vi/access-catalogue.ts";
import { accessPages } from "./vi/access-pages.ts";
import { accessPlans } from "./vi/access-plans.ts";
import { accessRegister } from "./vi/access-register.ts";
import { accessTasks } from "./vi/access-tasks.ts";
import { accounts } from "./vi/accounts.ts";
import { audit } from "./vi/audit.ts";
import { calendars } from "./vi/calendars.ts";
import { clocks } from "./vi/clocks.ts";
import { deliveries } from "./vi/deliveries.ts";
import { filed } from "./vi/filed.ts";
import { mail } from "./vi/mail.ts";
import { me } from "./vi/me.ts";
import { notifications } from "./vi/notifications.ts";
import { people } from "./vi/people.ts";
import { peopleImport } from "./vi/people-import.ts";
import { places } from "./vi/places.ts";
import { policies } from "./vi/policies.ts";
import { queue } from "./vi/queue.ts";
import { recomputations } from "./vi/recomputations.ts";
import { redaction } from "./vi/redaction.ts";
import { refusal } from "./vi/refusal.ts";
import { reports } from "./vi/reports.ts";
import { search } from "./vi/search.ts";
import { settings } from "./vi/settings.ts";
import { ticket } from "./vi/ticket.ts";
import { warnings } from "./vi/warnings.ts";
import { viCore } from "./vi-core.ts";

export const vi = {
  ...viCore,
  accounts,
  access,
  accessCatalogue,
  accessPages,
  accessPlans,
  accessRegister,
  accessTasks,
  audit,
  calendars,
  clocks,
  mail,
  deliveries,
  filed,
  me,
  notifications,
  people,
  peopleImport,
  places,
  policies,
  recomputations,
  refusal,
  redaction,
  reports,
  search,
  settings,
  ticket,
  queue,
  warnings,
};
export type Words = typeof vi;
