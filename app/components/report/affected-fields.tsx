import type { ReportPage } from "#app/domain/tickets/report-page.server.ts";
import { useWords } from "#app/i18n/words.tsx";
import { SelectField, TextField } from "#app/ui/field.tsx";
import { asChoice, type Said } from "./report-form.tsx";

const NAMES = ["affectedPersonId", "affectedName", "affectedPosition"] as const;

/** Who cannot work. Asked outright about permissions and accounts, behind a tick for everything else. */
export function AffectedFields({ page, said }: { page: ReportPage; said: Said }) {
  const w = useWords().report;
  const typed = NAMES.some((name) => Boolean(said.value(name) || said.error(name)));
  return (
    <div className="grid gap-4">
      <label
        data-kinds="none software_error how_to data_correction equipment network other"
        className="target flex items-center gap-2"
      >
        <input type="checkbox" defaultChecked={typed} className="report-for-other size-[18px] accent-accent" />
        {w.forOther}
      </label>
      <div data-other className="grid gap-4 sm:grid-cols-2">
        <SelectField
          className="sm:col-span-2"
          name="affectedPersonId"
          label={w.affected}
          empty={w.affectedMe}
          choices={page.colleagues.map(asChoice)}
          defaultValue={said.value("affectedPersonId")}
          error={said.error("affectedPersonId")}
        />
        <TextField
          name="affectedName"
          label={w.affectedName}
          maxLength={120}
          defaultValue={said.value("affectedName")}
          error={said.error("affectedName")}
        />
        <TextField
          name="affectedPosition"
          label={w.affectedPosition}
          maxLength={120}
          defaultValue={said.value("affectedPosition")}
          error={said.error("affectedPosition")}
        />
      </div>
    </div>
  );
}
