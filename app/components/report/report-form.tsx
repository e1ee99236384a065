import { Form } from "@remix-run/react";
import { type KeyboardEvent, useState } from "react";
import type { FileCard } from "#app/domain/tickets/files/files.server.ts";
import type { ReportPage } from "#app/domain/tickets/report-page.server.ts";
import { paths } from "#app/http/paths.ts";
import { useWords } from "#app/i18n/words.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { SelectField, TextField } from "#app/ui/field.tsx";
import { type Reply, useReply } from "#app/ui/form-reply.ts";
import { AffectedFields } from "./affected-fields.tsx";
import { AlikePanel, JoinForms } from "./alike-panel.tsx";
import { FileUploader } from "./file-uploader.tsx";
import { ImpactFields } from "./impact-fields.tsx";
import { KindFields } from "./kind-fields.tsx";
import { PlaceFields } from "./place-fields.tsx";
import { SendBar } from "./send-bar.tsx";
import { SensitiveNote } from "./sensitive-note.tsx";
import { SystemTiles } from "./system-tiles.tsx";
import { TellFields } from "./tell-fields.tsx";
import { useAlike } from "./use-alike.ts";
import { useTyped } from "./use-typed.ts";
import { useUploads } from "./use-uploads.ts";
import "./report.css";

type Props = { page: ReportPage; reply?: Reply; kept: readonly FileCard[] };

/** What every part of the form needs to show again what was typed, and what is wrong with it. */
export type Said = ReturnType<typeof useReply>;

export function ReportForm({ page, reply, kept }: Props) {
  const w = useWords();
  const said = useReply(reply, { ...w.report.fileFaults, ...w.report.errors });
  const uploads = useUploads(kept);
  // A page that is brought up to date gets another id; this form keeps its first, so that a second try is the same try.
  const [commandId] = useState(page.commandId);
  const { alike, look } = useAlike(page);
  const { notes, waiting, read } = useTyped(reply);
  return (
    <>
      <PlaceFields page={page} />
      <Form
        method="post"
        action={paths.newTicket()}
        encType="multipart/form-data"
        noValidate
        autoComplete="off"
        className="report grid gap-8"
        onSubmit={uploads.onSubmit}
        onKeyDown={keepComposing}
        onInput={(event) => {
          look(event.currentTarget);
          read(event.currentTarget);
        }}
      >
        {/* Enter in a field sends the report, not what comes first on the page. */}
        <button type="submit" tabIndex={-1} aria-hidden className="sr-only" />
        <ErrorSummary problems={said.problems} />
        {reply?.formErrors.includes("signed_out") && (
          <ButtonLink to={paths.login()} target="_blank" className="justify-self-start">
            {w.report.signInBeside}
          </ButtonLink>
        )}
        <input type="hidden" name="commandId" value={said.value("commandId") ?? commandId} />
        <input type="hidden" name="siteId" value={page.ward.id} />
        {page.onBehalf && <ReporterField page={page} said={said} />}
        <SystemTiles page={page} said={said} />
        <KindFields said={said} />
        <div className="relative grid gap-4">
          <TextField
            name="title"
            label={w.report.summary}
            hint={w.report.summaryHint}
            maxLength={200}
            defaultValue={said.value("title") ?? page.title}
            error={said.error("title")}
          />
          <AlikePanel alike={alike} waiting={waiting} />
          <AffectedFields page={page} said={said} />
          <TellFields said={said} />
          <p className="max-w-text text-sm text-quiet">{w.report.secret}</p>
          <SensitiveNote notes={notes} />
        </div>
        <FileUploader uploads={uploads} error={said.error("files") ?? said.error("fileIds")} />
        <ImpactFields said={said} />
        <SendBar page={page} uploads={uploads} notes={notes} />
      </Form>
      <JoinForms alike={alike} />
    </>
  );
}

/** Telex keyboards end a word with Enter; that Enter sends nothing. */
function keepComposing(event: KeyboardEvent): void {
  if (event.key === "Enter" && (event.nativeEvent.isComposing || event.keyCode === 229)) event.preventDefault();
}

function ReporterField({ page, said }: { page: ReportPage; said: Said }) {
  const w = useWords().report;
  return (
    <SelectField
      name="reporterId"
      label={w.reporter}
      hint={w.reporterHint}
      empty={w.reporterMe}
      choices={page.colleagues.filter(({ id }) => id !== page.me).map(asChoice)}
      defaultValue={said.value("reporterId")}
      error={said.error("reporterId")}
    />
  );
}

/** Namesakes are many: a name always comes with its room. */
export const asChoice = ({ id, fullName, departmentName, position }: ReportPage["colleagues"][number]) => ({
  value: id,
  label: [fullName, position, departmentName].filter(Boolean).join(" · "),
});
