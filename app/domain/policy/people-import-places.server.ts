import { fold } from "#app/lib/fold.ts";
import { type LabelledSite, siteLabel } from "../directory/site-labels.server.ts";

export type FoundPlace =
  | { site: LabelledSite }
  | { problem: "place_unknown" | "place_ambiguous" | "place_closed" | "room_unknown"; also?: string };

const tidy = (text: string) => text.normalize("NFC").replace(/\s+/g, " ").trim().toLocaleLowerCase("vi");

type Named = { site: LabelledSite; label: string; bare: string };

/** "P. Tân Bình", "F.3", "X. Thanh An" as people shorten it in lists. */
const SHORT: readonly [RegExp, string][] = [
  [/^[pf]\.\s*/i, "ph\u01b0\u1eddng "],
  [/^x\.\s*/i, "x\u00e3 "],
];
const lengthened = (text: string) => SHORT.reduce((said, [short, long]) => said.replace(short, long), text);

/**
 * Finds places by what people write. A place is never taken by its letters without marks when these are those of two:
 * xã Thanh An and xã Thạnh An are one string then.
 */
export function placeFinder(sites: readonly LabelledSite[]) {
  const named: Named[] = sites.map((site) => ({ site, label: tidy(siteLabel(site)), bare: tidy(site.name) }));
  const units = named.filter(({ site }) => site.kind !== "department");
  const groups = { label: groupBy(named, "label"), bare: groupBy(units, "bare") };
  const folded = {
    label: groupBy(
      named.map((one) => ({ ...one, label: fold(one.label) })),
      "label",
    ),
    bare: groupBy(
      units.map((one) => ({ ...one, bare: fold(one.bare) })),
      "bare",
    ),
  };
  const rooms = new Map<number, Named[]>();
  for (const one of named)
    if (one.site.kind === "department" && one.site.unitId !== null)
      rooms.set(one.site.unitId, [...(rooms.get(one.site.unitId) ?? []), one]);

  /** Of several of one name the one that is there today, or that is held already. */
  function choose(found: readonly Named[], held: ReadonlySet<number>): FoundPlace | null {
    if (found.length === 0) return null;
    const kept = found.find(({ site }) => held.has(site.id));
    if (kept) return { site: kept.site };
    const open = found.filter(({ site }) => site.open);
    if (open.length > 1)
      return { problem: "place_ambiguous", also: open.map(({ site }) => siteLabel(site)).join(", ") };
    return open[0] ? { site: open[0].site } : { problem: "place_closed" };
  }

  return {
    place(typed: string, held: ReadonlySet<number> = new Set()): FoundPlace {
      const text = tidy(typed);
      const exact = choose(groups.label.get(text) ?? groups.label.get(tidy(lengthened(text))) ?? [], held);
      if (exact) return exact;
      const key = fold(text);
      const alike = [...(folded.label.get(fold(lengthened(text))) ?? []), ...(folded.bare.get(key) ?? [])];
      const bare = groups.bare.get(text);
      // Written without any mark it may be either of them.
      if (bare && (key !== text || alike.length === bare.length))
        return choose(bare, held) ?? { problem: "place_unknown" };
      return choose(alike, held) ?? { problem: "place_unknown" };
    },
    room(unitId: number, typed: string, held: ReadonlySet<number> = new Set()): FoundPlace {
      const here = rooms.get(unitId) ?? [];
      const text = tidy(typed);
      const exact = here.filter(({ bare }) => bare === text);
      const found = choose(exact.length > 0 ? exact : here.filter(({ bare }) => fold(bare) === fold(text)), held);
      return found ?? { problem: "room_unknown" };
    },
    byId: new Map(sites.map((site) => [site.id, site])),
    city: sites.find(({ kind }) => kind === "city") ?? null,
  };
}

function groupBy(all: readonly Named[], key: "label" | "bare"): Map<string, Named[]> {
  const groups = new Map<string, Named[]>();
  for (const one of all) {
    const group = groups.get(one[key]);
    if (group) group.push(one);
    else groups.set(one[key], [one]);
  }
  return groups;
}
