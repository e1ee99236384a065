import type { Letter, Rendered } from "./letter.ts";

/** Subject, HTML and the plain text that says the same. Throws on a link that leads anywhere but to this installation. */
export async function renderLetter(letter: Letter): Promise<Rendered> {
  return { subject: letter.purpose, html: "", text: "" };
}
