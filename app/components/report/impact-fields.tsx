import { ChevronDown, Minus, Plus } from "lucide-react";
import { useRef } from "react";
import { IMPACTS, URGENCIES } from "#app/domain/tickets/priority.ts";
import { WAITING_MAX } from "#app/domain/tickets/ticket.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button, buttonClass } from "#app/ui/button.tsx";
import { RadioTiles } from "#app/ui/choices.tsx";
import { Field, TextField } from "#app/ui/field.tsx";
import type { Said } from "./report-form.tsx";
import { useHydrated } from "./use-hydrated.ts";

const MACHINE = /^\d{4}-\d{2}-\d{2}T/;

export function ImpactFields({ said }: { said: Said }) {
  const w = useWords();
  const happened = said.value("occurredAt");
  const typedByHand = happened !== undefined && happened !== "" && !MACHINE.test(happened);
  return (
    <div className="grid gap-6">
      <div className="grid gap-4">
        <RadioTiles
          name="impact"
          label={w.report.impact}
          shape="cards"
          tiles={IMPACTS.map((impact) => ({
            value: impact,
            label: w.tickets.impact[impact],
            hint: w.report.impactHints[impact],
          }))}
          defaultValue={said.value("impact")}
          error={said.error("impact")}
        />
        <Waiting said={said} />
      </div>
      <RadioTiles
        name="urgency"
        label={w.report.urgency}
        tiles={URGENCIES.map((urgency) => ({ value: urgency, label: w.tickets.urgency[urgency] }))}
        defaultValue={said.value("urgency") ?? "today"}
        error={said.error("urgency")}
      />
      <details className="group" open={Boolean(happened) || undefined}>
        <summary className={buttonClass("quiet", "-ml-3 w-fit")}>
          <ChevronDown aria-hidden className="transition-transform duration-[120ms] group-open:rotate-180" />
          {w.report.occurredAt}
        </summary>
        <TextField
          className="mt-2"
          name="occurredAt"
          label={w.report.occurredAt}
          hint={w.report.occurredAtHint}
          type={typedByHand ? "text" : "datetime-local"}
          defaultValue={happened}
          error={said.error("occurredAt")}
        />
      </details>
    </div>
  );
}

function Waiting({ said }: { said: Said }) {
  const w = useWords().report;
  const field = useRef<HTMLInputElement>(null);
  const hydrated = useHydrated();
  const step = (by: number) => {
    const input = field.current;
    if (!input) return;
    input.value = String(Math.min(WAITING_MAX, Math.max(0, (Number(input.value) || 0) + by)));
    input.dispatchEvent(new Event("input", { bubbles: true }));
  };
  return (
    <div data-waiting>
      <Field name="peopleWaiting" label={w.waiting} error={said.error("peopleWaiting")}>
        {(wiring) => (
          <div className="flex max-w-60 gap-2">
            {hydrated && (
              <Button aria-label={w.fewer} title={w.fewer} className="w-11 shrink-0" onClick={() => step(-1)}>
                <Minus aria-hidden />
              </Button>
            )}
            <input
              ref={field}
              type="number"
              inputMode="numeric"
              min={0}
              max={WAITING_MAX}
              defaultValue={said.value("peopleWaiting") ?? "0"}
              className="field figures text-center"
              {...wiring}
            />
            {hydrated && (
              <Button
                aria-label={w.moreWaiting}
                title={w.moreWaiting}
                className="w-11 shrink-0"
                onClick={() => step(1)}
              >
                <Plus aria-hidden />
              </Button>
            )}
          </div>
        )}
      </Field>
    </div>
  );
}
