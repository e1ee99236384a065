import fc from "fast-check";
import { expect, test } from "vitest";
import { excerpt, highlight, type Needle, type Piece } from "#app/domain/tickets/search/highlight.ts";
import { fold, wordsIn } from "#app/lib/fold.ts";

const needles = (...texts: string[]): Needle[] => texts.map((text) => ({ words: wordsIn(text) }));
const hits = (pieces: readonly Piece[]) => pieces.filter(({ hit }) => hit).map(({ text }) => text);
const whole = (pieces: readonly Piece[]) => pieces.map(({ text }) => text).join("");

test("marks words as they were written, whatever was typed", () => {
  const text = "Máy In ở Hoà Bình không in được";
  expect(hits(highlight(text, needles("in", "hoa")))).toEqual(["In", "Hoà", "in"]);
  expect(hits(highlight(text, needles("không", "được")))).toEqual(["không", "được"]);
  expect(hits(highlight(text, needles("may", "in")))).toEqual(["Máy In", "in"]);
});

test("marks whole letters where the marks stand apart", () => {
  const text = "Phòng Kế toán".normalize("NFD");
  expect(hits(highlight(text, needles("ke toan")))).toEqual(["Kế toán".normalize("NFD")]);
});

test("marks a word whole, not a part of another", () => {
  expect(hits(highlight("in, inh, xin, IN_01", needles("in")))).toEqual(["in", "IN"]);
  expect(hits(highlight("chuyển, chuyên", [{ words: ["chu"], unfinished: true }]))).toEqual(["chuyển", "chuyên"]);
});

test("marks a phrase only where it stands together", () => {
  expect(hits(highlight("văn bản, bản văn, van-ban", needles("văn bản")))).toEqual(["văn bản", "van-ban"]);
});

test("an excerpt shows where most of the words stand", () => {
  const text = `Máy hỏng. ${"Chuyện khác kể rất dài. ".repeat(30)}Máy in kẹt giấy ở khay hai. ${"Hết. ".repeat(50)}`;
  const { pieces, shows, cutBefore, cutAfter } = excerpt(text, needles("may", "ket", "giay"), 120);
  expect(hits(pieces)).toEqual(["Máy", "kẹt giấy"]);
  expect([shows.length, cutBefore, cutAfter]).toEqual([3, true, true]);
  expect(whole(pieces).length).toBeLessThanOrEqual(120);
});

test("an excerpt without a match is the beginning", () => {
  expect(excerpt("Một hai ba", needles("bon"), 200)).toEqual({
    pieces: [{ text: "Một hai ba", hit: false }],
    shows: [],
    cutBefore: false,
    cutAfter: false,
  });
  expect(excerpt("", needles("bon")).pieces).toEqual([]);
});

const letters = fc.constantFrom(..."aăâeêoơưđ bcnhkm ,.-\n\u0300\u0301\u0323\u0302\u031b😀ﬁ½<&");
const texts = fc.array(letters, { maxLength: 120 }).map((all) => all.join(""));
const typed = fc.array(
  texts.map(wordsIn).filter((words) => words.length > 0),
  { maxLength: 4 },
);

test("what is marked is the text, and each mark is words that were looked for", () => {
  fc.assert(
    fc.property(texts, typed, (text, words) => {
      const looked = words.map((one): Needle => ({ words: one.slice(0, 2) }));
      const pieces = highlight(text, looked);
      expect(whole(pieces)).toBe(text);
      expect(pieces.every((piece) => piece.text !== "")).toBe(true);
      const allowed = new Set(looked.flatMap((needle) => needle.words));
      for (const hit of hits(pieces)) for (const word of wordsIn(hit)) expect(allowed).toContain(word);
    }),
  );
});

test("an excerpt is a part of the text, no longer than wanted, and whole letters", () => {
  fc.assert(
    fc.property(texts, typed, fc.integer({ min: 60, max: 90 }), (text, words, length) => {
      const { pieces, cutBefore, cutAfter } = excerpt(
        text,
        words.map((one): Needle => ({ words: one })),
        length,
      );
      const shown = whole(pieces);
      expect(text).toContain(shown);
      expect(shown.length).toBeLessThanOrEqual(length + 1);
      expect(shown.isWellFormed()).toBe(true);
      expect([cutBefore, cutAfter].includes(true)).toBe(shown !== text);
    }),
  );
});

test("a word that is found once folded is marked", () => {
  fc.assert(
    fc.property(texts, (text) => {
      const [word] = wordsIn(text);
      fc.pre(word !== undefined);
      expect(
        hits(highlight(text, [{ words: [word as string] }]))
          .map(fold)
          .join(" "),
      ).toContain(word);
    }),
  );
});
