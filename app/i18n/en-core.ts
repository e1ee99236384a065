import { common } from "./en/common.ts";
import { errors } from "./en/errors.ts";
import { flash } from "./en/flash.ts";
import { formErrors } from "./en/form-errors.ts";
import { login } from "./en/login.ts";
import { report } from "./en/report.ts";
import { shell } from "./en/shell.ts";
import { tickets } from "./en/tickets.ts";

/** The words of the pages that must open at once (lean.ts) and of the frame around every page. */
export const enCore = { common, shell, login, errors, formErrors, flash, tickets, report };
