import type { Ctx } from "#app/db/context.server.ts";
import { wordsFor } from "#app/i18n/words-for.server.ts";
import { csvText } from "#app/lib/csv.ts";
import { formatDate, formatPhone } from "#app/lib/format.ts";
import type { Lang } from "#app/lib/lang.ts";
import { startOfDate } from "#app/lib/time.ts";
import { siteLabel, unitLabel } from "../directory/site-labels.server.ts";
import type { HeldGrant } from "./grants-held.server.ts";
import { type Cells, COLUMNS } from "./people-columns.ts";
import type { PeopleFilters } from "./people-filters.ts";
import { type ListedPerson, listPeople } from "./people-list.server.ts";

const MOST = 20_000;

/** The list as the import reads it: a line for each role held now or later, and one for whoever holds none. */
export async function exportPeople(ctx: Ctx, filters: PeopleFilters, lang: Lang): Promise<string> {
  const { people } = await listPeople(ctx, { ...filters, after: null }, MOST);
  const lines = people.flatMap((person) =>
    person.grants.length === 0
      ? [lineOf(person, null, lang)]
      : person.grants.map((grant) => lineOf(person, grant, lang)),
  );
  return csvOf(lines, lang);
}

/** What to fill in, with one line that shows how. */
export const peopleTemplate = (lang: Lang): string =>
  csvOf([{ room: "", team: "", until: "", ...wordsFor(lang).peopleImport.templateLine }], lang);

function csvOf(lines: readonly Cells[], lang: Lang): string {
  const { columns } = wordsFor(lang).peopleImport;
  return csvText([
    COLUMNS.map((column) => columns[column]),
    ...lines.map((cells) => COLUMNS.map((column) => cells[column])),
  ]);
}

const day = (date: string | null) => (date === null ? "" : formatDate(startOfDate(date)));

function lineOf(person: ListedPerson, grant: HeldGrant | null, lang: Lang): Cells {
  const w = wordsFor(lang);
  return {
    fullName: person.fullName,
    email: person.email,
    phone: person.phone === null ? "" : formatPhone(person.phone),
    position: person.position ?? "",
    unit: unitLabel(person) ?? person.siteName ?? "",
    room: person.siteName === person.unitName || person.unitName === null ? "" : (person.siteName ?? ""),
    role: grant ? w.common.role[grant.role] : "",
    roleAt: grant ? siteLabel(grant.site) : "",
    team: grant?.teamName ?? "",
    from: grant ? day(grant.from) : "",
    until: grant ? day(grant.until) : "",
    lang: w.common.languages[person.lang],
  };
}
