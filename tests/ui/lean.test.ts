import { expect, test } from "vitest";
import { viAdmin } from "#app/i18n/vi-admin.ts";
import { viCore } from "#app/i18n/vi-core.ts";
import { importsOf, type Source, sourcesUnder } from "#tests/support/sources.ts";

const sources = new Map(sourcesUnder("app").map((source) => [source.path, source]));

/** Open on the reader's word, once the other words have come. */
const LATER = ["app/components/notifications/bell-panel.tsx", "app/components/report/redaction.tsx"];

/** A page's own file and all that it brings to the browser. */
function reach(path: string, seen = new Set<string>()): Source[] {
  const source = sources.get(path);
  if (!source || seen.has(path) || LATER.includes(path) || /\.server\.tsx?$/.test(path) || path.startsWith("app/i18n/"))
    return [];
  seen.add(path);
  const next = importsOf(source).filter(({ typeOnly }) => !typeOnly);
  return [source, ...next.flatMap(({ to }) => reach(to, seen))];
}

const SPOKEN = /\b(?:w|words|useWords\(\))\.([a-z]\w*)\./gi;

const pages = [...sources.keys()].filter((path) => /^app\/routes\/(?!admin)[^/]*\.tsx$/.test(path));
test.each(pages)("%s says no words of administration", (path) => {
  const said = reach(path).flatMap(({ path: file, text }) =>
    [...text.matchAll(/\b(?:w|useWords\(\))\.([a-z]\w*)/gi)].map(([, key]) => [key, file] as const),
  );
  expect(said.filter(([key]) => String(key) in viAdmin)).toEqual([]);
});

test.each(["app/root.tsx", "app/routes/login.tsx", "app/routes/tickets-new.tsx"])("%s says core words only", (path) => {
  const files = reach(path);
  expect(files.length).toBeGreaterThan(3);
  const said = files.flatMap(({ path: file, text }) =>
    [...text.matchAll(SPOKEN)].map(([, key]) => [key, file] as const),
  );
  expect(said.length).toBeGreaterThan(3);
  expect(said.filter(([key]) => !(String(key) in viCore))).toEqual([]);
});
