import { access } from "./en/access.ts";
import { accessCatalogue } from "./en/access-catalogue.ts";
import { accessPages } from "./en/access-pages.ts";
import { accessPlans } from "./en/access-plans.ts";
import { accessRegister } from "./en/access-register.ts";
import { accessTasks } from "./en/access-tasks.ts";
import { accounts } from "./en/accounts.ts";
import { clocks } from "./en/clocks.ts";
import { filed } from "./en/filed.ts";
import { mail } from "./en/mail.ts";
import { me } from "./en/me.ts";
import { notifications } from "./en/notifications.ts";
import { places } from "./en/places.ts";
import { policies } from "./en/policies.ts";
import { queue } from "./en/queue.ts";
import { redaction } from "./en/redaction.ts";
import { refusal } from "./en/refusal.ts";
import { reports } from "./en/reports.ts";
import { search } from "./en/search.ts";
import { ticket } from "./en/ticket.ts";
import { ticketFacts } from "./en/ticket-facts.ts";

/** The words of every page but the lean ones, beyond the core. */
export const enDesk = {
  access,
  accessCatalogue,
  accessPages,
  accessPlans,
  accessRegister,
  accessTasks,
  accounts,
  clocks,
  filed,
  mail,
  me,
  notifications,
  places,
  policies,
  queue,
  redaction,
  refusal,
  reports,
  search,
  ticket,
  ticketFacts,
};
