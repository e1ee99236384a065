import { Form, useNavigate } from "@remix-run/react";
import { SlidersHorizontal } from "lucide-react";
import type { FormEvent } from "react";
import { IMPACTS, PRIORITIES } from "#app/domain/tickets/priority.ts";
import { AGES, PRESSURES, type Sort, type TicketFilters, writeFilters } from "#app/domain/tickets/queue/filters.ts";
import type { QueueChoices } from "#app/domain/tickets/queue/queue-choices.server.ts";
import { ACCESS_PHASES, type Standing, TICKET_KINDS } from "#app/domain/tickets/ticket.ts";
import { useWords } from "#app/i18n/words.tsx";
import { buttonClass } from "#app/ui/button.tsx";
import { type Choice, SelectField } from "#app/ui/field.tsx";
import { Menu } from "#app/ui/menu.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { placeName } from "../place-name.ts";
import { phaseWords } from "./chips.tsx";
import { useNamed } from "./facts.tsx";

type FilterPanelProps = {
  filters: TicketFilters;
  choices: QueueChoices;
  here: string;
  group: string | null;
  statuses: readonly Standing[];
  sorts: readonly Sort[];
  /** What else the address asks for, and goes on asking. */
  keep?: Readonly<Record<string, string>>;
};

/** A plain form that asks for the same page with another address; it needs no JavaScript. */
export function FilterPanel({ filters, choices, here, group, statuses, sorts, keep = {} }: FilterPanelProps) {
  const w = useWords();
  const named = useNamed();
  const navigate = useNavigate();
  const { filter } = w.queue;
  const go = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = [...new FormData(event.currentTarget)].filter(([, value]) => value !== "");
    const search = new URLSearchParams(given.map(([key, value]) => [key, String(value)]));
    navigate(search.size > 0 ? `${here}?${search}` : here);
  };
  const of = <T extends string>(values: readonly T[], words: Record<T, string>): Choice[] =>
    values.map((value) => ({ value, label: words[value] }));
  const one = (name: keyof TicketFilters & string, label: string, list: readonly Choice[], empty = filter.any) =>
    list.length > 0 && (
      <SelectField
        key={name}
        id={`filter-${name}`}
        name={name}
        label={label}
        empty={empty}
        choices={list}
        defaultValue={String(filters[name] ?? "")}
      />
    );
  const wards = choices.wards.map((ward) => ({ value: ward.id, label: placeName(ward, w) }));
  const people = choices.colleagues.map(({ id, fullName }) => ({ value: id, label: fullName }));
  const whose = [
    { value: "me", label: filter.assigneeMe },
    { value: "none", label: filter.assigneeNone },
  ];
  return (
    <Menu
      label={
        <>
          <SlidersHorizontal aria-hidden />
          <span className="max-lg:hidden">{sorts.length > 0 ? filter.open : filter.apply}</span>
          <span className="lg:hidden">{filter.apply}</span>
        </>
      }
      className={buttonClass("secondary", "whitespace-nowrap")}
    >
      <Form
        key={writeFilters(filters).toString()}
        method="get"
        action={here}
        onSubmit={go}
        className="grid max-h-[70dvh] w-[min(34rem,calc(100vw-3rem))] gap-4 overflow-y-auto px-3 pt-3"
      >
        {group && <input type="hidden" name="group" value={group} />}
        {Object.entries(keep).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Checks
          name="status"
          label={filter.status}
          chosen={filters.status}
          choices={of(statuses, { ...w.tickets.status, duplicate: w.tickets.duplicate })}
        />
        <Checks
          name="priority"
          label={filter.priority}
          chosen={filters.priority}
          choices={of(PRIORITIES, w.tickets.priority).map(({ value, label }) => ({
            value,
            label: `${String(value).toUpperCase()} · ${label}`,
          }))}
        />
        <Checks name="due" label={filter.due} chosen={filters.due} choices={of(PRESSURES, filter.pressing)} />
        <Checks name="impact" label={filter.impact} chosen={filters.impact} choices={of(IMPACTS, w.tickets.impact)} />
        <Checks name="kind" label={filter.kind} chosen={filters.kind} choices={of(TICKET_KINDS, w.tickets.kind)} />
        <Checks
          name="access"
          label={filter.access}
          chosen={filters.access}
          choices={of(ACCESS_PHASES, phaseWords(w))}
        />
        <div className="grid gap-3 sm:grid-cols-2">
          {one(
            "system",
            filter.system,
            choices.systems.map((system) => ({ value: system.id, label: named(system) })),
          )}
          {wards.length > 1 && one("site", filter.site, wards)}
          {one(
            "department",
            filter.department,
            choices.departments.map(({ id, name }) => ({ value: id, label: name })),
          )}
          {people.length > 0 && one("assignee", filter.assignee, [...whose, ...people])}
          {one("age", filter.age, of(Object.keys(AGES) as (keyof typeof AGES)[], filter.ages))}
          {one("sort", filter.sort, of(sorts, filter.sorts), filter.usualSort)}
        </div>
        <div className="sticky bottom-0 border-t border-line bg-raised py-3">
          <SubmitButton>{filter.apply}</SubmitButton>
        </div>
      </Form>
    </Menu>
  );
}

type ChecksProps = { name: string; label: string; chosen: readonly string[]; choices: readonly Choice[] };

function Checks({ name, label, chosen, choices }: ChecksProps) {
  return (
    <fieldset className="grid gap-1">
      <legend className="mb-1 font-medium">{label}</legend>
      <div className="flex flex-wrap gap-2">
        {choices.map((choice) => (
          <label key={choice.value} className={CHECK}>
            <input
              type="checkbox"
              name={name}
              value={choice.value}
              defaultChecked={chosen.includes(String(choice.value))}
              className="size-4 accent-accent"
            />
            {choice.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

const CHECK =
  "target inline-flex cursor-pointer items-center gap-2 rounded-md border border-line px-2 text-sm hover:bg-sunken has-checked:border-accent has-checked:bg-accent-soft";
