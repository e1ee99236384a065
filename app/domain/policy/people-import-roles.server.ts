import { siteLabel } from "../directory/site-labels.server.ts";
import type { Cells, DetailChange } from "./people-columns.ts";
import type { Said } from "./people-import-cells.server.ts";
import { stepFor } from "./people-import-grants.ts";
import type { PlannedGrant, PlannedPerson, Wrong } from "./people-import-person.server.ts";
import type { World } from "./people-import-world.server.ts";
import { ROLE_SITES } from "./role-sites.ts";
import type { Role } from "./roles.ts";

type Step = { since: string } | PlannedPerson["steps"][number];

export function grantStep(
  person: PlannedPerson,
  said: Said,
  role: Role,
  cells: Cells,
  world: World,
  wrong: Wrong,
): Step | null {
  const mine = person.grants.filter((grant) => grant.role === role);
  const found = placeOfRole(role, person, cells, world, new Set(mine.map(({ siteId }) => siteId)));
  if (found === null) return wrong("unit_missing", "role");
  if ("problem" in found)
    return wrong(found.problem === "room_unknown" ? "place_unknown" : found.problem, "roleAt", found.also);
  if (!ROLE_SITES[role].includes(found.site.kind))
    return wrong("role_not_there", cells.roleAt ? "roleAt" : "role", siteLabel(found.site));
  const team = cells.team === "" ? null : world.team(cells.team);
  if (cells.team !== "" && !team) return wrong("team_unknown", "team");
  if (role === "specialist" && !team) return wrong("team_missing", "team");
  if (role !== "specialist" && team) return wrong("team_not_wanted", "team");
  const teamId = team?.id ?? null;
  const twins = mine.filter((grant) => grant.siteId === found.site.id && grant.teamId === teamId);
  const step = stepFor(role, said, twins, world.today);
  if (step.step === "refused")
    return wrong(step.code, step.code.startsWith("ends") ? "until" : step.code === "held_from_later" ? "from" : "role");
  if (step.step === "none") return { since: step.since };
  if (person.disabled && step.step !== "ends") return wrong("person_disabled", "role");
  const common = { role, place: siteLabel(found.site), team: team?.name ?? null };
  if (step.step === "begins") {
    const grant = { id: null, siteId: found.site.id, teamId, from: step.from, until: step.until, ...common };
    person.grants.push(grant);
    return { grant, change: { what: "begins", ...common, from: step.from, until: step.until, was: null } };
  }
  const grant = twins.find((twin) => twin === step.twin);
  if (!grant) return null;
  const change = { what: step.step, ...common, from: grant.from, until: step.until, was: grant.until } as const;
  grant.until = step.until;
  return { grant, change };
}

/** Without a place of its own a role is held where the person works, or by the city when it is one of those. */
function placeOfRole(role: Role, person: PlannedPerson, cells: Cells, world: World, held: ReadonlySet<number>) {
  if (cells.roleAt !== "") return world.places.place(cells.roleAt, held);
  const { siteId } = person.details;
  const work = siteId === null ? undefined : world.places.byId.get(siteId);
  const unit = work?.unitId == null ? undefined : world.places.byId.get(work.unitId);
  if (unit && ROLE_SITES[role].includes("ward")) return { site: unit };
  const { city } = world.places;
  return city && ROLE_SITES[role].includes("city") ? { site: city } : null;
}

/** Whoever gets another workplace by a file keeps their rights at the old one: said, so that somebody ends them. */
export function keptElsewhere(person: PlannedPerson, changes: readonly DetailChange[], world: World): PlannedGrant[] {
  if (person.was === null || !changes.some(({ field }) => field === "place")) return [];
  const unit = person.details.siteId === null ? undefined : world.places.byId.get(person.details.siteId);
  return person.grants.filter((grant) => {
    const at = world.places.byId.get(grant.siteId);
    return (
      at?.unitId != null &&
      at.unitId !== unit?.unitId &&
      (grant.until === null || grant.until >= world.today) &&
      grant.id !== null
    );
  });
}
