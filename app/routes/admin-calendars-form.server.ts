import { z } from "zod";
import type { WEEKDAYS } from "#app/domain/sla/calendar.ts";
import type { Period } from "#app/domain/sla/calendar-changes.server.ts";
import type { HoursDifference } from "#app/domain/sla/calendar-difference.ts";
import type { HoursProblem, TypedHours } from "#app/domain/sla/calendar-text.ts";
import type { Preview } from "#app/domain/tickets/clocks/calendar-preview.server.ts";
import { checkbox, day, optionalLine } from "#app/http/fields.server.ts";
import type { FormReply } from "#app/http/forms.server.ts";

const cell = z.string().max(300, "too_long").default("");
export const HOURS_FIELDS = {
  timeZone: z.string().max(60, "too_long").default(""),
  followsCity: checkbox,
  mon: cell,
  tue: cell,
  wed: cell,
  thu: cell,
  fri: cell,
  sat: cell,
  sun: cell,
  days: z.string().max(60_000, "too_long").default(""),
  validUntil: day.optional(),
};
export const SAVING_FIELDS = {
  intent: z.enum(["preview", "save"]),
  /** What the preview was of; something else is looked at first. */
  previewed: z.string().max(40).optional(),
  why: optionalLine(300),
};

type Filled = { [key in (typeof WEEKDAYS)[number]]: string } & { timeZone: string; followsCity: boolean; days: string };

export const typedFrom = ({ timeZone, followsCity, days, mon, tue, wed, thu, fri, sat, sun }: Filled): TypedHours => ({
  timeZone,
  followsCity,
  days,
  weekly: { mon, tue, wed, thu, fri, sat, sun },
});

/** What a calendar's form is answered with: typed words, lines at fault, or what would happen. */
export type Answered = {
  reply: FormReply;
  problems?: HoursProblem[];
  preview?: Preview;
  /** The form was changed after its preview. */
  stale?: boolean;
  /** What somebody else changed meanwhile. */
  theirs?: HoursDifference[];
};

type Saving = { intent: "preview" | "save"; previewed?: string; why?: string };

/** Only what was looked at is saved, and with a reason: what is missing for that. */
export function unready(
  { intent, previewed, why }: Saving,
  print: string,
): { stale: boolean; errors: FormReply["errors"] } | null {
  if (intent === "preview") return { stale: false, errors: {} };
  if (previewed !== print) return { stale: true, errors: {} };
  return why === undefined ? { stale: false, errors: { why: ["required"] } } : null;
}

export const endsTooEarly = ({ validFrom, validUntil }: Period): boolean =>
  validUntil !== null && validUntil < validFrom;
