import type { Ctx } from "#app/db/context.server.ts";
import { listWards, type Place } from "./catalog.server.ts";
import type { PlaceName } from "./site.ts";
import { listLabelledSites } from "./site-labels.server.ts";

type UnitPlaces = Place & { rooms: { id: number; name: string }[] };
export type PlaceChoices = { city: (PlaceName & { id: number }) | null; units: UnitPlaces[] };

/** Every place somebody can work at today, the rooms under their units. */
export async function listPlaceChoices(ctx: Ctx): Promise<PlaceChoices> {
  const sites = (await listLabelledSites(ctx)).filter(({ open }) => open);
  const rooms = new Map<number, UnitPlaces["rooms"]>();
  for (const { id, name, kind, unitId } of sites) {
    if (kind !== "department" || unitId === null) continue;
    const here = rooms.get(unitId);
    if (here) here.push({ id, name });
    else rooms.set(unitId, [{ id, name }]);
  }
  const city = sites.find(({ kind }) => kind === "city");
  const wards = await listWards(ctx);
  return {
    city: city ? { id: city.id, name: city.name, unitKind: null } : null,
    units: wards.map((ward) => ({ ...ward, rooms: rooms.get(ward.id) ?? [] })),
  };
}
