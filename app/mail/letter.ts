import type { LetterWords } from "#app/i18n/vi/letters.ts";
import type { Words } from "#app/i18n/vi.ts";
import type { Lang } from "#app/lib/lang.ts";

/** How much of a ticket may leave the building by mail, least first. */
export const MAIL_CONTENTS = ["nothing", "title", "text"] as const;
export type MailContent = (typeof MAIL_CONTENTS)[number];
export const isMailContent = (value: unknown): value is MailContent => MAIL_CONTENTS.some((known) => known === value);

/** One thing that happened to a ticket. The template, not the caller, decides what of it the setting lets out. */
export type Happening = {
  type: keyof Words["ticket"]["event"];
  /** By describeEvent, in the reader's language; shown where at least titles may leave. */
  sentence: string;
  who: string | null;
  at: Date;
  /** The reply or note as it was typed; shown only where texts may leave. */
  text: string | null;
  /** What is due by when, or was: it says nothing of the ticket's content. */
  due?: Parameters<LetterWords["ticket"]["warned"]>[0];
  /** For how long a P1 has waited for somebody, where that is the news. */
  minutes?: number;
};

export type TicketNews = {
  number: number;
  status: keyof Words["tickets"]["status"];
  title: string | null;
  /** Oldest first. */
  happened: Happening[];
  /** The event that the link opens at, the oldest of the news. */
  eventId: number | null;
  /** Of a request for access: what it waits for. */
  access?: "approval" | "grant" | "proof" | "over" | null;
};

type SecretLink = { url: string; validUntil: Date };
type Common = { person: { name: string; lang: Lang }; appUrl: string };

/** Everything a template needs, as plain data. */
export type Letter = Common &
  (
    | { purpose: "ticket"; content: MailContent; ticket: TicketNews }
    | { purpose: "digest"; content: MailContent; at: Date; tickets: TicketNews[]; more: number }
    | ({ purpose: "invitation" } & SecretLink)
    | ({ purpose: "password_reset" } & SecretLink)
    | ({ purpose: "address_confirm" } & SecretLink)
    | { purpose: "password_changed"; at: Date }
    /** `asked`: the new mailbox has not confirmed it yet. */
    | { purpose: "address_changed"; at: Date; asked: boolean }
    | { purpose: "test"; at: Date }
    /** Of units the reader leads: campaigns that want people named, and the days by which reviews are due. */
    | { purpose: "access_waits"; campaigns: number; reviews: { year: number; dueOn: string }[] }
  );
export type LetterPurpose = Letter["purpose"];
export type Of<P extends LetterPurpose> = Extract<Letter, { purpose: P }>;

export type Rendered = { subject: string; html: string; text: string };
export type RenderLetter = (letter: Letter) => Promise<Rendered>;
