import { exact, fold, wordsIn } from "#app/lib/fold.ts";
import type { Needle } from "./highlight.ts";

export const QUERY_MAX = 200;
export const WORDS_MAX = 10;
/** Longer runs of letters are no words; the index leaves them out too. */
const WORD_MAX = 60;

type TypedWord = { folded: string; exact: string };
/** Words that stand next to each other, or one word. */
type Term = { phrase: boolean; words: TypedWord[] };
export type TypedQuery = {
  terms: Term[];
  /** Ticket numbers among the words. */
  numbers: number[];
  /** Somebody took the time to type marks, so that they are worth comparing. */
  marked: boolean;
  /** More was typed than is looked for. */
  cut: boolean;
};

/** What was typed, as words; what is between quotes stays together. Nothing in it is a sign with a meaning of its own. */
export function parseQuery(typed: string, most = { letters: QUERY_MAX, words: WORDS_MAX }): TypedQuery {
  const given = typed.slice(0, most.letters);
  const pieces = given.split(/["“”„«»]/);
  const terms: Term[] = [];
  let left = most.words;
  let cut = typed.length > most.letters;
  pieces.forEach((piece, at) => {
    const all = typedWords(piece);
    const words = all.slice(0, left);
    cut ||= words.length < all.length;
    left -= words.length;
    // Quotes open and close; one that never closes is no quote.
    const quoted = at % 2 === 1 && at < pieces.length - 1 && words.length > 1;
    if (quoted) terms.push({ phrase: true, words });
    else terms.push(...words.map((word) => ({ phrase: false, words: [word] })));
  });
  const marked = terms.some(({ words }) => words.some((word) => word.exact !== word.folded));
  return { terms, numbers: numbersIn(given), marked, cut };
}

function typedWords(text: string): TypedWord[] {
  const folded = fold(text).match(/[a-z0-9]+/g) ?? [];
  const marked = exact(text).match(/[a-z0-9]+/g) ?? [];
  // A mark that stands alone is a digit to one and nothing to the other; then only the folded words count.
  const pairs = folded.map((word, at) => ({
    folded: word,
    exact: marked.length === folded.length ? (marked[at] ?? word) : word,
  }));
  return pairs.filter((word) => word.folded.length <= WORD_MAX);
}

const NUMBERS_MAX = 3;

/** "10432", "#10432", "phiếu 10432 tới đâu": the numbers that a ticket can have. */
function numbersIn(text: string): number[] {
  const found = fold(text).match(/(?<![a-z0-9])\d{5,9}(?![a-z0-9])/g) ?? [];
  return [...new Set(found.map(Number))].slice(0, NUMBERS_MAX);
}

/** What one word or some words in a row may also be written as. */
export type Expansions = {
  /** By folded words joined by spaces: other ways of writing them, with their marks. */
  written: ReadonlyMap<string, readonly string[]>;
  /** By folded words joined by spaces: the places meant. */
  places: ReadonlyMap<string, readonly number[]>;
  /** By folded words joined by spaces: the systems of that name. A ticket shows it without saying it in its words. */
  systems: ReadonlyMap<string, readonly number[]>;
};
export const NO_EXPANSIONS: Expansions = { written: new Map(), places: new Map(), systems: new Map() };

const SPAN_MAX = WORDS_MAX;

/** In this order: the marks as typed and the words side by side; the marks; side by side; just the words. */
export const PHASES = ["marked_near", "marked", "near", "folded"] as const;
export type Phase = (typeof PHASES)[number];
export type Condition = { phase: Phase; wanted: string };

/** What to look for, best first, as `tram_search` reads it; each is looser than those before. Empty: for nothing. */
export function conditionsOf(query: TypedQuery, known: Expansions): Condition[] {
  const groups = groupsOf(query.terms, known);
  if (groups.length === 0) return [];
  const loose = (form: Form) => groups.map((group) => groupText(group, known, form)).join(" & ");
  const texts: Record<Phase, string | null> = {
    marked_near: query.marked ? nearText(groups, known, "marked") : null,
    marked: query.marked ? loose("marked") : null,
    near: nearText(groups, known, "folded"),
    folded: loose("folded"),
  };
  return PHASES.flatMap((phase) => (texts[phase] === null ? [] : [{ phase, wanted: texts[phase] }]));
}

/**
 * Every word beside one of its typed neighbours: most Vietnamese words are two syllables, and a text that says machine
 * here and print there (máy, in) need not be about a printer. null when nothing stands side by side.
 */
function nearText(groups: readonly Group[], known: Expansions, form: Form): string | null {
  const plain = groups.map((group) => (isPlainGroup(group, known) ? (group.terms[0]?.words[0] ?? null) : null));
  const beside = (at: number): string | null => {
    const [one, other] = [plain[at], plain[at + 1]];
    return one && other ? phraseText([one, other], form) : null;
  };
  const pieces = groups.map((group, at) => {
    const pairs = [beside(at - 1), beside(at)].filter((pair) => pair !== null);
    return pairs.length > 0 ? `(${pairs.join(" | ")})` : groupText(group, known, form, true);
  });
  const near = [...new Set(pieces)].join(" & ");
  return near.includes("<->") && near !== groups.map((group) => groupText(group, known, form)).join(" & ")
    ? near
    : null;
}

const isPlainGroup = ({ terms, key }: Group, known: Expansions) =>
  terms.length === 1 && !terms[0]?.phrase && !isKnown(key, known);

const isKnown = (key: string, { written, places, systems }: Expansions) =>
  written.has(key) || places.has(key) || systems.has(key);

/** Where a ticket may belong by these words, or by what they are short for. */
function belongingsOf(key: string, { written, places, systems }: Expansions) {
  const keys = [key, ...(written.get(key) ?? []).map((text) => wordsIn(text).join(" "))];
  const of = (named: Expansions["places"]) => [...new Set(keys.flatMap((one) => named.get(one) ?? []))];
  return { places: of(places), systems: of(systems) };
}

function groupsOf(terms: readonly Term[], known: Expansions): Group[] {
  const groups: Group[] = [];
  for (let at = 0; at < terms.length; at += groups.at(-1)?.terms.length ?? 1)
    groups.push(longestKnown(terms, at, known));
  return groups;
}

/** Each word, or words that are one thing, on its own: the condition for the index and what to mark in a text. */
export const groupsToAsk = (query: TypedQuery, { written }: Expansions) => {
  const known = { ...NO_EXPANSIONS, written };
  return groupsOf(query.terms, known).map((group) => ({
    condition: groupText(group, known, "folded"),
    needles: needlesOfGroup(group, known),
  }));
};

/** What to mark in a text: each word as typed, and all else that it may be written as. */
export function needlesOf(query: TypedQuery, known: Expansions, lastIsUnfinished: boolean): Needle[] {
  const needles = groupsOf(query.terms, known).flatMap((group) => needlesOfGroup(group, known));
  const last = query.terms.at(-1);
  if (lastIsUnfinished && last) needles.push({ words: last.words.map(({ folded }) => folded), unfinished: true });
  return needles;
}

const needlesOfGroup = ({ terms, key }: Group, known: Expansions): Needle[] => [
  ...terms.map(({ words }) => ({ words: words.map(({ folded }) => folded) })),
  ...(known.written.get(key) ?? []).map((text) => ({ words: typedWords(text).map(({ folded }) => folded) })),
];

type Form = "folded" | "marked";
type Group = { terms: Term[]; key: string };

function longestKnown(terms: readonly Term[], at: number, known: Expansions): Group {
  for (let length = Math.min(SPAN_MAX, terms.length - at); length > 1; length--) {
    const run = terms.slice(at, at + length);
    const key = keyOf(run);
    if (key !== null && isKnown(key, known)) return { terms: run, key };
  }
  const one = terms.slice(at, at + 1);
  return { terms: one, key: keyOf(one) ?? "" };
}

/** null: something among them was quoted, and means itself. */
const keyOf = (run: readonly Term[]) =>
  run.some((term) => term.phrase) ? null : run.map((term) => term.words[0]?.folded).join(" ");

function groupText({ terms, key }: Group, known: Expansions, form: Form, near = false): string {
  const all = terms.flatMap(({ words }) => words);
  const typed = near ? phraseText(all, form) : terms.map(({ words }) => phraseText(words, form)).join(" & ");
  const written = (known.written.get(key) ?? []).map((text) => phraseText(typedWords(text), form));
  const { places, systems } = belongingsOf(key, known);
  const ways = [typed, ...written, ...places.map((id) => `@${id}`), ...systems.map((id) => `+${id}`)];
  return ways.length === 1 && terms.length === 1 ? typed : `(${ways.map((way) => `(${way})`).join(" | ")})`;
}

/** Lexemes with marks have no places, so a phrase with marks is the folded phrase and each of its marked words. */
function phraseText(words: readonly TypedWord[], form: Form): string {
  const folded = words.map((word) => word.folded).join(" <-> ");
  if (form === "folded") return words.length > 1 ? `(${folded})` : folded;
  const marked = words.map((word) => `=${word.exact}`).join(" & ");
  return words.length > 1 ? `((${folded}) & ${marked})` : marked;
}

const PREFIX_MIN = 3;

/** The last word as the beginning of one, for when nothing was found; null where that would be guessing. */
export function unfinished(query: TypedQuery, known: Expansions): string | null {
  const last = query.terms.at(-1);
  const word = last?.words[0]?.folded;
  if (!last || last.phrase || !word || word.length < PREFIX_MIN) return null;
  const before = conditionsOf({ ...query, terms: query.terms.slice(0, -1) }, known).at(-1);
  return before ? `${before.wanted} & ${word}:*` : `${word}:*`;
}

/** What a search makes of what was typed, piece by piece: for whoever keeps the list of abbreviations. */
export const readingsOf = (query: TypedQuery, known: Expansions) =>
  groupsOf(query.terms, known).map(({ terms, key }) => ({
    typed: terms.flatMap(({ words }) => words.map(({ folded }) => folded)).join(" "),
    written: known.written.get(key) ?? [],
    places: belongingsOf(key, known).places.length,
    systems: belongingsOf(key, known).systems.length,
  }));
export type Reading = ReturnType<typeof readingsOf>[number];
