import { expect, test } from "vitest";
import { UNIT_KINDS } from "#app/domain/directory/site.ts";
import { ROLES } from "#app/domain/policy/roles.ts";
import { IMPACTS, PRIORITIES, URGENCIES } from "#app/domain/tickets/priority.ts";
import {
  HOLD_REASONS,
  LINK_KINDS,
  RESOLUTION_CODES,
  TICKET_KINDS,
  TICKET_STATUSES,
} from "#app/domain/tickets/ticket.ts";
import { en } from "#app/i18n/en.ts";
import { resolveLang } from "#app/i18n/language.ts";
import { vi } from "#app/i18n/vi.ts";

type Leaf = { path: string; value: unknown };

function leaves(value: unknown, path = ""): Leaf[] {
  if (typeof value !== "object" || value === null) return [{ path, value }];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, path ? `${path}.${key}` : key));
}

const shape = (words: unknown) => leaves(words).map(({ path, value }) => `${path}: ${typeof value}`);
const texts = (words: unknown) =>
  leaves(words).filter((leaf): leaf is Leaf & { value: string } => typeof leaf.value === "string");

test("both languages say the same things", () => {
  expect(shape(en).sort()).toEqual(shape(vi).sort());
});

test("Vietnamese is stored composed, calls nobody bạn and shouts at nobody", () => {
  const wrong = texts(vi).filter(
    ({ value }) => value !== value.normalize("NFC") || /(^|\s)bạn(\s|$|[,.])/i.test(value) || /[!]|\.\.\./.test(value),
  );
  expect(wrong).toEqual([]);
});

test("no text is empty or has a space at its end", () => {
  expect([...texts(vi), ...texts(en)].filter(({ value }) => value.trim() === "" || value !== value.trim())).toEqual([]);
});

test.each([
  ["https://tram.example/?lang=en", "lang=vi", "vi", "en"],
  ["https://tram.example/", "theme=dark; lang=en", "vi", "en"],
  ["https://tram.example/", "lang=fr", "en", "en"],
  ["https://tram.example/?lang=fr", null, null, "vi"],
  ["https://tram.example/", "xlang=en", undefined, "vi"],
])("at %s with cookie %s and setting %s the page speaks %s", (url, cookie, personLang, lang) => {
  expect(resolveLang({ url, cookie, personLang })).toBe(lang);
});

test.each([
  ["status", vi.tickets.status, TICKET_STATUSES],
  ["kind", vi.tickets.kind, TICKET_KINDS],
  ["impact", vi.tickets.impact, IMPACTS],
  ["urgency", vi.tickets.urgency, URGENCIES],
  ["priority", vi.tickets.priority, PRIORITIES],
  ["hold", vi.ticketFacts.hold, HOLD_REASONS],
  ["resolution", vi.ticketFacts.resolution, RESOLUTION_CODES],
  ["link", vi.ticketFacts.linkKind, LINK_KINDS],
  ["role", vi.common.role, ROLES],
  ["unit", vi.common.unit, UNIT_KINDS],
])("every %s of the domain has its word", (_, words, values) => {
  expect(Object.keys(words).sort()).toEqual([...values].sort());
});
