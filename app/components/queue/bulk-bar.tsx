import { Form } from "@remix-run/react";
import { Flag, Hand, Pause, X } from "lucide-react";
import type { KeyboardEvent, MouseEvent, RefObject } from "react";
import { PRIORITIES } from "#app/domain/tickets/priority.ts";
import type { Colleague } from "#app/domain/tickets/queue/queue-choices.server.ts";
import { HOLD_REASONS } from "#app/domain/tickets/ticket.ts";
import { useWords } from "#app/i18n/words.tsx";
import { buttonClass } from "#app/ui/button.tsx";
import { cx } from "#app/ui/cx.ts";
import { SelectField, TextField } from "#app/ui/field.tsx";
import { Menu } from "#app/ui/menu.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { VisuallyHidden } from "#app/ui/visually-hidden.tsx";
import { BULK_FORM } from "./bulk-form.ts";

type BulkBarProps = {
  commandId: string;
  colleagues: Colleague[];
  picked: number;
  form: RefObject<HTMLFormElement>;
};

/** Shown by CSS as soon as a row is ticked, so that it also comes without JavaScript. */
export function BulkBar({ commandId, colleagues, picked, form }: BulkBarProps) {
  const w = useWords();
  const { bulk, row } = w.queue;
  const { priority } = w.tickets;
  return (
    <Form
      ref={form}
      id={BULK_FORM}
      method="post"
      aria-label={bulk.label}
      preventScrollReset
      onKeyDown={pressOwnButton}
      className={BAR}
    >
      {/* Enter presses the first button of a form, wherever the cursor is: this one changes nothing. */}
      <button type="submit" hidden />
      <input type="hidden" name="commandId" value={commandId} />
      {picked > 0 && (
        <p role="status" className="figures mr-auto font-medium max-lg:-order-2">
          {bulk.picked(picked)}
        </p>
      )}
      <SubmitButton name="intent" value="take">
        <Hand aria-hidden />
        {row.take}
      </SubmitButton>
      <span className="flex items-stretch max-lg:order-last max-lg:w-full">
        <label htmlFor="bulk-to">
          <VisuallyHidden>{bulk.assignTo}</VisuallyHidden>
        </label>
        <select
          id="bulk-to"
          name="toId"
          className="field rounded-r-none py-0 max-lg:grow lg:w-40 pointer-fine:min-h-8 pointer-fine:text-base"
        >
          <option value="">{bulk.choosePerson}</option>
          {colleagues.map(({ id, fullName }) => (
            <option key={id} value={id}>
              {fullName}
            </option>
          ))}
        </select>
        <SubmitButton
          variant="secondary"
          name="intent"
          value="assign"
          className="self-stretch rounded-l-none border-l-0 whitespace-nowrap"
        >
          {row.assign}
        </SubmitButton>
      </span>
      <Menu
        className={buttonClass("secondary")}
        label={
          <>
            <Pause aria-hidden />
            {bulk.hold}
          </>
        }
      >
        <div data-panel className={PANEL}>
          <SelectField
            id="bulk-reason"
            name="holdReason"
            data-needed
            label={bulk.holdReason}
            empty={w.common.choose}
            choices={HOLD_REASONS.map((value) => ({ value, label: w.ticketFacts.hold[value] }))}
          />
          <TextField id="bulk-until" name="until" type="datetime-local" label={bulk.holdUntil} optional />
          <TextField id="bulk-why" name="why" data-needed label={bulk.holdWhy} maxLength={500} />
          <SubmitButton name="intent" value="hold" onClick={askForRest} className="justify-self-start">
            {bulk.hold}
          </SubmitButton>
        </div>
      </Menu>
      <Menu
        className={buttonClass("secondary")}
        label={
          <>
            <Flag aria-hidden />
            {bulk.priority}
          </>
        }
      >
        <div data-panel className={PANEL}>
          <SelectField
            id="bulk-priority"
            name="priority"
            data-needed
            label={bulk.newPriority}
            empty={w.common.choose}
            choices={PRIORITIES.map((value) => ({ value, label: `${value.toUpperCase()} · ${priority[value]}` }))}
          />
          <TextField
            id="bulk-priority-reason"
            name="priorityReason"
            data-needed
            label={bulk.priorityReason}
            maxLength={500}
          />
          <SubmitButton name="intent" value="priority" onClick={askForRest} className="justify-self-start">
            {bulk.priority}
          </SubmitButton>
        </div>
      </Menu>
      <button type="reset" className={buttonClass("quiet", "max-lg:-order-1")}>
        <X aria-hidden />
        {bulk.clear}
      </button>
    </Form>
  );
}

/** Needed by this button alone: the rest of the bar goes without. */
function askForRest(event: MouseEvent<HTMLButtonElement>): void {
  const needed = event.currentTarget.closest("[data-panel]")?.querySelectorAll<HTMLInputElement>("[data-needed]");
  for (const field of needed ?? []) {
    field.required = true;
    const given = field.reportValidity();
    field.required = false;
    if (given) continue;
    event.preventDefault();
    return;
  }
}

/** Enter in a field belongs to the button that stands with it. */
function pressOwnButton(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== "Enter" || event.nativeEvent.isComposing || !(event.target instanceof HTMLInputElement)) return;
  event.preventDefault();
  event.target.closest("[data-panel]")?.querySelector<HTMLButtonElement>("button[type=submit]")?.click();
}

const BAR = cx(
  "hidden w-full flex-wrap items-center gap-2 group-has-[[name=pick]:checked]/list:flex max-lg:[&_svg]:hidden",
  // On a phone both panels open under the whole bar, from edge to edge.
  "max-lg:relative max-lg:[&_details]:static max-lg:[&_details>div]:inset-x-0 max-lg:[&_details>div]:w-auto",
);
const PANEL = "grid gap-3 p-3 lg:w-88";
