import { fold } from "#app/lib/fold.ts";

/** A piece of a text as it was written; the pieces in a row are the text. */
export type Piece = { text: string; hit: boolean };
/** Folded words in a row; `unfinished`: the last may go on. */
export type Needle = { words: readonly string[]; unfinished?: boolean };

type Token = { word: string; start: number; end: number };

const REMEMBERED = 5_000;
const letters = new Map<string, string>();

/** A page of results folds a hundred thousand letters, of which few are different. */
function foldLetter(letter: string): string {
  const known = letters.get(letter);
  if (known !== undefined) return known;
  const folded = fold(letter);
  if (letters.size < REMEMBERED) letters.set(letter, folded);
  return folded;
}
const isPlain = (letter: string) => (letter >= "a" && letter <= "z") || (letter >= "0" && letter <= "9");

/** The folded words of a text and where each stands in it, letters and marks apart or not. */
function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let open: Token | null = null;
  let at = 0;
  for (const letter of text) {
    const start = at;
    at += letter.length;
    // Most letters fold to one; ½ to more, a mark that stands apart to none.
    for (const folded of foldLetter(letter)) {
      if (!isPlain(folded)) open = null;
      else if (open) {
        open.word += folded;
        open.end = at;
      } else {
        open = { word: folded, start, end: at };
        tokens.push(open);
      }
    }
    if (open) open.end = at;
  }
  return tokens;
}

type Span = { start: number; end: number; needle: number };

function spansOf(tokens: readonly Token[], needles: readonly Needle[]): Span[] {
  const spans: Span[] = [];
  tokens.forEach((token, at) => {
    needles.forEach(({ words, unfinished }, needle) => {
      const fits = words.every((word, index) => {
        const here = tokens[at + index]?.word;
        return here === word || (unfinished && index === words.length - 1 && here?.startsWith(word));
      });
      const last = tokens[at + words.length - 1];
      if (words.length > 0 && fits && last) spans.push({ start: token.start, end: last.end, needle });
    });
  });
  return spans.sort((a, b) => a.start - b.start || b.end - a.end);
}

function cut(text: string, from: number, to: number, spans: readonly Span[]): Piece[] {
  const pieces: Piece[] = [];
  let at = from;
  for (const { start, end } of spans) {
    if (start < at || end > to) continue;
    const between = text.slice(at, start);
    const last = pieces.at(-1);
    // Words that match in a row are one mark.
    if (last?.hit && between.trim() === "") last.text += text.slice(at, end);
    else {
      if (between) pieces.push({ text: between, hit: false });
      pieces.push({ text: text.slice(start, end), hit: true });
    }
    at = end;
  }
  if (at < to) pieces.push({ text: text.slice(at, to), hit: false });
  return pieces;
}

/** The whole text, with what matches marked. */
export const highlight = (text: string, needles: readonly Needle[]): Piece[] =>
  cut(text, 0, text.length, spansOf(tokensOf(text), needles));

export type Excerpt = {
  pieces: Piece[];
  /** Which needles it shows. */
  shows: number[];
  /** It begins, or ends, inside the text. */
  cutBefore: boolean;
  cutAfter: boolean;
};

const BEFORE = 40;
const wholeLetter = (text: string, at: number) => (/[\udc00-\udfff]/.test(text.charAt(at)) ? at + 1 : at);

/** As much of a text as fits in `length`, where most different needles stand together; cut between words. */
export function excerpt(text: string, needles: readonly Needle[], length = 200): Excerpt {
  const tokens = tokensOf(text);
  const spans = spansOf(tokens, needles);
  let best = { start: 0, shows: new Set<number>() };
  for (const { start } of spans) {
    const room = Math.min(start, BEFORE);
    const within = spans.filter((span) => span.start >= start && span.end <= start - room + length);
    const shows = new Set(within.map(({ needle }) => needle));
    if (shows.size > best.shows.size) best = { start, shows };
  }
  const wanted = best.start <= BEFORE ? 0 : best.start - BEFORE;
  const from = wanted === 0 ? 0 : (tokens.find(({ start }) => start >= wanted)?.start ?? 0);
  const to =
    text.length - from <= length ? text.length : (tokens.findLast(({ end }) => end <= from + length)?.end ?? 0);
  const end = to > from ? to : wholeLetter(text, Math.min(text.length, from + length));
  return {
    pieces: cut(text, from, end, spans),
    shows: [...best.shows],
    cutBefore: from > 0,
    cutAfter: end < text.length,
  };
}
