import { Form } from "@remix-run/react";
import {
  IMPACTS,
  matrixCell,
  matrixText,
  PRIORITIES,
  type PriorityMatrix,
  URGENCIES,
} from "#app/domain/tickets/priority.ts";
import type { Words } from "#app/i18n/vi.ts";
import { useWords } from "#app/i18n/words.tsx";
import { type Reply, useReply } from "#app/ui/form-reply.ts";
import { SubmitButton } from "#app/ui/submit-button.tsx";

/** What each cell is called, for what is wrong with it. */
export const cellNames = (w: Words): Record<string, string> =>
  Object.fromEntries(
    IMPACTS.flatMap((impact) =>
      URGENCIES.map((urgency) => [
        matrixCell(impact, urgency),
        w.settings.cell(w.tickets.impact[impact], w.tickets.urgency[urgency]),
      ]),
    ),
  );

/** Impact down, urgency across; each cell the priority they give. */
export function MatrixForm({ matrix, reply }: { matrix: PriorityMatrix; reply?: Reply }) {
  const w = useWords();
  const { value } = useReply(reply);
  const seen = matrixText(matrix);
  return (
    <Form key={seen} method="post" className="grid gap-4">
      <input type="hidden" name="seen" value={seen} />
      <p className="max-w-text text-sm text-quiet">{w.settings.matrixLead}</p>
      <table className="w-full border-collapse text-left max-sm:block">
        <thead className="max-sm:sr-only">
          <tr className="text-sm text-quiet">
            <th scope="col" className="py-2 pr-3 font-medium">
              {w.settings.impact}
            </th>
            {URGENCIES.map((urgency) => (
              <th key={urgency} scope="col" className="py-2 pr-2 font-medium">
                {w.tickets.urgency[urgency]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="max-sm:block">
          {IMPACTS.map((impact) => (
            <tr key={impact} className="border-t border-line max-sm:grid max-sm:grid-cols-3 max-sm:gap-x-2 max-sm:py-2">
              <th scope="row" className="py-2 pr-3 font-normal max-sm:col-span-3 max-sm:py-0 max-sm:font-semibold">
                {w.tickets.impact[impact]}
              </th>
              {URGENCIES.map((urgency) => (
                <td key={urgency} className="py-2 pr-2 max-sm:p-0">
                  {/* The head of the table is far away on a phone. */}
                  <span aria-hidden className="text-sm text-quiet sm:hidden">
                    {w.tickets.urgency[urgency]}
                  </span>
                  <select
                    name={matrixCell(impact, urgency)}
                    defaultValue={value(matrixCell(impact, urgency)) ?? matrix[impact][urgency]}
                    aria-label={w.settings.cell(w.tickets.impact[impact], w.tickets.urgency[urgency])}
                    className="field min-w-0 px-1"
                  >
                    {PRIORITIES.map((priority) => (
                      <option key={priority} value={priority}>
                        {w.tickets.priority[priority]}
                      </option>
                    ))}
                  </select>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <SubmitButton name="intent" value="matrix" variant="secondary" className="justify-self-start">
        {w.common.save}
      </SubmitButton>
    </Form>
  );
}
