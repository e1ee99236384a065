import { siteLabel } from "../directory/site-labels.server.ts";
import type { HeldGrant } from "./grants-held.server.ts";
import type { CellProblem, Cells, Column, DetailChange, GrantChange, NewDetails } from "./people-columns.ts";
import type { Said } from "./people-import-cells.server.ts";
import type { Twin } from "./people-import-grants.ts";
import type { World } from "./people-import-world.server.ts";
import type { Role } from "./roles.ts";

export type PlannedGrant = Twin & {
  role: Role;
  siteId: number;
  teamId: number | null;
  place: string;
  team: string | null;
};
/** One person of the file, with all their lines. */
export type PlannedPerson = {
  id: number | null;
  version: number;
  email: string;
  was: NewDetails | null;
  details: NewDetails;
  changes: DetailChange[];
  disabled: boolean;
  grants: PlannedGrant[];
  steps: { change: GrantChange; grant: PlannedGrant }[];
  firstLine: number;
  refused: boolean;
  said: Partial<Record<Column, string>>;
};
/** Notes what is wrong with a cell, and is null. */
export type Wrong = (code: CellProblem, column: Column, also?: string) => null;

export function startPerson(said: Said, line: number, world: World): PlannedPerson {
  const row = world.people.get(said.email);
  const was = row
    ? { fullName: row.fullName, phone: row.phone, position: row.position, siteId: row.siteId, lang: row.lang }
    : null;
  return {
    id: row?.id ?? null,
    version: row?.version ?? 0,
    email: said.email,
    was,
    details: was
      ? { ...was }
      : { fullName: said.fullName ?? "", phone: null, position: null, siteId: null, lang: "vi" },
    changes: [],
    disabled: row?.disabledAt != null,
    grants: (row ? (world.held.get(row.id) ?? []) : []).map(asPlanned),
    steps: [],
    firstLine: line,
    refused: false,
    said: {},
  };
}

const asPlanned = (grant: HeldGrant): PlannedGrant => ({
  id: grant.id,
  role: grant.role,
  siteId: grant.siteId,
  teamId: grant.teamId,
  from: grant.from,
  until: grant.until,
  place: siteLabel(grant.site),
  team: grant.teamName,
});

const DETAILS = ["fullName", "phone", "position", "unit", "room", "lang"] as const;

/** What a line says of the person, as it will be kept, so that capitals and spaces make no difference. */
export function detailsSaid(said: Said, cells: Cells): Record<(typeof DETAILS)[number], string> {
  const plain = (text: string) => text.normalize("NFC").replace(/\s+/g, " ").trim().toLowerCase();
  const { fullName, phone, position, lang } = said;
  return {
    fullName: fullName ?? "",
    phone: phone ?? "",
    position: plain(position ?? ""),
    unit: plain(cells.unit),
    room: plain(cells.room),
    lang: lang ?? "",
  };
}

/** A second line about somebody may repeat what the first one said, or leave it out. */
export function disagreements(said: Said, cells: Cells, known: PlannedPerson, wrong: Wrong): void {
  const now = detailsSaid(said, cells);
  for (const column of DETAILS) {
    const before = known.said[column];
    if (now[column] !== "" && before !== undefined && now[column] !== before)
      wrong("says_otherwise", column, String(known.firstLine));
  }
}

export function detailChanges(person: PlannedPerson, said: Said, cells: Cells, world: World, wrong: Wrong) {
  const { details, was } = person;
  const siteId = workplace(person, cells, world, wrong);
  const label = (id: number | null) => {
    const site = id === null ? undefined : world.places.byId.get(id);
    return site ? siteLabel(site) : null;
  };
  const next: NewDetails = {
    fullName: said.fullName ?? details.fullName,
    phone: said.phone ?? details.phone,
    position: said.position ?? details.position,
    siteId: siteId ?? details.siteId,
    lang: said.lang ?? details.lang,
  };
  const pairs = [
    { field: "fullName", from: was?.fullName ?? null, to: next.fullName },
    { field: "phone", from: was?.phone ?? null, to: next.phone },
    { field: "position", from: was?.position ?? null, to: next.position },
    { field: "place", from: label(was?.siteId ?? null), to: label(next.siteId) },
    { field: "lang", from: was?.lang ?? null, to: next.lang },
  ] as const;
  person.details = next;
  return pairs.filter(({ from, to }) => from !== to && !(was === null && to === null)) as DetailChange[];
}

function workplace(person: PlannedPerson, cells: Cells, world: World, wrong: Wrong): number | null {
  const own = person.details.siteId;
  const here = own === null ? undefined : world.places.byId.get(own);
  const held = new Set([own, here?.unitId].filter((id) => id != null));
  if (cells.unit === "" && cells.room === "") return null;
  const unit = cells.unit === "" ? null : world.places.place(cells.unit, held);
  if (unit && "problem" in unit) return wrong(unit.problem, "unit", unit.also);
  const unitId = unit ? unit.site.id : (here?.unitId ?? null);
  if (cells.room === "") return here?.unitId === unitId && unitId !== null ? own : unitId;
  if (unitId === null) return wrong("unit_missing", "room");
  const room = world.places.room(unitId, cells.room, held);
  return "problem" in room ? wrong(room.problem, "room", room.also) : room.site.id;
}
