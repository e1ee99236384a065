import fc from "fast-check";
import { expect, test } from "vitest";
import { readPeriod } from "#app/domain/reports/period.ts";
import { IMPACTS } from "#app/domain/tickets/priority.ts";
import { listPath, parseFilters } from "#app/domain/tickets/queue/filters.ts";
import { findSensitive } from "#app/domain/tickets/sensitive.ts";
import { TICKET_KINDS, TICKET_STATUSES } from "#app/domain/tickets/ticket.ts";
import { safeRedirectTarget } from "#app/http/redirect.server.ts";
import { avatarLetter, formatDateTime } from "#app/lib/format.ts";
import { parseDateTime } from "#app/lib/parse-date-time.ts";

const minute = fc.integer({ min: 0, max: 40_000_000 }).map((n) => new Date(Date.UTC(1980, 0, 1) + n * 60_000));
const some = <T>(values: readonly T[]) => fc.subarray([...values]);

test("an address says exactly the filters it was made from", () => {
  const filters = fc.record({
    status: some(TICKET_STATUSES),
    kind: some(TICKET_KINDS),
    impact: some(IMPACTS),
    system: fc.option(fc.integer({ min: 1, max: 2_147_483_647 })),
    receivedFrom: fc.option(minute),
    openAt: fc.option(minute),
  });
  fc.assert(
    fc.property(filters, (wanted) => {
      const read = parseFilters(new URL(listPath(wanted), "http://here").searchParams);
      expect(read).toMatchObject({ filters: wanted, unknown: [] });
    }),
  );
});

test("no address makes reading filters fail, and nothing unknown gets through", () => {
  const key = fc.constantFrom("status", "system", "assignee", "age", "sort", "receivedFrom", "openAt");
  fc.assert(
    fc.property(fc.array(fc.tuple(key, fc.string())), (pairs) => {
      const { filters } = parseFilters(new URLSearchParams(pairs));
      for (const status of filters.status) expect(TICKET_STATUSES).toContain(status);
      if (filters.system !== null) expect(Number.isSafeInteger(filters.system)).toBe(true);
    }),
  );
});

test("a time typed as it is shown is the same time", () => {
  fc.assert(
    fc.property(minute, (at) => {
      expect(parseDateTime(formatDateTime(at))).toEqual(at);
    }),
  );
});

test("no text makes a period, a letter or the search for secrets fail", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      readPeriod(text, text);
      avatarLetter(text);
      findSensitive(text);
    }),
  );
});

test("whatever is asked for, a redirect stays here", () => {
  const risky = fc.string({
    unit: fc.constantFrom("/", "\\", "%2f", "%5c", "%09", "@", ":", "e", ".", "?", "#", " ", "\t"),
  });
  fc.assert(
    fc.property(risky, (wanted) => {
      const to = safeRedirectTarget(wanted);
      expect(new URL(to, "https://tram.example").origin).toBe("https://tram.example");
    }),
  );
});
