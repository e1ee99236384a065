import { formatDate, formatTime } from "#app/lib/format.ts";
import { parseDateTime } from "#app/lib/parse-date-time.ts";
import { IMPACTS, type Impact, PRIORITIES, type Priority } from "../priority.ts";
import { ACCESS_PHASES, type AccessPhase, STANDINGS, type Standing, TICKET_KINDS, type TicketKind } from "../ticket.ts";

/** Older than this many hours. */
export const AGES = { "1h": 1, "4h": 4, "1d": 24, "3d": 72, "7d": 168 } as const;
export type Age = keyof typeof AGES;

/** Too late, or a quarter of the time left. */
export const PRESSURES = ["overdue", "soon"] as const;
export type Pressing = (typeof PRESSURES)[number];

export const SORTS = ["urgent", "due", "oldest", "newest", "waiting", "updated"] as const;
export type Sort = (typeof SORTS)[number];

const MOMENTS = [
  "receivedFrom",
  "receivedTo",
  "resolvedFrom",
  "resolvedTo",
  "respondedFrom",
  "respondedTo",
  "openAt",
] as const;
type Moment = (typeof MOMENTS)[number];

/** What a list of tickets is narrowed to. From is included, to is not; `openAt` is the backlog at that instant. */
export type TicketFilters = {
  status: readonly Standing[];
  kind: readonly TicketKind[];
  /** Requests for access that wait for this. */
  access: readonly AccessPhase[];
  impact: readonly Impact[];
  priority: readonly Priority[];
  system: number | null;
  site: number | null;
  department: number | null;
  team: number | null;
  assignee: "me" | "none" | number | null;
  age: Age | null;
  due: readonly Pressing[];
  sort: Sort | null;
} & Record<Moment, Date | null>;

export const NO_FILTERS: TicketFilters = {
  status: [],
  kind: [],
  access: [],
  impact: [],
  priority: [],
  system: null,
  site: null,
  department: null,
  team: null,
  assignee: null,
  age: null,
  due: [],
  sort: null,
  receivedFrom: null,
  receivedTo: null,
  resolvedFrom: null,
  resolvedTo: null,
  respondedFrom: null,
  respondedTo: null,
  openAt: null,
};

const LISTS = {
  status: STANDINGS,
  kind: TICKET_KINDS,
  access: ACCESS_PHASES,
  impact: IMPACTS,
  priority: PRIORITIES,
  due: PRESSURES,
} as const;
const IDS = ["system", "site", "department", "team"] as const;
const MAX_ID = 2_147_483_647;

export const readId = (text: string): number | null =>
  /^[1-9]\d{0,9}$/.test(text) && Number(text) <= MAX_ID ? Number(text) : null;

const readOne = <T extends string>(allowed: readonly T[], text: string): T | null =>
  allowed.find((value) => value === text) ?? null;

const readAssignee = (text: string) => (text === "me" || text === "none" ? text : readId(text));

/**
 * Reads an address. What is not on the lists is left out and named in `unknown`, so that a page can say so;
 * keys that are no filters belong to somebody else.
 */
export function parseFilters(
  search: URLSearchParams,
  sorts: readonly Sort[] = SORTS,
): { filters: TicketFilters; unknown: string[] } {
  const filters = { ...NO_FILTERS };
  const unknown = new Set<string>();
  const list = <T extends string>(key: string, allowed: readonly T[]): T[] => {
    const given = [...new Set(search.getAll(key).filter((text) => text !== ""))];
    if (given.some((text) => readOne(allowed, text) === null)) unknown.add(key);
    return allowed.filter((value) => given.includes(value));
  };
  const one = <T>(key: string, read: (text: string) => T | null): T | null => {
    const given = [...new Set(search.getAll(key).filter((text) => text !== ""))];
    const [text] = given;
    if (text === undefined) return null;
    const value = given.length === 1 ? read(text) : null;
    if (value === null) unknown.add(key);
    return value;
  };
  filters.status = list("status", LISTS.status);
  filters.kind = list("kind", LISTS.kind);
  filters.access = list("access", LISTS.access);
  filters.impact = list("impact", LISTS.impact);
  filters.priority = list("priority", LISTS.priority);
  filters.due = list("due", LISTS.due);
  for (const key of IDS) filters[key] = one(key, readId);
  filters.assignee = one("assignee", readAssignee);
  filters.age = one("age", (text) => readOne(Object.keys(AGES) as Age[], text)); // safe because AGES is a literal
  filters.sort = one("sort", (text) => readOne(sorts, text));
  for (const key of MOMENTS) filters[key] = one(key, (text) => (text.length <= 20 ? parseDateTime(text) : null));
  return { filters, unknown: [...unknown] };
}

/** Wall clock of the city, to the minute; midnight is only a date. */
function writeMoment(at: Date): string {
  const [day, month, year] = formatDate(at).split("/");
  const time = formatTime(at);
  return time === "00:00" ? `${year}-${month}-${day}` : `${year}-${month}-${day}T${time}`;
}

export function writeFilters(filters: Partial<TicketFilters>): URLSearchParams {
  const search = new URLSearchParams();
  for (const key of Object.keys(NO_FILTERS) as (keyof TicketFilters)[]) {
    const value = filters[key];
    if (value === null || value === undefined) continue;
    if (value instanceof Date) search.set(key, writeMoment(value));
    else if (typeof value === "object") for (const each of value) search.append(key, each);
    else search.set(key, String(value));
  }
  return search;
}

/** Where the tickets behind a number are listed. Moments are kept to the minute. */
export function listPath(filters: Partial<TicketFilters>): string {
  const search = writeFilters(filters).toString();
  return search ? `/tickets?${search}` : "/tickets";
}

/** Narrowed by anything but the order. */
export const isNarrowed = (filters: TicketFilters) => writeFilters({ ...filters, sort: null }).size > 0;

/** Asks about a time that is past: answered from all tickets, open or not. */
export const asksPeriod = (filters: TicketFilters) => MOMENTS.some((key) => filters[key] !== null);
