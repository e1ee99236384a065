/** A cell that a spreadsheet would run: it begins like a formula, after whatever it skips, in any width. */
const FORMULA = /^[\s\p{C}]*[=+\-@|\uff1d\uff0b\uff0d\uff20]/u;
const GUARDED = /^'(?=[\s\p{C}']*[=+\-@|\uff1d\uff0b\uff0d\uff20])/u;
const BOM = "\ufeff";

const guard = (cell: string) => (FORMULA.test(cell) || GUARDED.test(cell) ? `'${cell}` : cell);

/** What guard put before a cell taken away again. */
export const unguard = (cell: string): string => cell.replace(GUARDED, "");

const quoted = (cell: string) => (/[";,\t\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** A table as Excel opens it here: a BOM, semicolons, CRLF, and nothing in it that would run as a formula. */
export const csvText = (rows: readonly (readonly string[])[]): string =>
  BOM + rows.map((row) => `${row.map((cell) => quoted(guard(cell))).join(";")}\r\n`).join("");
