import { z } from "zod";
import { FILES_MAX } from "#app/domain/tickets/files/file-limits.ts";
import type { OpenTicket } from "#app/domain/tickets/opening.server.ts";
import { IMPACTS, URGENCIES } from "#app/domain/tickets/priority.ts";
import { findSensitive } from "#app/domain/tickets/sensitive.ts";
import { TEXT_MAX, TICKET_KINDS, TITLE_MAX, WAITING_MAX } from "#app/domain/tickets/ticket.ts";
import { checkbox, commandId, count, id, line, optionalLine, optionalLines } from "#app/http/fields.server.ts";
import { parseDateTime } from "#app/lib/parse-date-time.ts";

const NAME_MAX = 120;
const ANSWER_MAX = 5_000;

const moment = z
  .string()
  .transform((typed) => parseDateTime(typed))
  .refine((at) => at !== null, "malformed");

export const ReportForm = z.object({
  commandId: commandId.optional(),
  siteId: id.optional(),
  reporterId: id.optional(),
  systemId: id,
  kind: z.enum(TICKET_KINDS),
  title: line(TITLE_MAX),
  affectedPersonId: id.optional(),
  affectedName: optionalLine(NAME_MAX),
  affectedPosition: optionalLine(NAME_MAX),
  body: optionalLines(TEXT_MAX),
  saw: optionalLines(ANSWER_MAX),
  errorMessage: optionalLines(ANSWER_MAX),
  fileIds: z.array(z.uuid("malformed")).max(FILES_MAX, "too_many_files").default([]),
  impact: z.enum(IMPACTS),
  peopleWaiting: count(WAITING_MAX).default(0),
  urgency: z.enum(URGENCIES).default("today"),
  occurredAt: moment.optional(),
  keepNumbers: checkbox,
});
export type Report = z.infer<typeof ReportForm>;

const TYPED = ["title", "body", "saw", "errorMessage", "affectedName", "affectedPosition"] as const;

/** What must not be in the text: a password never, a citizen's number only when its sender says that it is needed. */
export function sensitiveErrors(report: Report): Record<string, string[]> {
  const errors: Record<string, string[]> = {};
  for (const field of TYPED) {
    const found = findSensitive(report[field] ?? "");
    if (found.password) errors[field] = ["password_in_text"];
    else if (found.citizenNumbers.length > 0 && !report.keepNumbers) errors[field] = ["citizen_number"];
  }
  return errors;
}

/** The answers of other kinds, typed before the kind was changed, stay behind. */
export function ticketOf(report: Report, siteId: number, fileIds: readonly string[]): OpenTicket {
  const { saw, errorMessage, keepNumbers: _, fileIds: __, ...rest } = report;
  const answers = { ...(saw && { saw }), ...(errorMessage && { errorMessage }) };
  return {
    ...rest,
    siteId,
    fileIds,
    answers: report.kind === "software_error" ? answers : {},
    occurredAt: report.occurredAt ?? null,
    writtenAt: null,
    affectedPersonId: report.affectedPersonId ?? null,
    affectedName: report.affectedName ?? null,
    affectedPosition: report.affectedPosition ?? null,
  };
}

const FIELDS: Record<string, string> = {
  occurred_in_the_future: "occurredAt",
  system_unknown: "systemId",
  reporter_not_here: "reporterId",
  affected_not_here: "affectedPersonId",
  not_your_ward: "siteId",
  file_gone: "files",
};

/** A refusal of the verb belongs to the field it speaks of, or to the form. */
export function refusalErrors(reason: string) {
  const field = FIELDS[reason];
  return field ? { errors: { [field]: [reason] } } : { formErrors: [reason] };
}
