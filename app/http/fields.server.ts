import { z } from "zod";
import { parseDateTime } from "#app/lib/parse-date-time.ts";
import { dateIn } from "#app/lib/time.ts";

/** Pieces of form schemas: what a browser sends for each kind of input. */
export const line = (max: number) =>
  z
    .string()
    .transform((text) => text.replace(/\s+/g, " ").trim())
    .pipe(z.string().min(1, "required").max(max, "too_long"));
export const lines = (max: number) => z.string().trim().min(1, "required").max(max, "too_long");
export const optionalLine = (max: number) => line(max).optional();
export const optionalLines = (max: number) => z.string().trim().max(max, "too_long").default("");

const MAX_ID = 2_147_483_647;
const digits = z
  .string()
  .regex(/^\d{1,10}$/, "malformed")
  .transform(Number);

export const id = digits.pipe(z.number().int().min(1, "malformed").max(MAX_ID, "malformed"));
export const count = (max: number) => digits.pipe(z.number().int().max(max, "too_big"));
export const commandId = z.uuid("malformed");
export const checkbox = z
  .enum(["on", "1"])
  .optional()
  .transform((given) => given !== undefined);

const VIETNAM = "+07:00";

/** datetime-local, which carries no zone: the wall clock of Vietnam, which has no summer time. */
export const instant = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/, "malformed")
  .transform((local) => new Date(local + VIETNAM))
  .refine((at) => !Number.isNaN(at.getTime()), "malformed");

/** A calendar date, typed d/m/yyyy or as date fields send it, as "2026-11-23". */
export const day = z
  .string()
  .transform((typed) => parseDateTime(typed))
  .refine((at): at is Date => at !== null && at.getUTCFullYear() >= 2000 && at.getUTCFullYear() < 2100, "malformed")
  .transform((at) => dateIn(at));
/** A short name for machines: what imports and lists know something by. */
export const shortKey = z
  .string()
  .transform((typed) => typed.trim().toLowerCase())
  .pipe(z.string().regex(/^[a-z0-9_-]{1,20}$/, "malformed"));
/** An instant as a page of ours wrote it, to know what a form had seen. */
export const moment = z.iso.datetime("malformed").transform((text) => new Date(text));
