import { createHash } from "node:crypto";
import type { DetailChange, ImportLine, Note, Outcome, PlannedLine } from "./people-columns.ts";
import { readCells, type Said } from "./people-import-cells.server.ts";
import {
  detailChanges,
  detailsSaid,
  disagreements,
  type PlannedPerson,
  startPerson,
  type Wrong,
} from "./people-import-person.server.ts";
import { grantStep, keptElsewhere } from "./people-import-roles.server.ts";
import type { World } from "./people-import-world.server.ts";

export type Plan = {
  lines: PlannedLine[];
  people: PlannedPerson[];
  counts: Record<Outcome, number>;
  /** Of everything that would be written, and of what it would be written over. */
  hash: string;
};

/** What every line of a file would do to the world as it is now. Nothing is written. */
export function planImport(lines: readonly ImportLine[], world: World): Plan {
  const found = new Map<string, PlannedPerson>();
  const planned = lines.map((line) => planLine(line, world, found));
  const counts: Record<Outcome, number> = { new: 0, changed: 0, unchanged: 0, refused: 0 };
  for (const { outcome } of planned) counts[outcome]++;
  const people = [...found.values()].filter(({ refused }) => !refused);
  const hash = createHash("sha256")
    .update(JSON.stringify([planned, people, world.today]))
    .digest("base64url");
  return { lines: planned, people, counts, hash };
}

function planLine({ line, cells }: ImportLine, world: World, found: Map<string, PlannedPerson>): PlannedLine {
  const { said, problems } = readCells(cells);
  const wrong: Wrong = (code, column, also) => {
    problems.push({ code, column, typed: cells[column].slice(0, 80), ...(also ? { also } : {}) });
    return null;
  };
  const known = found.get(said.email);
  const person = known ?? startPerson(said, line, world);
  if (known?.refused) wrong("first_line_refused", "email", String(known.firstLine));
  if (known) disagreements(said, cells, known, wrong);
  else if (person.id === null && said.fullName === null && cells.fullName === "") wrong("missing", "fullName");
  if (!known) person.changes = detailChanges(person, said, cells, world, wrong);
  const changes = known ? [] : person.changes;
  const step = problems.length === 0 && said.role ? grantStep(person, said, said.role, cells, world, wrong) : null;
  const answer = {
    line,
    fullName: person.details.fullName || cells.fullName,
    email: said.email || cells.email,
    personId: person.id,
    problems,
  };
  if (!known && said.email) found.set(said.email, person);
  if (problems.length > 0) {
    if (!known) person.refused = true;
    return { ...answer, outcome: "refused", changes: [], grant: null, notes: [] };
  }
  if (!known) person.said = detailsSaid(said, cells);
  const change = step && "change" in step ? step.change : null;
  if (step && "change" in step) person.steps.push(step);
  const outcome = !known && person.id === null ? "new" : changes.length > 0 || change ? "changed" : "unchanged";
  return { ...answer, outcome, changes, grant: change, notes: notesOn(person, said, changes, step, world) };
}

function notesOn(
  person: PlannedPerson,
  said: Said,
  changes: readonly DetailChange[],
  step: ReturnType<typeof grantStep>,
  world: World,
): Note[] {
  const since = step && "since" in step ? step.since : null;
  return [
    ...(said.quieted && changes.some(({ field }) => field === "fullName")
      ? [{ code: "name_quieted" as const, text: person.details.fullName }]
      : []),
    ...(since && said.from && since !== said.from ? [{ code: "held_since" as const, text: since }] : []),
    ...keptElsewhere(person, changes, world).map(({ role, place }) => ({
      code: "keeps_rights" as const,
      text: place,
      role,
    })),
  ];
}
