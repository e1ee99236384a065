import { common } from "./vi/common.ts";
import { errors } from "./vi/errors.ts";
import { flash } from "./vi/flash.ts";
import { formErrors } from "./vi/form-errors.ts";
import { login } from "./vi/login.ts";
import { report } from "./vi/report.ts";
import { shell } from "./vi/shell.ts";
import { tickets } from "./vi/tickets.ts";

/** The words of the pages that must open at once (lean.ts) and of the frame around every page. */
export const viCore = { common, shell, login, errors, formErrors, flash, tickets, report };
