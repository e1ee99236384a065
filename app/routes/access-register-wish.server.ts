import { z } from "zod";
import type { RegisterWish } from "#app/domain/access/register-wish.ts";
import { id, line } from "#app/http/fields.server.ts";

const maybe = id.optional().catch(undefined);
const ticked = z
  .string()
  .optional()
  .transform((given) => given === "on");
const Wish = z.object({
  ...{ siteId: maybe, systemId: maybe, rightId: maybe, personId: maybe, before: maybe },
  ...{ name: line(100).optional().catch(undefined), expiring: ticked, ended: ticked },
});

/** What the address asks of the register; what cannot be read is not asked for. */
export const registerWishIn = (request: Request): RegisterWish =>
  Wish.parse(Object.fromEntries(new URL(request.url).searchParams));
