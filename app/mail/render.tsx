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
  return { subject: outline.subject, html: await render(<LetterPage outline={outline} />), text: plainText(outline) };
}
