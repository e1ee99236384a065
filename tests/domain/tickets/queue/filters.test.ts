import { expect, test } from "vitest";
import {
  asksPeriod,
  isNarrowed,
  listPath,
  NO_FILTERS,
  parseFilters,
  writeFilters,
} from "#app/domain/tickets/queue/filters.ts";

const parse = (query: string) => parseFilters(new URLSearchParams(query));

test.each([
  "status=new&status=on_hold&status=duplicate&kind=account&impact=counter_stopped&priority=p1",
  "system=3&site=2&department=4&team=1&assignee=me&age=4h&sort=waiting",
  "assignee=none&sort=oldest",
  "assignee=31",
  "kind=missing_permission&access=approval&access=proof",
  "receivedFrom=2026-11-01&receivedTo=2026-12-01&resolvedFrom=2026-11-01T08%3A05",
  "respondedTo=2026-11-02&openAt=2026-11-30T16%3A59",
])("what is written into an address is read from it: %s", (query) => {
  const { filters, unknown } = parse(query);
  expect(unknown).toEqual([]);
  expect(writeFilters(filters).toString()).toBe(query);
});

test.each([
  ["status=opened", "status"],
  ["kind=1", "kind"],
  ["impact=one_person'--", "impact"],
  ["priority=P1", "priority"],
  ["system=0", "system"],
  ["site=2147483648", "site"],
  ["department=1e3", "department"],
  ["team=-1", "team"],
  ["assignee=somebody", "assignee"],
  ["assignee=31%20or%201=1", "assignee"],
  ["age=forever", "age"],
  ["sort=body;drop table tickets", "sort"],
  ["sort=__proto__", "sort"],
  ["receivedFrom=yesterday", "receivedFrom"],
  ["openAt=2026-02-30", "openAt"],
  ["system=1&system=2", "system"],
])("%s is left out and named", (query, key) => {
  const { filters, unknown } = parse(query);
  expect(unknown).toEqual([key]);
  expect(filters).toEqual(NO_FILTERS);
});

test("empty fields of a form and keys of others are no filters", () => {
  expect(parse("status=&system=&age=&lang=en&done=saved&group=new")).toEqual({ filters: NO_FILTERS, unknown: [] });
});

test("a number of a report leads to a list", () => {
  const path = listPath({ site: 2, kind: ["account"], receivedFrom: new Date("2026-11-01T00:00+07:00") });
  expect(path).toBe("/tickets?kind=account&site=2&receivedFrom=2026-11-01");
  expect(listPath({})).toBe("/tickets");
  expect(asksPeriod(parse(path.split("?")[1] ?? "").filters)).toBe(true);
});

test("an order alone narrows nothing", () => {
  expect(isNarrowed(parse("sort=oldest").filters)).toBe(false);
  expect(isNarrowed(parse("age=1h").filters)).toBe(true);
});
