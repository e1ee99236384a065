import { expect, test } from "vitest";
import { SECTIONS, sectionAt, sectionPath } from "#app/components/admin/sections.ts";
import { vi } from "#app/i18n/vi.ts";
import routes from "#app/routes.ts";
import { addressesOf } from "#tests/support/addresses.ts";

test("the admin area leads only to pages that exist, and to all of them, in the order they are named", () => {
  const addresses = addressesOf(routes);
  const named = Object.keys(vi.places.sections);
  expect(SECTIONS).toEqual(named.filter((key) => addresses.includes(`/admin/${key}`)));
});

test("a page below a section belongs to it", () => {
  for (const key of SECTIONS) {
    expect(sectionAt(sectionPath(key))).toBe(key);
    expect(sectionAt(`${sectionPath(key)}/12`)).toBe(key);
    expect(sectionAt(`${sectionPath(key)}-more`)).toBeNull();
  }
  expect(sectionAt("/admin")).toBeNull();
});
