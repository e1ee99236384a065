import { z } from "zod";
import type { PolicyTyped } from "#app/domain/sla/policy-drafts.server.ts";
import { LONGEST_NAME, MOST_PLACES } from "#app/domain/sla/policy-list.ts";
import { parseServiceTime } from "#app/domain/sla/typed-hours.ts";
import { PRIORITIES } from "#app/domain/tickets/priority.ts";
import { TICKET_KINDS } from "#app/domain/tickets/ticket.ts";
import { checkbox, id, line } from "#app/http/fields.server.ts";

const time = z
  .string()
  .transform((typed) => parseServiceTime(typed))
  .refine((seconds) => seconds !== null, "time_malformed")
  .optional()
  .transform((seconds) => seconds ?? null);
const some = <T extends z.ZodType>(one: T) =>
  z
    .array(one)
    .max(MOST_PLACES, "too_long")
    .transform((chosen) => [...new Set(chosen)])
    .default([]);

/** What a policy is for and what it promises, as typed. */
export const PolicyForm = z
  .object({
    ...{ name: line(LONGEST_NAME), nameEn: line(LONGEST_NAME), vendorStops: checkbox },
    ...{ kinds: some(z.enum(TICKET_KINDS)), priorities: some(z.enum(PRIORITIES)) },
    ...{ systemIds: some(id), siteIds: some(id), rightIds: some(id) },
    ...{ first_response: time, resolution: time, approval: time, grant: time, proof: time },
  })
  .refine(({ first_response, resolution }) => (first_response ?? 0) <= (resolution ?? Number.POSITIVE_INFINITY), {
    path: ["resolution"],
    message: "resolution_before_response",
  });

export const typedPolicy = (typed: z.infer<typeof PolicyForm>): PolicyTyped => {
  const { name, nameEn, vendorStops, kinds, priorities, systemIds, siteIds, rightIds, ...targets } = typed;
  return { name, nameEn, vendorStops, match: { kinds, priorities, systemIds, siteIds, rightIds }, targets };
};
