import { env } from "#app/env.server.ts";
import { sampleHappened, samplePressing, sampleReader } from "#app/i18n/letter-samples.server.ts";
import type { Lang } from "#app/lib/lang.ts";
import type { Letter, LetterPurpose, MailContent } from "./letter.ts";

const MINUTES_MS = 60_000;
export const PREVIEWED = [
  "ticket",
  "warning",
  "digest",
  "invitation",
  "password_reset",
  "address_confirm",
  "password_changed",
  "address_changed",
  "test",
  "access_waits",
] as const satisfies readonly (LetterPurpose | "warning")[];
export type Previewed = { purpose: (typeof PREVIEWED)[number]; lang: Lang; content: MailContent };

export const previewIsOpen = () => env.NODE_ENV === "development";

/** A letter about nobody, to look at its template. */
export function sampleLetter({ purpose, lang, content }: Previewed, now: Date): Letter {
  const { name, title } = sampleReader[lang];
  const common = { person: { name, lang }, appUrl: env.APP_URL };
  const secret = {
    ...common,
    url: new URL("/login", env.APP_URL).href,
    validUntil: new Date(now.getTime() + 30 * MINUTES_MS),
  };
  const happened = sampleHappened[lang].map((one, i, all) => ({
    ...one,
    at: new Date(now.getTime() - (all.length - i) * MINUTES_MS),
  }));
  const ticket = { number: 10432, status: "in_progress" as const, title, happened, eventId: null };
  switch (purpose) {
    case "ticket":
      return { ...common, purpose, content, ticket };
    case "warning": {
      const pressing = samplePressing(lang, new Date(now.getTime() - 10 * MINUTES_MS));
      const each = pressing.map((one) => ({ ...one, at: now }));
      return { ...common, purpose: "ticket", content, ticket: { ...ticket, status: "new", happened: each } };
    }
    case "digest":
      return { ...common, purpose, content, at: now, tickets: [ticket, { ...ticket, number: 10428 }], more: 3 };
    case "invitation":
    case "password_reset":
    case "address_confirm":
      return { ...secret, purpose };
    case "access_waits":
      return { ...common, purpose, campaigns: 1, reviews: [{ year: 2027, dueOn: "2027-01-31" }] };
    case "address_changed":
      return { ...common, purpose, at: now, asked: true };
    default:
      return { ...common, purpose, at: now };
  }
}
