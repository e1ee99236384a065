import { wordsIn } from "#app/lib/fold.ts";
import type { UnitKind } from "./site.ts";

export type NamedPlace = { id: number; name: string; unitKind: UnitKind | null; formerArea: string | null };

const UNIT_WORDS: Record<UnitKind, readonly string[]> = {
  phuong: ["phuong", "p", "f"],
  xa: ["xa", "x"],
  dac_khu: ["dac khu"],
};
const AREA_WORDS: Record<string, readonly string[]> = {
  quan: ["quan", "q"],
  huyen: ["huyen", "h"],
  "thanh pho": ["thanh pho", "tp"],
  "thi xa": ["thi xa", "tx"],
};
const AREA = /^(quan|huyen|thanh pho|thi xa) (.+)$/;

/**
 * The places that people mean by some words in a row: Tân Bình and P. Tân Bình are the unit of that name, Q1 and quận
 * Tân Bình the units of an old district, which a name alone means only where no unit is called so today.
 */
export function placesByWords(places: readonly NamedPlace[]): Map<string, number[]> {
  const found = new Map<string, number[]>();
  const add = (words: string, id: number) => {
    const ids = found.get(words);
    if (!ids) found.set(words, [id]);
    else if (!ids.includes(id)) ids.push(id);
  };
  for (const { id, name, unitKind } of places) {
    const words = wordsIn(name).join(" ");
    if (words === "") continue;
    if (words.includes(" ")) add(words, id);
    for (const unit of unitKind ? UNIT_WORDS[unitKind] : []) add(`${unit} ${words}`, id);
  }
  const named = new Set(found.keys());
  for (const { id, formerArea } of places) {
    for (const area of areasIn(formerArea ?? "")) {
      const [, kind = "", name = ""] = AREA.exec(area) ?? [];
      for (const word of AREA_WORDS[kind] ?? []) add(`${word} ${name}`, id);
      if (/^\d+$/.test(name)) add(`q${name}`, id);
      if (name.includes(" ") && !named.has(name)) add(name, id);
    }
  }
  return found;
}

/** "Quận 6 (một phần Quận 8), TP.HCM cũ" lies in both. */
const areasIn = (text: string): string[] =>
  text.split(/[,()]/).map((part) =>
    wordsIn(part)
      .join(" ")
      .replace(/^mot phan /, ""),
  );
