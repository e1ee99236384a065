import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { exact, fold, wordsIn } from "#app/lib/fold.ts";
import { openTestDatabase } from "#tests/support/db.ts";

const { owner, close } = await openTestDatabase();
afterAll(close);

const inDatabase = async (texts: readonly string[]) => {
  const rows = await owner.sql<{ folded: string; exact: string }[]>`
    select tram_fold(t) as folded, tram_exact(t) as exact from unnest(${texts}::text[]) with ordinality as of (t, n) order by n`;
  return rows.map((row) => [row.folded, row.exact]);
};

/** domain.md 8: text that software gets wrong. */
const GOLDEN: readonly [typed: string, folded: string][] = [
  ["Phường Bình Hưng Hòa", "phuong binh hung hoa"],
  ["Phường Bình Hưng Hòa".normalize("NFD"), "phuong binh hung hoa"],
  ["bình hưng hoà", "binh hung hoa"],
  ["thuỷ thủy khoẻ khỏe", "thuy thuy khoe khoe"],
  ["Đặng đặng Ðặng Ɖặng ɖ", "dang dang dang dang d"],
  ["ĐẶNG".normalize("NFD"), "dang"],
  ["ệ".normalize("NFD"), "e"],
  ["e\u0323\u0302 e\u0302\u0323 ê\u0323 ẹ\u0302", "e e e e"],
  ["Ơ ơ Ư ư Ữ ộ Ế", "o o u u u o e"],
  ["ă Ă â Â ô Ô", "a a a a o o"],
  ["VĂN PHÒNG HĐND và UBND", "van phong hdnd va ubnd"],
  ["ﬁle №1 ①", "file no1 1"],
  ["Müller Ça va", "muller ca va"],
  ["10432/QĐ-UBND", "10432/qd-ubnd"],
];

test.each(GOLDEN)("%s is compared as %s", (typed, folded) => {
  expect(fold(typed)).toBe(folded);
});

test("the database folds as the browser does", async () => {
  const texts = GOLDEN.map(([typed]) => typed);
  expect(await inDatabase(texts)).toEqual(texts.map((text) => [fold(text), exact(text)]));
});

test("the place of the tone mark and the way letters are put together make no other word", () => {
  for (const [one, other] of [
    ["hòa", "hoà"],
    ["thủy", "thuỷ"],
    ["khỏe", "khoẻ"],
    ["tóan", "toán"],
    ["được", "được".normalize("NFD")],
    ["ĐƯỢC", "được"],
  ] as const)
    expect(exact(one)).toBe(exact(other));
});

test("another mark is another word", () => {
  const words = [
    "hoa",
    "hòa",
    "hoá",
    "hỏa",
    "hoả",
    "họa",
    "dang",
    "đang",
    "đặng",
    "dặng",
    "ban",
    "bàn",
    "bán",
    "bản",
    "bạn",
  ];
  const different = words.filter((word) => word !== "hoả");
  expect(new Set(different.map(exact)).size).toBe(different.length);
  expect(exact("hỏa")).toBe(exact("hoả"));
});

const VIETNAMESE = [
  ..."aăâeêioôơuưyđAĂÂEÊIOÔƠUƯYĐbcdghklmnpqrstvx ,.-/'\"%_\\\u0300\u0301\u0303\u0309\u0323\u0302\u0306\u031b",
];
const vietnamese = fc.array(fc.constantFrom(...VIETNAMESE), { maxLength: 40 }).map((letters) => letters.join(""));
// A database holds neither NUL nor half a pair.
const anything = fc.string({ unit: "binary", maxLength: 30 }).map((text) => text.toWellFormed().replaceAll("\0", ""));

test("whatever is typed, both sides agree", async () => {
  const texts = fc.sample(fc.oneof(vietnamese, anything), 600);
  const theirs = await inDatabase(texts);
  for (const [at, text] of texts.entries()) expect(theirs[at], JSON.stringify(text)).toEqual([fold(text), exact(text)]);
});

test("both sides find the same words in a text", async () => {
  const texts = fc.sample(vietnamese, 300);
  const rows = await owner.sql<{ words: string[] }[]>`
    select array(select lexeme from unnest(tram_lexemes(t, '')) where lexeme !~ '^=') as words
    from unnest(${texts}::text[]) with ordinality as of (t, n) order by n`;
  for (const [at, text] of texts.entries())
    expect(rows[at]?.words.toSorted(), text).toEqual([...new Set(wordsIn(text))].toSorted());
});
