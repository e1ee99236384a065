import { type Actor, holds, reachOf } from "#app/domain/policy/actor.ts";
import { ROLES, type Role } from "#app/domain/policy/roles.ts";
import { paths } from "#app/http/paths.ts";
import type { Words } from "#app/i18n/vi.ts";

export type PlaceKey = keyof Words["shell"]["places"];
export type Place = { key: PlaceKey; to: string };

/** Only pages that exist: tests/ui/places.test.ts compares this list with routes.ts. */
export const PLACES: readonly (Place & { roles: readonly Role[] })[] = [
  { key: "queue", to: "/queue", roles: ["engineer", "specialist", "coordinator"] },
  { key: "tickets", to: "/tickets", roles: ROLES },
  { key: "access", to: "/access", roles: ROLES },
  { key: "reports", to: "/reports", roles: ["manager", "coordinator", "ward_lead"] },
  { key: "admin", to: "/admin", roles: ["admin"] },
];

/** For those who may file: at their ward, or for any of them. */
export function newTicketFor(actor: Actor): string | null {
  const may = reachOf(actor).fileSites.length > 0 || holds(actor, "coordinator");
  return may ? paths.newTicket() : null;
}

export const placesFor = (actor: Actor): Place[] =>
  PLACES.filter((place) => holds(actor, ...place.roles)).map(({ key, to }) => ({ key, to }));

/** Where the day begins: engineers at the queue, managers at the numbers, everybody else at their tickets. */
export function homeFor(actor: Actor): string {
  const places = placesFor(actor);
  const wish: PlaceKey = holds(actor, "engineer", "specialist", "coordinator")
    ? "queue"
    : holds(actor, "manager")
      ? "reports"
      : "tickets";
  return (places.find((place) => place.key === wish) ?? places[0])?.to ?? "/me";
}
