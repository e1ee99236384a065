import type { SiteKind } from "../directory/site.ts";
import type { Role } from "./roles.ts";

/** Where each role can be held. A specialist's reach is the team, an admin's the whole office. */
export const ROLE_SITES: Record<Role, readonly SiteKind[]> = {
  reporter: ["ward", "department"],
  ward_lead: ["ward", "department"],
  engineer: ["ward", "city"],
  specialist: ["city"],
  coordinator: ["city"],
  manager: ["city", "ward"],
  admin: ["city"],
};

export type GrantProblem =
  | "role_not_there"
  | "team_missing"
  | "team_not_wanted"
  | "ends_before_it_begins"
  | "place_unknown";

export type NewGrant = {
  role: Role;
  siteId: number;
  teamId: number | null;
  /** Calendar dates in the city, both included; null: without an end. */
  from: string;
  until: string | null;
};

export function grantProblem(
  grant: Omit<NewGrant, "siteId">,
  site: { kind: SiteKind; open: boolean } | null,
): GrantProblem | null {
  if (!site?.open) return "place_unknown";
  if (!ROLE_SITES[grant.role].includes(site.kind)) return "role_not_there";
  if (grant.role === "specialist" && grant.teamId === null) return "team_missing";
  if (grant.role !== "specialist" && grant.teamId !== null) return "team_not_wanted";
  return grant.until !== null && grant.until < grant.from ? "ends_before_it_begins" : null;
}

type Span = { from: string; until: string | null };

/** Both days of a span count. */
export const overlaps = (a: Span, b: Span): boolean =>
  (a.until === null || b.from <= a.until) && (b.until === null || a.from <= b.until);

export type GrantTime = "now" | "later" | "past";

export function timeOf({ from, until }: Span, today: string): GrantTime {
  if (from > today) return "later";
  return until !== null && until < today ? "past" : "now";
}
