import { common } from "./vi/common.ts";
import { errors } from "./vi/errors.ts";
import { flash } from "./vi/flash.ts";
import { formErrors } from "./vi/form-errors.ts";
import { login } from "./vi/login.ts";
import { me } from "./vi/me.ts";
import { shell } from "./vi/shell.ts";
import { tickets } from "./vi/tickets.ts";

export const vi = { common, shell, login, me, errors, formErrors, flash, tickets };
export type Words = typeof vi;
