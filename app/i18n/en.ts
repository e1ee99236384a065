import { access } from "./en/access.ts";
import { accessCatalogue } from "./en/access-catalogue.ts";
import { accessPages } from "./en/access-pages.ts";
import { accessPlans } from "./en/access-plans.ts";
import { accessRegister } from "./en/access-register.ts";
import { accessTasks } from "./en/access-tasks.ts";
import { accounts } from "./en/accounts.ts";
import { audit } from "./en/audit.ts";
import { calendars } from "./en/calendars.ts";
import { clocks } from "./en/clocks.ts";
import { deliveries } from "./en/deliveries.ts";
import { filed } from "./en/filed.ts";
import { mail } from "./en/mail.ts";
import { me } from "./en/me.ts";
import { notifications } from "./en/notifications.ts";
import { people } from "./en/people.ts";
import { peopleImport } from "./en/people-import.ts";
import { places } from "./en/places.ts";
import { policies } from "./en/policies.ts";
import { queue } from "./en/queue.ts";
import { recomputations } from "./en/recomputations.ts";
import { redaction } from "./en/redaction.ts";
import { refusal } from "./en/refusal.ts";
import { reports } from "./en/reports.ts";
import { search } from "./en/search.ts";
import { settings } from "./en/settings.ts";
import { ticket } from "./en/ticket.ts";
import { warnings } from "./en/warnings.ts";
import { enCore } from "./en-core.ts";
import type { Words } from "./vi.ts";

export const en = {
  ...enCore,
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
} satisfies Words;
