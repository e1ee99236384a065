import { wordsFor } from "#app/i18n/words-for.server.ts";
import { fold } from "#app/lib/fold.ts";
import { LANGS, type Lang } from "#app/lib/lang.ts";
import { readMailAddress } from "#app/lib/mail-address.ts";
import { parseDateTime } from "#app/lib/parse-date-time.ts";
import { dateIn } from "#app/lib/time.ts";
import { isName, NAME_MAX, normalisePhone, POSITION_MAX, quietName } from "../directory/person-details.ts";
import type { CellProblem, Cells, Column, Problem } from "./people-columns.ts";
import { ROLES, type Role } from "./roles.ts";

/** What the cells of a line say by themselves, before anything is looked up. Null: nothing is said. */
export type Said = {
  fullName: string | null;
  quieted: boolean;
  email: string;
  phone: string | null;
  position: string | null;
  role: Role | null;
  from: string | null;
  until: string | null;
  lang: Lang | null;
};

const squeeze = (text: string) => text.replace(/[^\S\r\n]+/g, " ").trim();
const UNSOUND = /[\p{Cc}\p{Surrogate}\u2028\u2029]/u;

export function readCells(cells: Cells): { said: Said; problems: Problem[] } {
  const problems: Problem[] = [];
  const wrong = (code: CellProblem, column: Column) => {
    problems.push({ code, column, typed: cells[column].slice(0, 80) });
    return null;
  };
  for (const [column, text] of Object.entries(cells) as [Column, string][])
    if (UNSOUND.test(text)) wrong("control_characters", column);
  const read = <T>(column: Column, reader: (text: string) => T | null, code: CellProblem): T | null =>
    cells[column] === "" ? null : (reader(cells[column]) ?? wrong(code, column));
  const typedName = squeeze(cells.fullName);
  const fullName = typedName === "" ? null : quietName(typedName);
  if (fullName !== null && !isName(fullName)) wrong(fullName.length > NAME_MAX ? "too_long" : "not_a_name", "fullName");
  const position = squeeze(cells.position) || null;
  if (position !== null && position.length > POSITION_MAX) wrong("too_long", "position");
  const email = read("email", readMailAddress, "not_an_address");
  if (cells.email === "") wrong("missing", "email");
  const role = read("role", roleOf, "not_a_role");
  if (cells.role === "")
    for (const column of ["roleAt", "team", "from", "until"] as const) if (cells[column]) wrong("role_missing", column);
  const said = {
    fullName,
    quieted: fullName !== typedName && fullName !== null,
    email: email ?? "",
    phone: read("phone", phoneOf, "not_a_number"),
    position,
    role,
    from: read("from", readDay, "not_a_day"),
    until: read("until", readDay, "not_a_day"),
    lang: read("lang", langOf, "not_a_language"),
  };
  if (said.from && said.until && said.until < said.from) wrong("ends_before_it_begins", "until");
  return { said, problems };
}

/** Spreadsheets take a mobile number for a number, and its first zero away. */
function phoneOf(text: string): string | null {
  const digits = text.replace(/[\s.-]/g, "");
  return normalisePhone(/^[35789]\d{8}$/.test(digits) ? `0${digits}` : text);
}

/** d/m/yyyy, or as machines write it; a month above twelve is no month, so the American order is refused. */
function readDay(text: string): string | null {
  if (/[ T]\d/.test(text.trim())) return null;
  const at = parseDateTime(text);
  const day = at && dateIn(at);
  return day && day >= "2000-01-01" && day < "2100-01-01" ? day : null;
}

const ROLE_WORDS = new Map<string, Role>(
  ROLES.flatMap((role) =>
    [role, ...LANGS.map((lang) => wordsFor(lang).common.role[role])].map((word) => [fold(word), role] as const),
  ),
);
const roleOf = (text: string): Role | null => ROLE_WORDS.get(fold(squeeze(text))) ?? null;

const LANG_WORDS = new Map<string, Lang>(
  LANGS.flatMap((lang) => [lang, wordsFor("vi").common.languages[lang]].map((word) => [fold(word), lang] as const)),
);
const langOf = (text: string): Lang | null => LANG_WORDS.get(fold(squeeze(text))) ?? null;
