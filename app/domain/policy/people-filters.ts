import { ROLES, type Role } from "./roles.ts";

/** Working is everybody but those who have left; it is what a list shows when nothing is asked. */
export const PEOPLE_STATES = ["working", "uninvited", "invited", "joined", "disabled", "all"] as const;
type PeopleState = (typeof PEOPLE_STATES)[number];

export type PeopleFilters = { q: string; site: number | null; role: Role | null; state: PeopleState };

const Q_MAX = 100;
const MAX_ID = 2_147_483_647;

const readId = (text: string | null): number | null =>
  text !== null && /^[1-9]\d{0,9}$/.test(text) && Number(text) <= MAX_ID ? Number(text) : null;

/** What an address asks for; what is not on the lists is as if it had not been said. */
export function readPeopleFilters(search: URLSearchParams): PeopleFilters & { after: number | null } {
  const q = (search.get("q") ?? "").normalize("NFC").replace(/[\p{Cc}\p{Surrogate}]/gu, " ");
  return {
    q: q.replace(/\s+/g, " ").trim().slice(0, Q_MAX),
    site: readId(search.get("site")),
    role: ROLES.find((role) => role === search.get("role")) ?? null,
    state: PEOPLE_STATES.find((state) => state === search.get("state")) ?? "working",
    after: readId(search.get("after")),
  };
}

export const peopleQuery = ({ q, site, role, state }: PeopleFilters): Record<string, string | number | undefined> => ({
  q: q || undefined,
  site: site ?? undefined,
  role: role ?? undefined,
  state: state === "working" ? undefined : state,
});
