export type Piece = { kind: "text" | "link"; text: string } | { kind: "ticket"; text: string; number: number };

// Only http and https, never after a letter, never through white space, quotes, backslashes or invisible characters.
const FOUND = /(?<![\p{L}\d])https?:\/\/[^\s<>"\\^`{|}\p{Cc}\p{Cf}]+|(?<![\p{L}\d#&/])#\d{5,9}(?![\p{L}\d])/giu;
const LINK_MAX = 2_000;
const CLOSING = ".,;:!?'\"”’»…)]}";

/** What people typed, cut into plain text, safe links and ticket numbers. Joined again it is the same text. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  const plain = (to: number) => {
    if (to > from) pieces.push({ kind: "text", text: text.slice(from, to) });
  };
  for (const { 0: found, index } of text.matchAll(FOUND)) {
    const shown = found.startsWith("#") ? found : withoutPunctuation(found);
    if (!found.startsWith("#") && !isSafe(shown)) continue;
    plain(index);
    if (found.startsWith("#")) pieces.push({ kind: "ticket", text: found, number: Number(found.slice(1)) });
    else pieces.push({ kind: "link", text: shown });
    from = index + shown.length;
  }
  plain(text.length);
  return pieces;
}

/** The full stop after a link belongs to the sentence; a closing bracket belongs to the link that opened it. */
function withoutPunctuation(link: string): string {
  let end = link.length;
  const opens = link.split("(").length;
  let closes = link.split(")").length;
  while (end > 0 && CLOSING.includes(link.charAt(end - 1))) {
    if (link.charAt(end - 1) === ")") {
      if (closes <= opens) break;
      closes--;
    }
    end--;
  }
  return link.slice(0, end);
}

function isSafe(link: string): boolean {
  if (link.length > LINK_MAX || !URL.canParse(link)) return false;
  const { protocol, username, password, hostname } = new URL(link);
  return /^https?:$/.test(protocol) && username === "" && password === "" && hostname !== "";
}
