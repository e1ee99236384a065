import { DomainError } from "#app/lib/domain-error.ts";
import type { Actor } from "./actor.ts";
import { administers } from "./tickets.ts";

/** For everybody else the admin pages are not there. */
export function requireAdmin(actor: Actor): void {
  if (!administers(actor)) throw new DomainError("not_found", "admin");
}
