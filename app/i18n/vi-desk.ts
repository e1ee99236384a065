import { access } from "./vi/access.ts";
import { accessCatalogue } from "./vi/access-catalogue.ts";
import { accessPages } from "./vi/access-pages.ts";
import { accessPlans } from "./vi/access-plans.ts";
import { accessRegister } from "./vi/access-register.ts";
import { accessTasks } from "./vi/access-tasks.ts";
import { accounts } from "./vi/accounts.ts";
import { clocks } from "./vi/clocks.ts";
import { filed } from "./vi/filed.ts";
import { mail } from "./vi/mail.ts";
import { me } from "./vi/me.ts";
import { notifications } from "./vi/notifications.ts";
import { places } from "./vi/places.ts";
import { policies } from "./vi/policies.ts";
import { queue } from "./vi/queue.ts";
import { redaction } from "./vi/redaction.ts";
import { refusal } from "./vi/refusal.ts";
import { reports } from "./vi/reports.ts";
import { search } from "./vi/search.ts";
import { ticket } from "./vi/ticket.ts";
import { ticketFacts } from "./vi/ticket-facts.ts";

/** The words of every page but the lean ones, beyond the core. */
export const viDesk = {
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
