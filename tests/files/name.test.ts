import { expect, test } from "vitest";
import { cleanFileName } from "#app/files/name.ts";

test.each([
  ["a plain name", "công văn 12.pdf", "công văn 12.pdf"],
  ["decomposed letters", "Hòa.png".normalize("NFD"), "Hòa.png"],
  ["folders of two systems", "../../etc\\..\\passwd.png", "passwd.png"],
  ["a direction trick", "anh\u202egnp.exe", "anhgnp.exe"],
  ["zero width and control characters", "a\u200b\u0000\u0007b\nc.png", "abc.png"],
  ["half a letter", "a\ud800b.png", "ab.png"],
  ["nothing left", "\u202e\u0000", "tep.png"],
  ["only dots", "..", "tep.png"],
  ["a device", "CON", "CON"],
  ["300 letters", `${"ế".repeat(300)}.png`, `${"ế".repeat(116)}.png`],
])("%s", (_, given, kept) => {
  expect(cleanFileName(given, "tep.png")).toBe(kept);
});
