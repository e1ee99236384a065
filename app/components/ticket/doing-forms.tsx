import type { ComponentType } from "react";
import { placeName } from "#app/components/place-name.ts";
import { HOLD_REASONS, LINKS_BY_HAND, RESOLUTIONS_BY_HAND } from "#app/domain/tickets/ticket.ts";
import type { FormChoice, TicketForm } from "#app/domain/tickets/ticket-form.server.ts";
import { useLang, useWords } from "#app/i18n/words.tsx";
import { RadioTiles } from "#app/ui/choices.tsx";
import { SelectField, TextArea, TextField } from "#app/ui/field.tsx";
import type { useReply } from "#app/ui/form-reply.ts";
import type { DoingName } from "./doing-names.ts";
import { ReclassifyFields } from "./reclassify-fields.tsx";

export type FieldsProps = {
  /** The ticket as it was when the form was opened. */
  opened: TicketForm["ticket"];
  choices: readonly FormChoice[];
  replying: ReturnType<typeof useReply>;
};

const WORDS_MAX = 4_000;

type WordsFieldProps = Pick<FieldsProps, "replying"> & { name: string; label: string; hint?: string };

function WordsField({ name, label, hint, replying }: WordsFieldProps) {
  return (
    <TextArea
      name={name}
      id={`doing-${name}`}
      label={label}
      hint={hint}
      rows={3}
      maxLength={WORDS_MAX}
      required
      defaultValue={replying.value(name)}
      error={replying.error(name)}
    />
  );
}

function Choose({ name, label, choices, replying }: Omit<FieldsProps, "opened"> & { name: string; label: string }) {
  const w = useWords();
  const lang = useLang();
  const named = ({ name: vi, nameEn, unitKind }: FormChoice) =>
    unitKind === undefined ? (lang === "en" ? (nameEn ?? vi) : vi) : placeName({ name: vi, unitKind }, w);
  return (
    <SelectField
      name={name}
      label={label}
      empty={w.common.choose}
      required
      choices={choices.map((choice) => ({ value: choice.id, label: named(choice) }))}
      defaultValue={replying.value(name) ?? ""}
      error={replying.error(name)}
    />
  );
}

function AssignFields({ choices, replying }: FieldsProps) {
  const { form } = useWords().ticket;
  if (choices.length === 0) return <p>{form.noAssignee}</p>;
  return <Choose name="assigneeId" label={form.assignee} choices={choices} replying={replying} />;
}

function HandOverFields({ choices, replying }: FieldsProps) {
  const { form } = useWords().ticket;
  return (
    <>
      <Choose name="teamId" label={form.team} choices={choices} replying={replying} />
      <WordsField name="tried" label={form.tried} hint={form.triedHint} replying={replying} />
    </>
  );
}

function HandBackFields({ replying }: FieldsProps) {
  const { form } = useWords().ticket;
  return <WordsField name="tried" label={form.triedBack} hint={form.triedHint} replying={replying} />;
}

function HoldFields({ replying }: FieldsProps) {
  const w = useWords();
  const { form } = w.ticket;
  return (
    <>
      <RadioTiles
        name="reason"
        label={form.holdReason}
        shape="cards"
        required
        tiles={HOLD_REASONS.map((reason) => ({ value: reason, label: w.ticketFacts.hold[reason] }))}
        defaultValue={replying.value("reason")}
        error={replying.error("reason")}
      />
      <WordsField name="why" label={form.why} hint={form.whyHint} replying={replying} />
      <TextField
        name="until"
        type="datetime-local"
        label={form.until}
        hint={form.untilHint}
        optional
        className="max-w-72"
        defaultValue={replying.value("until")}
        error={replying.error("until")}
      />
    </>
  );
}

function ResolveFields({ replying }: FieldsProps) {
  const w = useWords();
  const { form } = w.ticket;
  return (
    <>
      <SelectField
        name="code"
        label={form.code}
        empty={w.common.choose}
        required
        choices={RESOLUTIONS_BY_HAND.map((code) => ({ value: code, label: w.ticketFacts.resolution[code] }))}
        defaultValue={replying.value("code") ?? ""}
        error={replying.error("code")}
      />
      <WordsField name="cause" label={form.cause} replying={replying} />
      <WordsField name="done" label={form.done} hint={form.doneHint} replying={replying} />
    </>
  );
}

function StillFailsFields({ replying }: FieldsProps) {
  const { form } = useWords().ticket;
  return <WordsField name="stillFails" label={form.stillFails} hint={form.stillFailsHint} replying={replying} />;
}

function CancelFields({ replying }: FieldsProps) {
  return <WordsField name="reason" label={useWords().ticket.form.cancelReason} replying={replying} />;
}

function LinkFields({ replying }: FieldsProps) {
  const w = useWords();
  const { form } = w.ticket;
  return (
    <>
      <TextField
        name="to"
        label={form.to}
        hint={form.toHint}
        inputMode="numeric"
        autoComplete="off"
        maxLength={12}
        required
        className="max-w-48"
        defaultValue={replying.value("to")}
        error={replying.error("to")}
      />
      <RadioTiles
        name="kind"
        label={form.linkKind}
        shape="cards"
        required
        tiles={LINKS_BY_HAND.map((kind) => ({ value: kind, label: w.ticketFacts.linkKind[kind] }))}
        defaultValue={replying.value("kind") ?? "related"}
        error={replying.error("kind")}
      />
    </>
  );
}

function DuplicateFields({ replying }: FieldsProps) {
  const w = useWords();
  return (
    <>
      <p>{w.ticket.duplicate.endsThis}</p>
      <TextField
        name="of"
        label={w.ticket.duplicate.of}
        hint={w.ticket.form.toHint}
        inputMode="numeric"
        autoComplete="off"
        maxLength={12}
        required
        className="max-w-64"
        defaultValue={replying.value("of")}
        error={replying.error("of")}
      />
    </>
  );
}

function MoveFields({ choices, replying }: FieldsProps) {
  const { form } = useWords().ticket;
  return (
    <>
      <Choose name="toSiteId" label={form.ward} choices={choices} replying={replying} />
      <WordsField name="reason" label={form.reason} hint={form.moveHint} replying={replying} />
    </>
  );
}

/** What each dialog asks; the others only ask to press again after a conflict. */
export const FORMS: Partial<Record<DoingName, ComponentType<FieldsProps>>> = {
  assign: AssignFields,
  "hand-over": HandOverFields,
  "hand-back": HandBackFields,
  hold: HoldFields,
  resolve: ResolveFields,
  reopen: StillFailsFields,
  "follow-up": StillFailsFields,
  cancel: CancelFields,
  link: LinkFields,
  "mark-duplicate": DuplicateFields,
  move: MoveFields,
  reclassify: ReclassifyFields,
};
