import { ChevronDown } from "lucide-react";
import { useState } from "react";
import type { ReportPage } from "#app/domain/tickets/report-page.server.ts";
import { useWords } from "#app/i18n/words.tsx";
import { buttonClass } from "#app/ui/button.tsx";
import { RadioTiles, type Tile } from "#app/ui/choices.tsx";
import type { Said } from "./report-form.tsx";
import { useHydrated } from "./use-hydrated.ts";

const ON_TOP = 6;
const WORTH_FINDING = 12;

/** The systems this ward reports most, then the rest behind one line. All are radio buttons of one name. */
export function SystemTiles({ page, said }: { page: ReportPage; said: Said }) {
  const w = useWords().report;
  const tiles: Tile[] = page.systems.map(({ id, name }) => ({ value: id, label: name }));
  const [top, rest] = [tiles.slice(0, ON_TOP), tiles.slice(ON_TOP)];
  const chosen = said.value("systemId") ?? page.systemId;
  const inRest = rest.some(({ value }) => String(value) === String(chosen));
  return (
    <div className="grid gap-2">
      <RadioTiles
        name="systemId"
        label={w.system}
        hint={w.systemHint}
        tiles={top}
        defaultValue={chosen}
        error={said.error("systemId")}
      />
      {rest.length > 0 && (
        <details className="group" open={inRest || undefined}>
          <summary className={buttonClass("quiet", "-ml-3 w-fit")}>
            <ChevronDown aria-hidden className="transition-transform duration-[120ms] group-open:rotate-180" />
            {w.otherSystem}
          </summary>
          <Rest tiles={rest} chosen={chosen} />
        </details>
      )}
    </div>
  );
}

function Rest({ tiles, chosen }: { tiles: Tile[]; chosen: string | number | null }) {
  const w = useWords().report;
  const [wanted, setWanted] = useState("");
  const hydrated = useHydrated();
  const fits = ({ label }: Tile) => folded(label).includes(folded(wanted));
  return (
    <div className="mt-2 grid gap-2">
      {hydrated && tiles.length > WORTH_FINDING && (
        <input
          type="search"
          className="field"
          aria-label={w.findSystem}
          placeholder={w.findSystem}
          value={wanted}
          onChange={(event) => setWanted(event.currentTarget.value)}
          onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}
        />
      )}
      <RadioTiles
        id="field-systemId-other"
        className="[&>legend]:sr-only"
        name="systemId"
        label={w.otherSystem}
        tiles={wanted ? tiles.filter(fits) : tiles}
        defaultValue={chosen}
      />
    </div>
  );
}

const MARKS = /\p{M}/gu;
const folded = (text: string) => text.normalize("NFD").replace(MARKS, "").toLowerCase().replaceAll("\u0111", "d");
