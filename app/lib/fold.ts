/** Marks that stand above, below or beside a letter once it is taken apart. */
const MARKS = /[\u0300-\u036f]+/g;
/** đ, Đ, eth and African d: letters of their own, which no taking apart turns into a d. */
const STROKED = /[\u0111\u0110\u00d0\u0256\u0189]/g;
const lowerAscii = (text: string) => text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());

/**
 * Text as it is compared: taken apart (NFKD), without marks, đ as d, lower case. The same as `tram_fold` in the
 * database, whatever its locale and version: only A–Z are lowered, by their code.
 */
export const fold = (text: string): string =>
  lowerAscii(text.normalize("NFKD").replace(STROKED, "d").replace(MARKS, ""));

/** Tones first, 1 to 5, then circumflex, horn and breve, as VNI counts them. */
const DIGITS = "\u0301\u0300\u0309\u0303\u0323\u0302\u031b\u0306";

/** Text with its marks as digits, the same as `tram_exact`: hoà and hòa are one, hoá is another. */
export const exact = (text: string): string =>
  lowerAscii(
    text
      .normalize("NFKD")
      .replaceAll("\u0111", "d9")
      .replaceAll("\u0110", "D9")
      .replace(STROKED, "d")
      .replace(/[\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323]/g, (mark) => String(DIGITS.indexOf(mark) + 1))
      .replace(MARKS, "")
      .replace(/([ouOU])([1-5])([aeyAEY])/g, "$1$3$2"),
  );

/** Folded words; everything that is no letter and no digit only stands between them. */
export const wordsIn = (text: string): string[] => fold(text).match(/[a-z0-9]+/g) ?? [];
