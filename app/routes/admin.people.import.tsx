import { readFile } from "node:fs/promises";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData } from "@remix-run/react";
import { COLUMNS, type FaultDetail, type FileFault } from "#app/domain/policy/people-columns.ts";
import { keepImport } from "#app/domain/policy/people-import.server.ts";
import { decodeFile, readPeopleText } from "#app/domain/policy/people-import-read.server.ts";
import { requireAdmin } from "#app/domain/policy/require-admin.ts";
import { withContext } from "#app/http/context.server.ts";
import { readForm } from "#app/http/form-data.server.ts";
import { paths } from "#app/http/paths.ts";
import type { Words } from "#app/i18n/vi.ts";
import { useWords } from "#app/i18n/words.tsx";
import { buttonClass } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Field } from "#app/ui/field.tsx";
import { Page } from "#app/ui/page.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";

export const handle = { title: (w: Words) => w.peopleImport.title };

export const loader = (args: LoaderFunctionArgs) =>
  withContext(args, async (ctx) => {
    requireAdmin(ctx.actor);
    return null;
  });

export const action = (args: ActionFunctionArgs) =>
  withContext(args, async (ctx) => {
    requireAdmin(ctx.actor);
    const form = await readForm(args.request);
    if (form.fault) return refused(form.fault === "file_too_large" ? "file_too_large" : "file_missing", {}, 413);
    const file = form.uploads.find(({ field }) => field === "file");
    if (!file) return refused("file_missing");
    const decoded = decodeFile(await readFile(file.path));
    if ("fault" in decoded) return refused(decoded.fault, {}, decoded.fault === "file_too_large" ? 413 : 422);
    const read = readPeopleText(decoded.text);
    if (!read.ok) return refused(read.fault, read.detail);
    const name = file.name
      .normalize("NFC")
      .replace(/[\p{C}/\\]/gu, "")
      .slice(0, 100);
    const id = await keepImport(ctx, { name: name || "csv", content: decoded.text });
    return redirect(paths.admin(`people/import/${id}`));
  });

const refused = (fault: FileFault, detail: FaultDetail = {}, status = 422) => data({ fault, detail }, { status });

function faultText({ fault, detail }: { fault: FileFault; detail: FaultDetail }, w: Words): string {
  const { faults } = w.peopleImport;
  if (fault === "file_column_twice") return faults.file_column_twice(detail.column ?? "");
  return fault === "file_quotes" ? faults.file_quotes(detail.line ?? 1) : faults[fault];
}

export default function ImportPeople() {
  const w = useWords();
  const words = w.peopleImport;
  const answered = useActionData<typeof action>();
  const error = answered ? faultText(answered, w) : null;
  return (
    <Page
      title={words.title}
      lead={words.lead}
      width="form"
      back={{ to: paths.admin("people"), label: w.people.title }}
    >
      <Form method="post" encType="multipart/form-data" noValidate className="grid content-start gap-4">
        <ErrorSummary problems={error ? [{ field: "file", message: error }] : []} />
        <Field name="file" label={words.file} hint={words.fileHint} error={error}>
          {(wiring) => <input type="file" accept=".csv,text/csv,text/plain" required className="field" {...wiring} />}
        </Field>
        <div className="flex flex-wrap gap-2">
          <SubmitButton>{words.check}</SubmitButton>
          <a href={paths.admin("people/import/template")} download className={buttonClass("quiet")}>
            {words.template}
          </a>
        </div>
      </Form>
      <div className="mt-6 grid gap-2 border-t border-line pt-4">
        <p className="max-w-text text-quiet">{words.columnsLead}</p>
        <p className="max-w-text">{COLUMNS.map((column) => words.columns[column]).join(" · ")}</p>
      </div>
    </Page>
  );
}
