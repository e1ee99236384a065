import { z } from "zod";
import { isName, NAME_MAX, normalisePhone, POSITION_MAX, REASON_MAX } from "#app/domain/directory/person-details.ts";
import { ROLES } from "#app/domain/policy/roles.ts";
import { checkbox, count, day, id, line, optionalLine } from "#app/http/fields.server.ts";
import { LANGS } from "#app/lib/lang.ts";
import { readMailAddress } from "#app/lib/mail-address.ts";

const version = count(2_000_000_000);
const phone = z
  .string()
  .transform((typed) => normalisePhone(typed))
  .refine((number): number is string => number !== null, "malformed");
const email = z
  .string()
  .transform((typed) => readMailAddress(typed))
  .refine((address): address is string => address !== null, "malformed");

const details = {
  fullName: line(NAME_MAX).refine(isName, "malformed"),
  email,
  phone: phone.optional(),
  position: optionalLine(POSITION_MAX),
  siteId: id.optional(),
  lang: z.enum(LANGS),
};
const grant = { at: id, teamId: id.optional(), from: day.optional(), until: day.optional() };

export const NewPerson = z.object({
  ...details,
  role: z.enum(ROLES).optional(),
  ...grant,
  at: id.optional(),
  invite: checkbox,
});

export const PersonChange = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("details"), version, ...details }),
  z.object({ intent: z.literal("grant"), version, role: z.enum(ROLES), ...grant }),
  z.object({ intent: z.literal("end"), version, grantId: id, lastDay: day }),
  z.object({ intent: z.enum(["end_now", "no_end"]), version, grantId: id }),
  z.object({ intent: z.literal("prolong"), version, grantId: id, lastDay: day }),
  z.object({ intent: z.literal("disable"), version, reason: line(REASON_MAX), lastDay: day.optional() }),
  z.object({ intent: z.enum(["enable", "cancel_move"]), version }),
  z.object({ intent: z.enum(["invite", "lock_out", "lock", "unlock"]) }),
]);
export type PersonChange = z.infer<typeof PersonChange>;

export const detailsOf = (form: z.infer<z.ZodObject<typeof details>>) => ({
  fullName: form.fullName,
  email: form.email,
  phone: form.phone ?? null,
  position: form.position ?? null,
  siteId: form.siteId ?? null,
  lang: form.lang,
});
