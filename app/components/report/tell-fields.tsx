import { TICKET_KINDS, type TicketKind } from "#app/domain/tickets/ticket.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Aside, TextArea, wire } from "#app/ui/field.tsx";
import type { Said } from "./report-form.tsx";

/** The same box under the question that fits the kind; only a software error asks two more. */
export function TellFields({ said }: { said: Said }) {
  const w = useWords().report;
  return (
    <>
      <BodyField said={said} />
      <div data-kinds="software_error" className="grid gap-4">
        <Mark kind="software_error" />
        <TextArea
          name="saw"
          label={w.saw}
          rows={2}
          maxLength={5000}
          optional
          defaultValue={said.value("saw")}
          error={said.error("saw")}
        />
        <TextArea
          name="errorMessage"
          label={w.errorMessage}
          rows={2}
          maxLength={5000}
          optional
          defaultValue={said.value("errorMessage")}
          error={said.error("errorMessage")}
        />
      </div>
    </>
  );
}

const QUESTIONS = ["none", ...TICKET_KINDS] as const;

function BodyField({ said }: { said: Said }) {
  const w = useWords();
  const error = said.error("body");
  const wiring = wire({ name: "body", label: "", error });
  return (
    <div className={error ? "grid gap-1 border-l-2 border-red pl-3" : "grid gap-1"}>
      <label htmlFor={wiring.id} className="font-medium">
        {QUESTIONS.map((kind) => (
          <span key={kind} data-kinds={kind} className="block">
            {kind !== "none" && <Mark kind={kind} />}
            {w.report.body[kind]}
            <span className="font-normal text-quiet"> ({w.common.optional})</span>
          </span>
        ))}
      </label>
      <Aside id={wiring.id} error={error} />
      <textarea
        className="field field-sizing-content max-h-[60vh] min-h-24"
        rows={4}
        maxLength={20_000}
        defaultValue={said.value("body")}
        {...wiring}
      />
    </div>
  );
}

/** Seen only where the browser cannot switch questions. */
function Mark({ kind }: { kind: TicketKind }) {
  const w = useWords().report;
  return <small className="report-mark block text-quiet">{w.only(w.kinds[kind])}</small>;
}
