import { expect, test } from "vitest";
import { homeFor, newTicketFor, PLACES, placesFor } from "#app/components/shell/places.ts";
import type { Actor } from "#app/domain/policy/actor.ts";
import { ROLES, type Role } from "#app/domain/policy/roles.ts";
import { vi } from "#app/i18n/vi.ts";
import routes from "#app/routes.ts";
import { addressesOf } from "#tests/support/addresses.ts";

const addresses = addressesOf(routes);
const holding = (role: Role): Actor => {
  const grant = { role, siteId: 1, siteKind: "ward", wardId: 1, teamId: null } as const;
  return { kind: "person", personId: 1, name: "Nguyễn Thị Lan", lang: "vi", grants: [grant] };
};
const asRole = (role: Role) => placesFor(holding(role)).map((place) => place.key);

test("the navigation leads only to pages that exist, and to all of them", () => {
  const known = Object.keys(vi.shell.places).map((key) => `/${key}`);
  expect(PLACES.map((place) => place.to).sort()).toEqual(known.filter((to) => addresses.includes(to)).sort());
});

test("each role sees the places it may use", () => {
  const wanted: Record<Role, string[]> = {
    reporter: ["tickets", "access"],
    ward_lead: ["tickets", "access", "reports"],
    engineer: ["queue", "tickets", "access"],
    specialist: ["queue", "tickets", "access"],
    coordinator: ["queue", "tickets", "access", "reports"],
    manager: ["tickets", "access", "reports"],
    admin: ["tickets", "access", "admin"],
  };
  const built = PLACES.map((place) => String(place.key));
  for (const role of ROLES) expect(asRole(role)).toEqual(wanted[role].filter((key) => built.includes(key)));
});

test("nobody signed in has nowhere to go", () => {
  expect(placesFor({ kind: "anonymous" })).toEqual([]);
});

test("who may file has the button", () => {
  expect(ROLES.filter((role) => newTicketFor(holding(role)))).toEqual([
    "reporter",
    "ward_lead",
    "engineer",
    "coordinator",
  ]);
  expect(addresses).toContain("/tickets/new");
});

test("the day begins where the work is, at a page that exists", () => {
  for (const role of ROLES) expect([...PLACES.map((place) => place.to), "/me"]).toContain(homeFor(holding(role)));
  expect(homeFor(holding("manager"))).toBe("/reports");
});
