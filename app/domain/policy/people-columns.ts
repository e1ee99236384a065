import type { Lang } from "#app/lib/lang.ts";
import type { Role } from "./roles.ts";

/** The columns of a file of people, in the order of the template. One line is a person and one role of theirs. */
export const COLUMNS = [
  "fullName",
  "email",
  "phone",
  "position",
  "unit",
  "room",
  "role",
  "roleAt",
  "team",
  "from",
  "until",
  "lang",
] as const;
export type Column = (typeof COLUMNS)[number];
export type Cells = Record<Column, string>;
/** As a text editor counts lines, the heading being one. */
export type ImportLine = { line: number; cells: Cells };

export const MAX_BYTES = 2 * 1024 * 1024;
export const MAX_LINES = 5_000;

export type FileFault =
  | "file_missing"
  | "file_too_large"
  | "file_utf16"
  | "file_not_utf8"
  | "file_not_text"
  | "file_empty"
  | "file_no_heading"
  | "file_column_twice"
  | "file_quotes"
  | "file_too_many_lines";
export type FaultDetail = { line?: number; column?: string };

export type CellProblem =
  | "missing"
  | "control_characters"
  | "too_long"
  | "not_a_name"
  | "not_an_address"
  | "not_a_number"
  | "not_a_day"
  | "not_a_role"
  | "not_a_language"
  | "place_unknown"
  | "place_ambiguous"
  | "place_closed"
  | "room_unknown"
  | "unit_missing"
  | "role_missing"
  | "team_unknown"
  | "team_missing"
  | "team_not_wanted"
  | "role_not_there"
  | "ends_before_it_begins"
  | "ends_in_the_past"
  | "held_from_later"
  | "grant_overlaps"
  | "person_disabled"
  | "admin_by_hand"
  | "says_otherwise"
  | "first_line_refused";
export type Problem = { code: CellProblem; column: Column; typed: string; also?: string };

export const OUTCOMES = ["new", "changed", "unchanged", "refused"] as const;
export type Outcome = (typeof OUTCOMES)[number];
type DetailField = "fullName" | "phone" | "position" | "place" | "lang";
export type DetailChange = { field: DetailField; from: string | null; to: string | null };
export type GrantChange = {
  what: "begins" | "ends" | "longer";
  role: Role;
  place: string;
  team: string | null;
  from: string;
  until: string | null;
  was: string | null;
};
export type Note = { code: "name_quieted" | "keeps_rights" | "held_since"; text: string; role?: Role };
export type PlannedLine = {
  line: number;
  fullName: string;
  email: string;
  personId: number | null;
  outcome: Outcome;
  changes: DetailChange[];
  grant: GrantChange | null;
  problems: Problem[];
  notes: Note[];
};
export type NewDetails = {
  fullName: string;
  phone: string | null;
  position: string | null;
  siteId: number | null;
  lang: Lang;
};
