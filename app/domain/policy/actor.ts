import type { Lang } from "#app/lib/lang.ts";
import type { SiteKind } from "../directory/site.ts";
import type { Role } from "./roles.ts";

export type Grant = {
  role: Role;
  siteId: number;
  siteKind: SiteKind;
  /** The ward that the site is or belongs to; null for the city. */
  wardId: number | null;
  teamId: number | null;
};
export type Person = { kind: "person"; personId: number; name: string; lang: Lang; grants: readonly Grant[] };
export type Actor = Person | { kind: "system" } | { kind: "anonymous" };

export const SYSTEM: Actor = { kind: "system" };
export const ANONYMOUS: Actor = { kind: "anonymous" };

export const holds = (actor: Actor, ...roles: readonly Role[]) =>
  actor.kind === "person" && actor.grants.some((grant) => roles.includes(grant.role));

/** Roles whose holders are on the support side: they read internal notes and their actions count as a response. */
const SUPPORT_ROLES: readonly Role[] = ["engineer", "coordinator", "manager"];
const READING_ROLES: readonly Role[] = ["ward_lead", "engineer", "coordinator", "manager"];
const FILING_ROLES: readonly Role[] = ["reporter", "ward_lead", "engineer"];

export type Reach = {
  personId: number | null;
  system: boolean;
  /** Writes people, places and settings. */
  admin: boolean;
  /** Reads every ward. */
  city: boolean;
  /** Wards and departments whose tickets are read whole. */
  sites: number[];
  /** Second-line teams: read what is handed to them. */
  teams: number[];
  supportCity: boolean;
  supportSites: number[];
  /** Wards this person may file for. */
  fileSites: number[];
};

/** Everything the database needs to know about an actor; row-level security reads exactly these facts. */
export function reachOf(actor: Actor): Reach {
  const reach: Reach = {
    personId: actor.kind === "person" ? actor.personId : null,
    system: actor.kind === "system",
    admin: holds(actor, "admin"),
    city: actor.kind === "system",
    sites: [],
    teams: [],
    supportCity: actor.kind === "system",
    supportSites: [],
    fileSites: [],
  };
  if (actor.kind !== "person") return reach;
  for (const grant of actor.grants) {
    const reads = READING_ROLES.includes(grant.role);
    const supports = SUPPORT_ROLES.includes(grant.role);
    if (grant.teamId !== null) reach.teams.push(grant.teamId);
    if (grant.siteKind === "city") {
      reach.city ||= reads;
      reach.supportCity ||= supports;
      continue;
    }
    if (reads) reach.sites.push(grant.siteId);
    if (supports && grant.siteKind === "ward") reach.supportSites.push(grant.siteId);
    if (FILING_ROLES.includes(grant.role) && grant.wardId !== null) reach.fileSites.push(grant.wardId);
  }
  return reach;
}
