import type { HistoryEntry, Shown } from "#app/domain/audit/history.server.ts";
import { WEEKDAYS } from "#app/domain/sla/calendar.ts";
import type { Lang } from "#app/i18n/language.ts";
import type { Words } from "#app/i18n/vi.ts";
import { formatDate, formatDateTime, formatNumber, formatPhone } from "#app/lib/format.ts";
import { parseDateTime } from "#app/lib/parse-date-time.ts";
import { outcomeText, purposeText } from "../deliveries/delivery-words.ts";

type Facts = HistoryEntry["before"];
type Fact = NonNullable<Facts>[string] | undefined;
export type Difference = { field: string; before: string | null; after: string | null };

/** Field by field, in words; null is "was not there". What did not change is left out. */
export function differencesOf(before: Facts, after: Facts, w: Words, lang: Lang): Difference[] {
  const keys = inOrder([...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])]);
  return keys
    .filter((key) => JSON.stringify(before?.[key]) !== JSON.stringify(after?.[key]))
    .map((key) => ({
      field: fieldName(key, after?.[key] ?? before?.[key], w),
      before: before && key in before ? factOf(key, before[key], w, lang) : null,
      after: after && key in after ? factOf(key, after[key], w, lang) : null,
    }));
}

/** What is stored has no order; days of a week have one. */
const inOrder = (keys: string[]) => {
  const rank = (key: string) => (WEEKDAYS as readonly string[]).indexOf(key);
  return keys.sort((a, b) => rank(a) - rank(b));
};

function fieldName(key: string, value: Fact, w: Words): string {
  if (key === "place" && typeof value === "number") return w.audit.placeInOrder;
  const cell = matrixCellName(key, w);
  return cell ?? (w.audit.fields as Record<string, string>)[key] ?? key;
}

/** "one_person.now" of the priority matrix. */
function matrixCellName(key: string, w: Words): string | null {
  const [impact, urgency] = key.split(".");
  const rows: Record<string, string> = w.tickets.impact;
  const columns: Record<string, string> = w.tickets.urgency;
  const [row, column] = [rows[impact ?? ""], columns[urgency ?? ""]];
  return row && column ? w.settings.cell(row, column) : null;
}

/** Where the same code could mean something else under another name. */
const BY_FIELD: Record<string, (code: string, w: Words) => string> = {
  lastError: outcomeText,
  purpose: purposeText,
  phone: formatPhone,
};

function factOf(key: string, value: Fact, w: Words, lang: Lang): string {
  const byField = Object.hasOwn(BY_FIELD, key) ? BY_FIELD[key] : undefined;
  return byField && typeof value === "string" ? byField(value, w) : factText(value, w, lang);
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;

/** A stored value as a person reads it: codes of ours in words, days and instants as they are written here. */
export function factText(value: Fact, w: Words, lang: Lang): string {
  if (value === null || value === undefined || value === "") return w.audit.empty;
  if (typeof value === "boolean") return value ? w.common.yes : w.common.no;
  if (typeof value === "number") return formatNumber(value, lang);
  if (typeof value === "string") return codeText(value, w);
  return value.map((one) => factText(one, w, lang)).join(", ") || w.audit.empty;
}

function codeText(value: string, w: Words): string {
  const day = DAY.test(value) ? parseDateTime(value) : null;
  if (day) return formatDate(day);
  if (INSTANT.test(value)) return formatDateTime(new Date(value));
  const codes = valuesIn(w);
  return Object.hasOwn(codes, value) ? (codes[value] ?? value) : value;
}

function valuesIn(w: Words): Record<string, string> {
  const labelled = { ...w.settings.presets, ...w.mail.settings.choices };
  const labels = Object.entries(labelled).map(([code, { label }]) => [code, label] as const);
  return {
    ...w.common.role,
    ...w.common.unit,
    ...w.common.languages,
    ...w.tickets.priority,
    ...w.audit.why,
    ...w.deliveries.states,
    ...w.places.abbreviations.kinds,
    ...Object.fromEntries(labels),
  };
}

/** Every word that stands for a code where an entry is shown, for a search among them. */
export function shownIn(w: Words): Shown[] {
  const actions = Object.entries(w.audit.actions).map(([action, label]) => ({ label, action }));
  const cells = Object.entries(w.tickets.impact).flatMap(([row, rowName]) =>
    Object.entries(w.tickets.urgency).map(([column, name]) => [`${row}.${column}`, w.settings.cell(rowName, name)]),
  );
  const named: Record<string, string>[] = [
    ...[w.audit.settings, w.audit.fields, Object.fromEntries(cells), valuesIn(w)],
    { place: w.audit.placeInOrder },
  ];
  return [...actions, ...named.flatMap((one) => Object.entries(one).map(([code, label]) => ({ label, code })))];
}

/** What was done, in words; an action that nobody has named yet says its code. */
export const actionText = (action: string, w: Words): string =>
  (w.audit.actions as Record<string, string>)[action] ?? action;

/** All letters that failed are an object too; everything else is called by its name. */
export function objectText({ kind, objectName }: { kind: string; objectName: string }, w: Words): string {
  if (kind === "setting") return (w.audit.settings as Record<string, string>)[objectName] ?? objectName;
  return kind === "delivery" && objectName === "failed" ? w.deliveries.states.failed : objectName;
}
