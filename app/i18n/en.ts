import { common } from "./en/common.ts";
import { errors } from "./en/errors.ts";
import { flash } from "./en/flash.ts";
import { formErrors } from "./en/form-errors.ts";
import { login } from "./en/login.ts";
import { me } from "./en/me.ts";
import { refusal } from "./en/refusal.ts";
import { report } from "./en/report.ts";
import { reports } from "./en/reports.ts";
import { settings } from "./en/settings.ts";
import { shell } from "./en/shell.ts";
import { ticket } from "./en/ticket.ts";
import { tickets } from "./en/tickets.ts";
import { queue } from "./en/queue.ts";
import type { Words } from "./vi.ts";

export const en = {
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
} satisfies Words;
