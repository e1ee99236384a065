import { common } from "./vi/common.ts";
import { errors } from "./vi/errors.ts";
import { flash } from "./vi/flash.ts";
import { formErrors } from "./vi/form-errors.ts";
import { login } from "./vi/login.ts";
import { me } from "./vi/me.ts";
import { refusal } from "./vi/refusal.ts";
import { report } from "./vi/report.ts";
import { reports } from "./vi/reports.ts";
import { settings } from "./vi/settings.ts";
import { shell } from "./vi/shell.ts";
import { ticket } from "./vi/ticket.ts";
import { tickets } from "./vi/tickets.ts";
import { queue } from "./vi/queue.ts";

export const vi = {
  common,
  shell,
  login,
  me,
  errors,
  formErrors,
  flash,
  reports,
  settings,
  refusal,
  ticket,
  tickets,
  queue,
  report,
};
export type Words = typeof vi;
