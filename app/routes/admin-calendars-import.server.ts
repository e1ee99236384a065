import { readFile } from "node:fs/promises";
import { z } from "zod";
import type { UploadFault } from "#app/components/calendars/import-form.tsx";
import type { Plan } from "#app/components/calendars/import-plan.tsx";
import { decodeFile } from "#app/domain/policy/people-import-read.server.ts";
import { MAX_FILE_BYTES } from "#app/domain/sla/calendar-file-limits.ts";
import type { FileProblem } from "#app/domain/sla/calendar-file-reading.ts";
import { checkbox, count } from "#app/http/fields.server.ts";
import type { Upload } from "#app/http/form-data.server.ts";
import type { FormReply } from "#app/http/forms.server.ts";
import { SAVING_FIELDS } from "./admin-calendars-form.server.ts";

const MAX_SATURDAYS = 400;

export const ImportFields = z.object({
  ...SAVING_FIELDS,
  wholeYears: checkbox,
  /** Saturdays in a block of days off that are worked all the same. */
  works: z.array(z.iso.date("malformed")).max(MAX_SATURDAYS).default([]),
  version: count(1_000_000).optional(),
  name: z.string().max(100, "too_long").optional(),
  content: z.string().max(MAX_FILE_BYTES, "too_long").optional(),
});

export type ImportAnswer = {
  reply: FormReply;
  fault?: UploadFault;
  problems?: FileProblem[];
  plan?: Plan;
  stale?: boolean;
};
type Given = { text: string; name: string } | { fault: UploadFault };

/** The file that was chosen, or the one of the look before. */
export async function readUpload(
  { name, content }: { name?: string; content?: string },
  uploads: readonly Upload[],
): Promise<Given> {
  const file = uploads.find(({ field, size }) => field === "file" && size > 0);
  if (!file) return content ? { text: content, name: name ?? "" } : { fault: "file_missing" };
  if (file.size > MAX_FILE_BYTES) return { fault: "file_too_large" };
  const decoded = decodeFile(await readFile(file.path));
  if ("fault" in decoded) return { fault: FAULTS.find((fault) => fault === decoded.fault) ?? "file_not_text" };
  const called = file.name.normalize("NFC").replace(/[\p{C}/\\]/gu, "");
  // As a form sends it back, so that the next look sees the same lines.
  return { text: decoded.text.replace(/\r\n?/g, "\n"), name: called.slice(0, 100) || "json" };
}

const FAULTS: readonly UploadFault[] = ["file_too_large", "file_empty", "file_utf16", "file_not_utf8", "file_not_text"];
