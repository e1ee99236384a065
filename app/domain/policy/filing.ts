import { type Actor, holds, reachOf } from "./actor.ts";

/** May report for this ward: works there, or is stationed there. */
export function mayFileAt(actor: Actor, wardId: number): boolean {
  const reach = reachOf(actor);
  return reach.fileSites.includes(wardId) || (reach.supportCity && holds(actor, "engineer", "coordinator"));
}

/** May report for somebody else of this ward who stands at the desk or is on the phone. */
export function mayFileFor(actor: Actor, wardId: number): boolean {
  return (
    actor.kind === "person" &&
    actor.grants.some(
      (grant) =>
        (grant.role === "engineer" || grant.role === "coordinator") &&
        (grant.siteKind === "city" || grant.siteId === wardId),
    )
  );
}
