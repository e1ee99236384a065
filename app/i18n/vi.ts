import { viAdmin } from "./vi-admin.ts";
import { viCore } from "./vi-core.ts";
import { viDesk } from "./vi-desk.ts";

export const vi = { ...viCore, ...viDesk, ...viAdmin };
export type Words = typeof vi;
