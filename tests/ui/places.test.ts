import { expect, test } from "vitest";
import { NEW_TICKET, PLACES, placesFor } from "#app/components/shell/places.ts";
import { ROLES, type Role } from "#app/domain/policy/roles.ts";
import { vi } from "#app/i18n/vi.ts";
import routes from "#app/routes.ts";
import { addressesOf } from "#tests/support/addresses.ts";

const addresses = addressesOf(routes);
const asRole = (role: Role) => {
  const grant = { role, siteId: 1, siteKind: "ward", wardId: 1, teamId: null } as const;
  return placesFor({ kind: "person", personId: 1, name: "Nguyễn Thị Lan", lang: "vi", grants: [grant] }).map(
    (place) => place.key,
  );
};

test("the navigation leads only to pages that exist, and to all of them", () => {
  const known = Object.keys(vi.shell.places).map((key) => `/${key}`);
  expect(PLACES.map((place) => place.to).sort()).toEqual(known.filter((to) => addresses.includes(to)).sort());
  expect(NEW_TICKET.exists).toBe(addresses.includes(NEW_TICKET.to));
});

test("each role sees the places it may use", () => {
  const wanted: Record<Role, string[]> = {
    reporter: ["tickets"],
    ward_lead: ["tickets", "reports"],
    engineer: ["queue", "tickets"],
    specialist: ["queue", "tickets"],
    coordinator: ["queue", "tickets", "reports"],
    manager: ["tickets", "reports"],
    admin: ["tickets", "reports", "admin"],
  };
  const built = PLACES.map((place) => String(place.key));
  for (const role of ROLES) expect(asRole(role)).toEqual(wanted[role].filter((key) => built.includes(key)));
});

test("nobody signed in has nowhere to go", () => {
  expect(placesFor({ kind: "anonymous" })).toEqual([]);
});
