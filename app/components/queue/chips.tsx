import { Link } from "@remix-run/react";
import { X } from "lucide-react";
import { type TicketFilters, writeFilters } from "#app/domain/tickets/queue/filters.ts";
import type { QueueChoices } from "#app/domain/tickets/queue/queue-choices.server.ts";
import type { Words } from "#app/i18n/vi.ts";
import { useWords } from "#app/i18n/words.tsx";
import { formatDate, formatDateTime } from "#app/lib/format.ts";
import { placeName } from "../place-name.ts";
import { useNamed } from "./facts.tsx";

type Chip = { key: string; text: string; without: Partial<TicketFilters> };
type ChipsProps = {
  filters: TicketFilters;
  choices: QueueChoices;
  here: string;
  group: string | null;
  /** What else the address asks for, and goes on asking. */
  keep?: Readonly<Record<string, string>>;
};

/** Each filter in words, and gone with one press. */
export function Chips(props: ChipsProps) {
  const w = useWords();
  const chips = useChips(props);
  if (chips.length === 0) return null;
  const to = (filters: Partial<TicketFilters>) => {
    const search = writeFilters(filters);
    if (props.group) search.set("group", props.group);
    for (const [name, value] of Object.entries(props.keep ?? {})) search.set(name, value);
    return search.size > 0 ? `${props.here}?${search}` : props.here;
  };
  return (
    <ul aria-label={w.queue.filter.active} className="flex flex-wrap items-center gap-2 pb-3">
      {chips.map(({ key, text, without }) => (
        <li key={key}>
          <Link
            to={to({ ...props.filters, ...without })}
            aria-label={w.queue.filter.drop(text)}
            className="target inline-flex items-center gap-2 rounded-full bg-accent-soft px-3 text-sm text-accent no-underline hover:bg-sunken"
          >
            {text}
            <X aria-hidden className="size-4" />
          </Link>
        </li>
      ))}
      {chips.length > 1 && (
        <li>
          <Link
            to={to({ sort: props.filters.sort })}
            className="target inline-flex items-center px-2 text-sm text-quiet underline"
          >
            {w.queue.clearFilters}
          </Link>
        </li>
      )}
    </ul>
  );
}

export const phaseWords = ({ access: { standing } }: Words) => ({
  ...{ approval: standing.approval, grant: standing.grant, proof: standing.proof, over: standing.closed },
});

function useChips({ filters, choices }: ChipsProps): Chip[] {
  const w = useWords();
  const named = useNamed();
  const { filter } = w.queue;
  const chips: Chip[] = [];
  const add = (
    key: keyof TicketFilters,
    value: string | undefined,
    without: Partial<TicketFilters> = { [key]: null },
  ) => {
    const label = key in filter ? filter[key as keyof typeof filter] : "";
    chips.push({ key: `${key} ${value}`, text: filter.one(String(label), value ?? String(filters[key])), without });
  };
  const lists = {
    status: { ...w.tickets.status, duplicate: w.tickets.duplicate },
    kind: w.tickets.kind,
    access: phaseWords(w),
    impact: w.tickets.impact,
    priority: w.tickets.priority,
    due: filter.pressing,
  };
  for (const key of Object.keys(lists) as (keyof typeof lists)[]) {
    const words: Record<string, string> = lists[key];
    const values: readonly string[] = filters[key];
    for (const value of values) {
      const name = key === "priority" ? `${value.toUpperCase()} · ${words[value]}` : words[value];
      add(key, name, { [key]: values.filter((other) => other !== value) });
    }
  }
  const system = choices.systems.find(({ id }) => id === filters.system);
  const ward = choices.wards.find(({ id }) => id === filters.site);
  if (filters.system !== null) add("system", system && named(system));
  if (filters.site !== null) add("site", ward && placeName(ward, w), { site: null, department: null });
  if (filters.department !== null)
    add("department", choices.departments.find(({ id }) => id === filters.department)?.name);
  if (filters.team !== null) add("team", undefined);
  if (filters.assignee !== null) add("assignee", assigneeName(filters.assignee, choices, w));
  if (filters.age !== null) add("age", filter.ages[filters.age]);
  for (const [name, say] of [
    ["received", filter.received],
    ["resolved", filter.resolved],
    ["responded", filter.responded],
  ] as const) {
    const said = spanInWords(filters[`${name}From`], filters[`${name}To`], w);
    if (said) chips.push({ key: name, text: say(said), without: { [`${name}From`]: null, [`${name}To`]: null } });
  }
  if (filters.openAt)
    chips.push({ key: "openAt", text: filter.openAt(momentInWords(filters.openAt)), without: { openAt: null } });
  return chips;
}

function assigneeName(assignee: "me" | "none" | number, choices: QueueChoices, w: Words): string | undefined {
  if (assignee === "me") return w.queue.filter.assigneeMe;
  if (assignee === "none") return w.queue.filter.assigneeNone;
  return choices.colleagues.find(({ id }) => id === assignee)?.fullName;
}

const isMidnight = (at: Date) => formatDateTime(at).endsWith("00:00");
const momentInWords = (at: Date) => (isMidnight(at) ? formatDate(at) : formatDateTime(at));

/** Whole days are named by their last day, as people say it; anything finer by its end. */
function spanInWords(from: Date | null, to: Date | null, w: Words): string | null {
  const { on, span, since, before } = w.queue.filter;
  if (!from) return to && before(momentInWords(to));
  if (!to) return since(momentInWords(from));
  if (!isMidnight(from) || !isMidnight(to)) return span(momentInWords(from), momentInWords(to));
  const last = formatDate(new Date(to.getTime() - 1));
  return last === formatDate(from) ? on(last) : span(formatDate(from), last);
}
