import type { Letter, Rendered } from "./letter.ts";
import { outlineOf } from "./outline.ts";
import { plainText } from "./plain-text.ts";

/** Subject, HTML and the plain text that says the same. Throws on a link that leads anywhere but to this installation. */
export async function renderLetter(letter: Letter): Promise<Rendered> {
  const outline = outlineOf(letter);
  // What makes the HTML is large, and a process that only serves pages never needs it.
  const [{ render }, { LetterPage }] = await Promise.all([
    import("@react-email/components"),
    import("./letter-page.tsx"),
  ]);
  const html = await render(<LetterPage outline={outline} />);
  // React 18 writes zero bytes where a letter of several bytes meets the end of a chunk.
  return { subject: outline.subject, html: html.replaceAll("\0", ""), text: plainText(outline) };
}
