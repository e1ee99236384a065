import { z } from "zod";
import type { AskAccess } from "#app/domain/access/asking.server.ts";
import { type AskedItem, MOST_ITEMS } from "#app/domain/access/request.ts";
import { FILE_FAULTS, FILES_MAX } from "#app/domain/tickets/files/file-limits.ts";
import { IMPACTS } from "#app/domain/tickets/priority.ts";
import { checkbox, commandId, day, id, lines, optionalLine, optionalLines } from "#app/http/fields.server.ts";
import type { Received } from "#app/http/receive-files.server.ts";

export const fileIds = z.array(z.uuid("malformed")).max(FILES_MAX, "too_many_files").default([]);
const some = z.array(id).max(MOST_ITEMS, "too_many_items").default([]);

/** What somebody asks for, as the form sends it. */
export const Ask = z.object({
  ...{ commandId, siteId: id, rightIds: some, personIds: some, successorOf: some, fileIds },
  ...{ position: optionalLine(120), from: day.optional(), until: day.optional() },
  ...{ tries: lines(2_000), fails: optionalLines(2_000), impact: z.enum(IMPACTS) },
  ...{ decisionNumber: optionalLine(120), decisionDate: day.optional(), regulation: optionalLine(200) },
  ...{ undertaking: checkbox, campaignId: id.optional(), version: id.optional() },
});
export type Asked = z.infer<typeof Ask>;

export const basisOf = ({ decisionNumber, decisionDate, regulation, undertaking }: Omit<Asked, "fileIds">) => ({
  ...{ decisionNumber, decisionDate, regulation },
  ...(undertaking && { undertaking }),
});

export const askedOf = (typed: Asked, items: readonly AskedItem[], files: readonly string[]): AskAccess => ({
  ...{ commandId: typed.commandId, siteId: typed.siteId, items, tries: typed.tries, fails: typed.fails },
  ...{ impact: typed.impact, urgency: "today", fileIds: files, campaignId: typed.campaignId, basis: basisOf(typed) },
});

/** The files of a form: those the browser sent before, and those that came with it; or what is wrong with one. */
export function filesIn(typed: { fileIds: readonly string[] }, received: Received) {
  const [refused] = received.faults;
  const ids = [...new Set([...typed.fileIds, ...received.ids])];
  if (refused) return { ids, fault: refused.fault, status: FILE_FAULTS[refused.fault] };
  return ids.length > FILES_MAX
    ? { ids, fault: "too_many_files" as const, status: 413 }
    : { ids, fault: null, status: 200 };
}
