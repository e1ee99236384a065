import type { RequestPage } from "#app/domain/access/request-page.server.ts";
import { useWords } from "#app/i18n/words.tsx";
import { formatDateTime } from "#app/lib/format.ts";
import { Status, type Tone } from "#app/ui/badge.tsx";

type Step = RequestPage["steps"][number];
const TONES: Record<Step["state"], Tone> = {
  ...{ waiting: "grey", open: "amber", approved: "green", refused: "red", overtaken: "grey" },
};

/** The road to an approval: who decided, who is asked now, who comes after. */
export function ApprovalSteps({ steps }: { steps: readonly Step[] }) {
  const words = useWords().accessPages.request;
  return (
    <ol className="grid gap-3">
      {steps.map((step) => (
        <li key={step.id} className="grid gap-0.5">
          <p className="flex flex-wrap items-center gap-x-3">
            <span className="font-medium">{`${words.step(step.step + 1)} · ${words.need(step.need)}`}</span>
            <Status tone={TONES[step.state]}>{words.state[step.state]}</Status>
          </p>
          {step.approvers.length > 0 && <p className="text-sm text-quiet">{words.who(step.approvers.join(", "))}</p>}
          {step.raised && <p className="text-sm text-quiet">{words.raised}</p>}
          {step.decisions.map((decision) => (
            <Decision key={decision.at.getTime()} decision={decision} />
          ))}
        </li>
      ))}
    </ol>
  );
}

function Decision({ decision: { verdict, by, inPlaceOf, at, reason } }: { decision: Step["decisions"][number] }) {
  const words = useWords().accessPages.request;
  const who = inPlaceOf ? words.inPlaceOf(by, inPlaceOf) : by;
  return (
    <p className="max-w-text text-sm wrap-anywhere">
      {words[verdict](who, formatDateTime(at))}
      {reason && `: ${reason}`}
    </p>
  );
}
