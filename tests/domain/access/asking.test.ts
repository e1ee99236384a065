import { expect, test } from "vitest";
import { askingProblems } from "#app/domain/access/asking.ts";
import type { AskedItem, Basis, Needs } from "#app/domain/access/request.ts";
import { forWhom, PUBLISH } from "#tests/support/access.ts";

const item = forWhom("head", PUBLISH, "Chánh Văn phòng");
const decided: Basis = { decisionNumber: "12/QĐ-UBND", decisionDate: "2026-11-18" };

test.each<[string, Partial<AskedItem>, Needs, Basis, string[]]>([
  ["nothing needed", {}, {}, {}, []],
  [
    "all of it at once",
    { position: "" },
    { decision: true, regulation: true, undertaking: true, until: true },
    {},
    [...["position_missing", "decision_missing", "regulation_missing", "undertaking_missing", "until_missing"]],
  ],
  ["a number without a day", {}, { decision: true }, { decisionNumber: "12" }, ["decision_missing"]],
  ["a decision", {}, { decision: true }, decided, []],
  ["a day before it begins", { until: "2026-11-01" }, {}, {}, ["ends_before_it_begins"]],
])("%s", (_, more, needs, basis, problems) => {
  expect(askingProblems({ ...item, ...more }, needs, basis)).toEqual(problems);
});
