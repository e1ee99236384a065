import { lettersFor } from "#app/i18n/letters-for.server.ts";
import type { LetterWords } from "#app/i18n/vi/letters.ts";
import type { Words } from "#app/i18n/vi.ts";
import { wordsFor } from "#app/i18n/words-for.server.ts";
import { formatDate, formatDateTime } from "#app/lib/format.ts";
import type { Lang } from "#app/lib/lang.ts";
import { startOfDate } from "#app/lib/time.ts";
import type { Letter, Of, TicketNews } from "./letter.ts";
import { type Links, linksOf } from "./links.ts";
import { type News, newsOf, pressingOf, titleOf } from "./news.ts";
import { oneLine } from "./one-line.ts";

type Link = { label: string; url: string };
export type Block =
  | { kind: "text"; text: string }
  | { kind: "facts"; facts: { label: string; value: string }[] }
  | { kind: "news"; heading: Link | null; news: News[]; more: string | null }
  | { kind: "button"; link: Link };

/** What a letter says, in order. HTML and plain text are two ways to write the same outline. */
export type Outline = {
  lang: Lang;
  subject: string;
  /** What a list of mails shows after the subject. */
  preheader: string;
  blocks: Block[];
  footer: { text: string; link: Link | null };
};

type Middle = Pick<Outline, "subject" | "preheader" | "blocks"> & { choose?: boolean };

export function outlineOf(letter: Letter): Outline {
  const { name, lang } = letter.person;
  const w = lettersFor(lang);
  const links = linksOf(letter.appUrl);
  const { subject, preheader, blocks, choose = false } = middleOf(letter, w, links);
  return {
    lang,
    subject: oneLine(subject),
    preheader,
    blocks: [text(w.greeting(oneLine(name))), ...blocks, text(`${w.closing}\n${w.signature}`)],
    footer: { text: w.automatic, link: choose ? { label: w.choose, url: links.choices } : null },
  };
}

function middleOf(letter: Letter, w: LetterWords, links: Links): Middle {
  switch (letter.purpose) {
    case "ticket":
      return ticketNews(letter, w, links);
    case "digest":
      return digest(letter, w, links);
    case "invitation":
      return secretLink(letter, w.invitation, w, links);
    case "password_reset":
      return secretLink(letter, w.passwordReset, w, links);
    case "address_confirm":
      return secretLink(letter, w.addressConfirm, w, links);
    case "password_changed":
      return warning(letter.at, w.passwordChanged, links.forgotten);
    case "address_changed":
      return warning(letter.at, letter.asked ? w.addressAsked : w.addressChanged, links.account);
    case "access_waits":
      return accessWaits(letter, w, links);
    case "test":
      return {
        subject: w.test.subject,
        preheader: w.test.fine,
        blocks: [text(w.test.lead(formatDateTime(letter.at))), text(w.test.fine), button(w.test.open, links.settings)],
      };
  }
}

/** A request for access opens where it is decided, granted and proven. */
const placeOf = ({ number, eventId, access }: TicketNews, links: Links): string =>
  access ? links.access(number) : links.ticket(number, eventId);

function statusOf({ status, access }: TicketNews, words: Words): string {
  if (!access) return words.tickets.status[status];
  const { standing } = words.access;
  if (status === "cancelled") return standing.cancelled;
  return access === "over" ? standing.closed : standing[access];
}

function ticketNews({ ticket, content, person }: Of<"ticket">, w: LetterWords, links: Links): Middle {
  const { number } = ticket;
  const title = titleOf(ticket, content);
  const { news, older } = newsOf(ticket, content, w);
  const facts = [
    ...(title ? [{ label: w.title, value: title }] : []),
    { label: w.status, value: statusOf(ticket, wordsFor(person.lang)) },
  ];
  return {
    // One subject for all mails of a ticket: clients keep them together by it. What calls for somebody has to be seen before that.
    subject: w.ticket.subject(number, pressingOf(ticket, w) ?? title ?? w.ticket.about),
    preheader: news.at(-1)?.sentence ?? w.ticket.lead(number),
    blocks: [
      text(w.ticket.lead(number)),
      { kind: "facts", facts },
      { kind: "news", heading: null, news, more: older > 0 ? w.digest.moreChanges(older) : null },
      button(w.ticket.open(number), placeOf(ticket, links)),
      text(content === "nothing" ? w.ticket.withheld : w.ticket.reply),
    ],
    choose: true,
  };
}

function digest({ tickets, more, at, content, person }: Of<"digest">, w: LetterWords, links: Links): Middle {
  const words = wordsFor(person.lang);
  const lead = w.digest.lead(tickets.length + more);
  return {
    subject: w.digest.subject(formatDate(at)),
    preheader: lead,
    blocks: [
      text(lead),
      ...tickets.map((ticket): Block => {
        const title = titleOf(ticket, content);
        const { news, older } = newsOf(ticket, content, w);
        const label = [w.digest.ticket(ticket.number, statusOf(ticket, words)), title].filter(Boolean).join(" · ");
        const heading = { label, url: placeOf(ticket, links) };
        return { kind: "news", heading, news, more: older > 0 ? w.digest.moreChanges(older) : null };
      }),
      ...(more > 0 ? [text(w.digest.more(more))] : []),
      button(w.digest.open, links.tickets),
    ],
    choose: true,
  };
}

type SecretWords = { subject: string; lead: string; until(time: string): string; open: string; unexpected: string };
type Secret = Of<"invitation"> | Of<"password_reset"> | Of<"address_confirm">;

function secretLink({ url, validUntil }: Secret, said: SecretWords, w: LetterWords, links: Links): Middle {
  return {
    subject: said.subject,
    preheader: said.lead,
    blocks: [
      text(said.lead),
      text(said.until(formatDateTime(validUntil))),
      button(said.open, links.own(url)),
      text(`${w.once} ${said.unexpected}`),
    ],
  };
}

function accessWaits({ campaigns, reviews }: Of<"access_waits">, w: LetterWords, links: Links): Middle {
  const said = w.accessWaits;
  const waiting = [
    ...(campaigns > 0 ? [said.campaigns(campaigns)] : []),
    ...reviews.map(({ year, dueOn }) => said.review(year, formatDate(startOfDate(dueOn)))),
  ];
  return {
    subject: said.subject,
    preheader: waiting.join(" "),
    blocks: [text(said.lead), ...waiting.map(text), button(said.open, links.accessHome)],
  };
}

type WarningWords = { subject: string; lead(time: string): string; unexpected: string; open: string };

function warning(at: Date, said: WarningWords, url: string): Middle {
  const lead = said.lead(formatDateTime(at));
  return {
    subject: said.subject,
    preheader: lead,
    blocks: [text(lead), text(said.unexpected), button(said.open, url)],
  };
}

const text = (words: string): Block => ({ kind: "text", text: words });
const button = (label: string, url: string): Block => ({ kind: "button", link: { label, url } });
