import type { DetailChange, GrantChange, Note, PlannedLine, Problem } from "#app/domain/policy/people-columns.ts";
import type { Words } from "#app/i18n/vi.ts";
import { formatPhone } from "#app/lib/format.ts";
import { isLang } from "#app/lib/lang.ts";
import { dayText } from "../admin/dates.tsx";
import { daysText } from "./words.ts";

/** Everything that a line would do, or why it does nothing. */
export function lineText({ problems, changes, grant, notes, outcome }: PlannedLine, w: Words): string[] {
  if (outcome === "refused") return problems.map((problem) => problemText(problem, w));
  const said = [...changes.map((change) => changeText(change, w)), ...(grant ? [grantChangeText(grant, w)] : [])];
  return [...(said.length > 0 ? said : [w.peopleImport.nothing]), ...notes.map((note) => noteText(note, w))];
}

function changeText({ field, from, to }: DetailChange, w: Words): string {
  const words = w.peopleImport;
  const shown = (value: string | null) => {
    if (value === null) return w.people.history.empty;
    if (field === "phone") return formatPhone(value);
    return field === "lang" && isLang(value) ? w.common.languages[value] : value;
  };
  const name = words.fields[field];
  return from === null ? words.sets(name, shown(to)) : words.changes(name, shown(from), shown(to));
}

function grantChangeText({ what, role, place, team, from, until }: GrantChange, w: Words): string {
  const words = w.peopleImport;
  const called = w.common.role[role];
  const at = team ?? place;
  if (what === "begins") return words.begins(called, at, daysText({ from, until }, w));
  return words[what](called, at, dayText(until ?? ""));
}

function noteText({ code, text, role }: Note, w: Words): string {
  const { notes } = w.peopleImport;
  if (code === "keeps_rights") return notes.keeps_rights(role ? w.common.role[role] : "", text);
  return code === "held_since" ? notes.held_since(dayText(text)) : notes.name_quieted(text);
}

function problemText({ code, column, typed, also }: Problem, w: Words): string {
  const words = w.peopleImport;
  const why = words.problems[code];
  const more = also && (/^\d+$/.test(also) ? words.alsoLine(also) : words.also(also));
  const whole = more ? `${why} ${more}` : why;
  const name = words.columns[column];
  return typed === "" ? words.problemEmpty(name, whole) : words.problem(name, typed, whole);
}
