import { Form } from "@remix-run/react";
import type { Ladder, Step } from "#app/domain/tickets/warnings/ladder.ts";
import { useWords } from "#app/i18n/words.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { TextField } from "#app/ui/field.tsx";
import { type Reply, useReply } from "#app/ui/form-reply.ts";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { type Promised, StepFields } from "./step-fields.tsx";

type Props = {
  kept: { version: number; steps: Ladder };
  /** What the policies promise, for examples. */
  promises: readonly Promised[];
  most: number;
  reply?: Reply;
};

/** All steps and an empty one in one form, so that a change is one version with one reason. */
export function LadderForm({ kept, promises, most, reply }: Props) {
  const words = useWords().warnings;
  const steps = Array.from({ length: most }, (_, row) => words.step(row + 1));
  const labels = Object.fromEntries(
    steps.flatMap((step, row) => [`percent${row}`, `whom${row}`].map((at) => [at, step])),
  );
  const { error, value, problems } = useReply(reply, words.problems, labels);
  const typed = Object.keys(reply?.values ?? {}).filter((name) => name.startsWith("percent") && value(name)).length;
  const count = Math.min(most, Math.max(kept.steps.length, typed) + 1);
  const rows = Array.from({ length: count }, (_, row): Step | null => kept.steps[row] ?? null);
  const overtaken = reply?.formErrors.includes("ladder_changed") === true;
  return (
    <Form key={kept.version} method="post" noValidate className="mb-8 grid gap-6">
      <ErrorSummary problems={problems} />
      {overtaken && (
        <ul className="list-disc pl-5">
          {kept.steps.map(({ percent, whom }) => (
            <li key={percent}>{words.now(percent, whom)}</li>
          ))}
        </ul>
      )}
      <input type="hidden" name="version" value={kept.version} />
      {rows.map((step, row) => (
        <StepFields
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place in the form
          key={row}
          row={row}
          step={step}
          promises={promises}
          reply={reply}
          error={error(`percent${row}`) ?? error(`whom${row}`)}
        />
      ))}
      <TextField
        name="why"
        label={words.why}
        hint={words.whyHint}
        defaultValue={value("why")}
        error={error("why")}
        maxLength={200}
        autoComplete="off"
      />
      <div className="grid gap-2">
        <div className="flex flex-wrap gap-3">
          <SubmitButton name="intent" value="save">
            {useWords().common.save}
          </SubmitButton>
          <SubmitButton name="intent" value="restore" variant="secondary">
            {words.restore}
          </SubmitButton>
        </div>
        <p className="max-w-text text-sm text-quiet">{words.usual}</p>
      </div>
    </Form>
  );
}
