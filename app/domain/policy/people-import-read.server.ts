import { CsvError, parse } from "csv-parse/sync";
import { wordsFor } from "#app/i18n/words-for.server.ts";
import { unguard } from "#app/lib/csv.ts";
import { fold } from "#app/lib/fold.ts";
import {
  type Cells,
  COLUMNS,
  type Column,
  type FaultDetail,
  type FileFault,
  type ImportLine,
  MAX_BYTES,
  MAX_LINES,
} from "./people-columns.ts";

export type ReadFile =
  | { ok: true; lines: ImportLine[]; ignored: string[] }
  | { ok: false; fault: FileFault; detail: FaultDetail };

const refuse = (fault: FileFault, detail: FaultDetail = {}): ReadFile => ({ ok: false, fault, detail });

/** Bytes as text, or why they are none. Office programs save "Unicode" as UTF-16 and plain CSV in an old code page. */
export function decodeFile(bytes: Uint8Array): { text: string } | { fault: FileFault } {
  if (bytes.length > MAX_BYTES) return { fault: "file_too_large" };
  if (bytes.length === 0) return { fault: "file_empty" };
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return { fault: "file_utf16" };
  if (bytes.includes(0)) return { fault: bytes.length < 4 || looksLikeUtf16(bytes) ? "file_utf16" : "file_not_text" };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes).normalize("NFC") };
  } catch {
    return { fault: "file_not_utf8" };
  }
}

function looksLikeUtf16(bytes: Uint8Array): boolean {
  const start = bytes.subarray(0, 64);
  const zeros = start.filter((byte) => byte === 0).length;
  return zeros >= start.length / 4;
}

/** Lines of cells by what the heading calls them. What the heading does not know is left out, and said. */
export function readPeopleText(text: string): ReadFile {
  const body = text.replace(/^sep=.\r?\n/i, "");
  const offset = body.length === text.length ? 0 : 1;
  const heading = body.split(/\r\n|\n|\r/, 1)[0] ?? "";
  const delimiter = delimiterOf(heading);
  let rows: Row[];
  try {
    rows = recordsOf(body, delimiter);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return refuse("file_quotes", { line: Number(error.lines ?? 1) + offset });
  }
  const [head, ...rest] = rows;
  if (!head) return refuse("file_empty");
  const columns = head.record.map(columnOf);
  if (!columns.includes("email") || !columns.includes("fullName")) return refuse("file_no_heading");
  const twice = columns.find((column, at) => column !== null && columns.indexOf(column) !== at);
  if (twice) return refuse("file_column_twice", { column: head.record[columns.lastIndexOf(twice)] });
  const lines = rest.flatMap(({ record, line }) => {
    const cells = cellsOf(columns, record);
    return Object.values(cells).some((cell) => cell !== "") ? [{ line: line + offset, cells }] : [];
  });
  if (lines.length === 0) return refuse("file_empty");
  if (lines.length > MAX_LINES) return refuse("file_too_many_lines");
  const ignored = head.record.filter((name, at) => columns[at] === null && name.trim() !== "");
  return { ok: true, lines, ignored };
}

type Row = { record: string[]; line: number };

function recordsOf(text: string, delimiter: string): Row[] {
  const parsed = parse(text, {
    bom: true,
    delimiter,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: 20_000,
    to: MAX_LINES + 2,
  }) as unknown as { record: string[]; info: { lines: number } }[]; // safe because `info` makes pairs of the records
  return parsed.map(({ record, info }) => ({
    record,
    line: info.lines - record.join("").split(/\r\n|\n|\r/).length + 1,
  }));
}

/** Whichever makes the most of the heading. */
function delimiterOf(heading: string): string {
  const known = (delimiter: string) => heading.split(delimiter).filter((name) => columnOf(name) !== null).length;
  return [";", ",", "\t"].reduce((best, one) => (known(one) > known(best) ? one : best));
}

function cellsOf(columns: readonly (Column | null)[], record: readonly string[]): Cells {
  const cells = Object.fromEntries(COLUMNS.map((column) => [column, ""])) as Cells; // safe because all columns are there
  columns.forEach((column, at) => {
    if (column) cells[column] = unguard(record[at] ?? "").trim();
  });
  return cells;
}

const plain = (name: string) =>
  fold(unguard(name))
    .replace(/[^a-z0-9]+/g, " ")
    .trim();

const ALSO: Record<string, Column> = {
  "ho va ten": "fullName",
  name: "fullName",
  "e mail": "email",
  "dia chi email": "email",
  "thu dien tu": "email",
  "so dien thoai": "phone",
  sdt: "phone",
  "phong ban": "room",
};

const NAMES = new Map<string, Column>([
  ...Object.entries(ALSO),
  ...(["vi", "en"] as const).flatMap((lang) =>
    COLUMNS.map((column) => [plain(wordsFor(lang).peopleImport.columns[column]), column] as const),
  ),
  ...COLUMNS.map((column) => [plain(column), column] as const),
]);

const columnOf = (name: string): Column | null => NAMES.get(plain(name.replace(/^\ufeff|^"|"$/g, ""))) ?? null;
