const graphemes = new Intl.Segmenter("vi", { granularity: "grapheme" });

/** The first letters as people count them: a letter with its marks is one. */
export function cutToGraphemes(text: string, most: number): string {
  const letters = Array.from(graphemes.segment(text), ({ segment }) => segment);
  return letters.length <= most ? text : letters.slice(0, most).join("");
}
