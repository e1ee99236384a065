import { Form, Link } from "@remix-run/react";
import { OUTCOMES, type Outcome, type PlannedLine } from "#app/domain/policy/people-columns.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Badge, type Tone } from "#app/ui/badge.tsx";
import { Checkbox } from "#app/ui/choices.tsx";
import { cx } from "#app/ui/cx.ts";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { DataTable } from "../admin/data-table.tsx";
import { Pager } from "../admin/pager.tsx";
import { lineText } from "./import-words.ts";

type ImportPlanProps = {
  plan: {
    counts: Record<Outcome, number>;
    hash: string;
    only: Outcome | null;
    lines: PlannedLine[];
    next: number | null;
    all: number;
  };
  ignored: readonly string[];
};

const TONES: Record<Outcome, Tone> = { new: "green", changed: "blue", unchanged: "grey", refused: "red" };

/** What every line would do, and the button that does it. */
export function ImportPlan({ plan, ignored }: ImportPlanProps) {
  const w = useWords();
  const words = w.peopleImport;
  const { counts, only } = plan;
  const writes = counts.new + counts.changed;
  const choices = [
    { key: null, to: "?", text: words.all(plan.all) },
    ...OUTCOMES.map((outcome) => ({
      key: outcome,
      to: `?only=${outcome}`,
      text: words.counts[outcome](counts[outcome]),
    })),
  ];
  return (
    <>
      <nav aria-label={words.what} className="mb-4 flex flex-wrap gap-1">
        {choices.map(({ key, to, text }) => (
          <Link
            key={to}
            to={to}
            aria-current={key === only ? "true" : undefined}
            className={cx(
              "target inline-flex items-center rounded-md px-3 no-underline",
              key === only ? "bg-accent-soft font-medium text-accent" : "text-ink hover:bg-sunken",
            )}
          >
            {text}
          </Link>
        ))}
      </nav>
      {ignored.length > 0 && <p className="mb-4 text-quiet">{words.ignored(ignored.join(", "))}</p>}
      <Form method="post" className="mb-6 grid justify-items-start gap-3 border-y border-line py-4">
        <input type="hidden" name="hash" value={plan.hash} />
        {counts.refused > 0 && <p>{words.refusedStay(counts.refused)}</p>}
        {counts.new > 0 && <Checkbox name="invite" label={words.invite} defaultChecked />}
        {writes > 0 ? <SubmitButton>{words.doIt(writes)}</SubmitButton> : <p>{words.nothingToDo}</p>}
      </Form>
      <DataTable
        caption={words.planTitle("")}
        rows={plan.lines}
        keyOf={({ line }) => line}
        columns={[
          { label: words.who, cell: (line) => <Who line={line} /> },
          { label: words.line, numeric: true, cell: ({ line }) => line },
          {
            label: w.people.state,
            plain: true,
            cell: ({ outcome }) => <Badge tone={TONES[outcome]}>{words.outcome[outcome]}</Badge>,
          },
          { label: words.what, plain: true, cell: (line) => <What line={line} /> },
        ]}
      />
      <Pager next={plan.next} />
    </>
  );
}

function Who({ line: { fullName, email } }: { line: PlannedLine }) {
  return (
    <>
      {fullName}
      <span className="block text-sm font-normal [overflow-wrap:anywhere] text-quiet lg:min-w-52">{email}</span>
    </>
  );
}

function What({ line }: { line: PlannedLine }) {
  const w = useWords();
  return (
    <ul className="grid gap-0.5">
      {lineText(line, w).map((text) => (
        <li key={text} className="max-w-text break-words">
          {text}
        </li>
      ))}
    </ul>
  );
}
