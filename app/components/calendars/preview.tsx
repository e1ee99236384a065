import type { Preview } from "#app/domain/tickets/clocks/calendar-preview.server.ts";
import { useWords } from "#app/i18n/words.tsx";
import { TextField } from "#app/ui/field.tsx";
import { type Reply, useReply } from "#app/ui/form-reply.ts";
import { Notice } from "#app/ui/notice.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { dayText } from "../admin/dates.tsx";
import { ImpactSummary } from "../recomputations/impact.tsx";
import { Differences } from "./differences.tsx";
import { WeeksAhead } from "./weeks-ahead.tsx";

type PreviewPartProps = {
  preview: Preview;
  stale?: boolean;
  today: string;
  /** Where there is a reason already, as for an older version that is put back. */
  why?: string;
  save: string;
  reply?: Reply;
};

/** Stands in the form that was previewed, above its fields: what would happen, why, and the button that does it. */
export function PreviewPart({ preview, stale, today, why = "", save, reply }: PreviewPartProps) {
  const w = useWords();
  const words = w.calendars.preview;
  const { error, value } = useReply(reply, w.calendars.problems);
  const { print, differences, period, weeks, saturdays, impact } = preview;
  const nothing = differences.length === 0 && period === null;
  return (
    <section aria-labelledby="preview" className="grid gap-5 rounded-md border border-edge p-4">
      <header>
        <h2 id="preview" className="text-lg">
          {words.title}
        </h2>
        <p className="max-w-text text-quiet">{words.lead}</p>
      </header>
      {stale && <Notice tone="warning">{words.stale}</Notice>}
      <div className="grid gap-2">
        <h3 className="font-semibold">{words.differences}</h3>
        <Differences differences={differences} period={period} nothing={words.nothing} />
      </div>
      {saturdays.length > 0 && <Notice tone="warning">{words.saturdays(saturdays.map(dayText).join(", "))}</Notice>}
      <div className="grid gap-2">
        <h3 className="font-semibold">{words.impact}</h3>
        <ImpactSummary impact={impact} />
      </div>
      <div className="grid gap-2">
        <h3 className="font-semibold">{w.calendars.ahead.title}</h3>
        <WeeksAhead weeks={weeks} today={today} />
      </div>
      {!nothing && (
        <div className="grid gap-3">
          <input type="hidden" name="previewed" value={print} />
          <TextField
            name="why"
            label={words.why}
            hint={words.whyHint}
            defaultValue={value("why") ?? why}
            error={error("why")}
            maxLength={300}
            autoComplete="off"
          />
          <SubmitButton name="intent" value="save" className="justify-self-start">
            {save}
          </SubmitButton>
        </div>
      )}
    </section>
  );
}
