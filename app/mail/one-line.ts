// Line breaks end a header; bidirectional marks make a name read as another.
const UNSAFE = /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu;
const SPECIAL = /[<>()[\]\\,;:@"]+/g;

/** Text for a place that has one line: subjects, greetings, headings. */
export const oneLine = (text: string): string => text.replace(UNSAFE, " ").replace(/\s+/g, " ").trim();

/** A name beside an address: without the characters that mean something in an address list. */
export const displayName = (name: string): string => oneLine(name.replace(SPECIAL, " "));

/** Text of many lines, without what a mail cannot hold. */
export const lines = (text: string): string =>
  text
    .replace(/\r\n?|[\u2028\u2029]/g, "\n")
    .replace(/[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/gu, "")
    .trim();
