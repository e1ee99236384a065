import { Form } from "@remix-run/react";
import { MAX_FILE_DAYS, MAX_FILE_KB } from "#app/domain/sla/calendar-file-limits.ts";
import type { FileProblem } from "#app/domain/sla/calendar-file-reading.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Checkbox } from "#app/ui/choices.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Field } from "#app/ui/field.tsx";
import type { Reply } from "#app/ui/form-reply.ts";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { fileProblems } from "./calendar-words.ts";

export type UploadFault =
  | "file_missing"
  | "file_too_large"
  | "file_empty"
  | "file_utf16"
  | "file_not_utf8"
  | "file_not_text";
type ImportFormProps = { answered?: { reply: Reply; fault?: UploadFault; problems?: FileProblem[] } };
export function ImportForm({ answered }: ImportFormProps) {
  const w = useWords();
  const words = w.calendars.import;
  const problems = [
    ...(answered?.fault ? [{ field: "file", message: w.calendars.fileFaults[answered.fault] }] : []),
    ...fileProblems(answered?.problems ?? [], w),
  ];
  const error = problems.length > 0 ? words.problems : null;
  return (
    <Form method="post" encType="multipart/form-data" noValidate className="grid content-start gap-4">
      <ErrorSummary problems={problems} />
      <Field
        name="file"
        label={words.file}
        hint={words.fileHint(String(MAX_FILE_KB), String(MAX_FILE_DAYS))}
        error={error}
      >
        {(wiring) => (
          <input
            type="file"
            accept=".json,.csv,application/json,text/csv,text/plain"
            required
            className="field"
            {...wiring}
          />
        )}
      </Field>
      <Checkbox
        name="wholeYears"
        label={words.wholeYears}
        hint={words.wholeYearsHint}
        defaultChecked={answered?.reply.values.wholeYears !== undefined}
      />
      <SubmitButton name="intent" value="preview" className="justify-self-start">
        {words.check}
      </SubmitButton>
      <div className="mt-2 grid gap-2 border-t border-line pt-4">
        <p className="max-w-text text-quiet">{words.shape}</p>
        <pre className="whitespace-pre-wrap text-sm wrap-anywhere">{words.example}</pre>
      </div>
    </Form>
  );
}
