const LONGEST = 100;

/** What was typed into a search field, in one line. */
export const searchWords = (search: URLSearchParams, name = "q"): string =>
  (search.get(name) ?? "")
    .slice(0, LONGEST)
    .normalize("NFC")
    .replace(/[\p{C}\s]+/gu, " ")
    .trim();
