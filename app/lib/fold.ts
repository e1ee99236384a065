/** Marks that stand above, below or beside a letter once it is taken apart. */
const MARKS = /[\u0300-\u036f]/g;
const STROKED = /[đĐÐɖƉ]/g;

/**
 * Text as it is compared: taken apart (NFKD), without marks, đ as d, lower case. The same letters as `tram_fold` in the
 * database, whatever its locale and version: only A–Z are lowered, by their code.
 */
export const fold = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(MARKS, "")
    .replace(STROKED, "d")
    .replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
