import type { LetterWords } from "#app/i18n/vi/letters.ts";
import { formatDateTime } from "#app/lib/format.ts";
import { cutToGraphemes } from "#app/lib/graphemes.ts";
import type { Happening, MailContent, TicketNews } from "./letter.ts";
import { lines, oneLine } from "./one-line.ts";

export type News = { when: string; sentence: string; quote: string | null };

const MOST_NEWS = 20;
const MOST_TITLE = 120;
const MOST_TEXT = 2_000;

/** The title, where it may leave the building. */
export function titleOf({ title }: TicketNews, content: MailContent): string | null {
  return content === "nothing" || title === null ? null : cutToGraphemes(oneLine(title), MOST_TITLE);
}

/** The newest of what happened, in order, with no more in it than the setting lets out. */
export function newsOf({ happened }: TicketNews, content: MailContent, w: LetterWords) {
  const shown = happened.slice(-MOST_NEWS);
  const news = shown.map(
    (one): News => ({
      when: formatDateTime(one.at),
      sentence: oneLine(content === "nothing" ? bare(one, w) : one.sentence),
      quote: content === "text" ? quoteOf(one, w) : null,
    }),
  );
  return { news, older: happened.length - shown.length };
}

const PRESSING: readonly Happening["type"][] = [
  "ticket.warned",
  "ticket.paged",
  "ticket.offered_again",
  "ticket.reminded",
  "ticket.unanswered",
];

/** What presses most, in words that say nothing of the ticket's content: the last of the news that calls for somebody. */
export function pressingOf({ happened }: TicketNews, w: LetterWords): string | null {
  const last = happened.findLast(({ type }) => PRESSING.includes(type));
  return last ? bare(last, w) : null;
}

function bare({ type, who, due, minutes = 0 }: Happening, w: LetterWords): string {
  if (due) return w.ticket.warned(due);
  const say = w.ticket.bare[type] ?? w.ticket.changed;
  return say(who ?? w.signature, minutes);
}

/** Replies only: a note is internal, and stays in the building under every setting. */
function quoteOf({ type, text }: Happening, w: LetterWords): string | null {
  if (type !== "ticket.replied" || text === null) return null;
  const whole = lines(text);
  const cut = cutToGraphemes(whole, MOST_TEXT);
  return cut === whole ? whole : `${cut}… (${w.moreText})`;
}
