import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import type { UnitKind } from "#app/domain/directory/site.ts";

const DATA = join(import.meta.dirname, "data");

export const readData = (file: string) => readFileSync(join(DATA, file), "utf8");

/** Rows of a table of ours; its columns are what the caller says they are. */
export const readTable = <Row extends Record<string, string>>(file: string): Row[] =>
  parse(readData(file).normalize("NFC"), { columns: true, skip_empty_lines: true });

export type Unit = { slug: string; name: string; kind: UnitKind; formerArea: string; population: number };

/** The 168 units of the city since 01/07/2025. */
export function readUnits(): Unit[] {
  const extra = new Map(
    readTable<{ code_slug: string; population_2025: string }>("hcmc-units-extra.csv").map((row) => [
      row.code_slug,
      row,
    ]),
  );
  return readTable<{ code_slug: string; name_vi: string; kind: UnitKind; former_area: string }>("hcmc-units.csv").map(
    (row) => ({
      slug: row.code_slug,
      name: row.name_vi,
      kind: row.kind,
      formerArea: row.former_area,
      population: Number(extra.get(row.code_slug)?.population_2025),
    }),
  );
}
