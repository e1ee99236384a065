import { Form, Link } from "@remix-run/react";
import { ChevronRight, Search } from "lucide-react";
import { isNarrowed, type TicketFilters, writeFilters } from "#app/domain/tickets/queue/filters.ts";
import type { QueueChoices } from "#app/domain/tickets/queue/queue-choices.server.ts";
import { SEARCH_COUNT, type SearchPage } from "#app/domain/tickets/search/search.ts";
import { QUERY_MAX, WORDS_MAX } from "#app/domain/tickets/search/search-query.ts";
import { STANDINGS } from "#app/domain/tickets/ticket.ts";
import { paths } from "#app/http/paths.ts";
import { useWords } from "#app/i18n/words.tsx";
import { buttonClass } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { Chips } from "../queue/chips.tsx";
import { FilterPanel } from "../queue/filter-panel.tsx";
import { useReturnToRow, walkRows } from "../queue/way-back.ts";
import { SEARCH_FIELD_ID } from "./field-id.ts";
import { FoundRow } from "./found-row.tsx";

type SearchPageViewProps = {
  q: string;
  filters: TicketFilters;
  choices: QueueChoices;
  found: SearchPage;
  me: number;
  /** Not the first page. */
  further: boolean;
  unknown: boolean;
};

export function SearchPageView(page: SearchPageViewProps) {
  const w = useWords();
  const { q, filters, choices, found, me, further } = page;
  const here = paths.search();
  const keep = { q };
  useReturnToRow();
  return (
    <>
      <SearchBox q={q} filters={filters} />
      {q !== "" && (
        <div className="flex flex-wrap items-start gap-x-3 gap-y-2 pt-4">
          <div className="min-w-0 grow">
            <h2 className="sr-only">{w.search.results}</h2>
            {found.count !== null && found.count > 0 && (
              <p role="status">
                <span className="figures font-medium">{w.search.count(found.count, SEARCH_COUNT)}</span>
                <span className="text-sm text-quiet"> · {w.search.order}</span>
              </p>
            )}
          </div>
          <FilterPanel
            filters={filters}
            choices={choices}
            here={here}
            group={null}
            statuses={STANDINGS}
            sorts={[]}
            keep={keep}
          />
        </div>
      )}
      <div className="pt-3">
        <Chips filters={filters} choices={choices} here={here} group={null} keep={keep} />
      </div>
      <div className="grid gap-3 pb-2 empty:hidden">
        {page.unknown && <Notice tone="warning">{w.search.unknown}</Notice>}
        {found.cut && <Notice>{w.search.cut(WORDS_MAX, QUERY_MAX)}</Notice>}
        {found.guessed && <Notice>{w.search.guessed}</Notice>}
      </div>
      {found.rows.length > 0 ? (
        <ul onKeyDown={walkRows} className="border-t border-line">
          {found.rows.map((row) => (
            <FoundRow key={row.number} row={row} me={me} />
          ))}
        </ul>
      ) : (
        !found.stopped && <NothingFound q={q} narrowed={isNarrowed(filters)} />
      )}
      {found.stopped && <p className="max-w-text pt-4 text-quiet">{w.search.stopped}</p>}
      {(further || found.next) && (
        <nav className="flex flex-wrap gap-3 pt-4">
          {further && (
            <Link to={addressOf(q, filters)} className={buttonClass("secondary")}>
              {w.search.first}
            </Link>
          )}
          {found.next && (
            <Link to={addressOf(q, filters, found.next)} className={buttonClass("secondary")}>
              {found.stopped ? w.search.older : w.search.next}
              <ChevronRight aria-hidden />
            </Link>
          )}
        </nav>
      )}
    </>
  );
}

function addressOf(q: string, filters: TicketFilters, after?: string): string {
  const search = writeFilters(filters);
  search.set("q", q);
  if (after) search.set("after", after);
  return `${paths.search()}?${search}`;
}

/** Other words are looked for among the same tickets: the filters stay. */
function SearchBox({ q, filters }: { q: string; filters: TicketFilters }) {
  const w = useWords();
  return (
    <Form key={q} method="get" action={paths.search()} role="search" className="grid max-w-form gap-1">
      <label htmlFor={SEARCH_FIELD_ID} className="font-medium">
        {w.search.field}
      </label>
      <p id="search-hint" className="text-sm text-quiet">
        {w.search.hint}
      </p>
      {[...writeFilters(filters)].map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      <div className="flex gap-2">
        <input
          id={SEARCH_FIELD_ID}
          type="search"
          name="q"
          defaultValue={q}
          maxLength={QUERY_MAX}
          aria-describedby="search-hint"
          autoComplete="off"
          enterKeyHint="search"
          className="field min-w-0 grow"
        />
        <SubmitButton>
          <Search aria-hidden />
          {w.search.submit}
        </SubmitButton>
      </div>
    </Form>
  );
}

function NothingFound({ q, narrowed }: { q: string; narrowed: boolean }) {
  const w = useWords();
  const { fewer, quotes, spelling, reach } = w.search.noneHelp;
  if (q === "")
    return (
      <Empty title={w.search.start}>
        <Hints of={w.search.startHelp} />
      </Empty>
    );
  const hints = [/\s/.test(q) && fewer, /["“”]/.test(q) && quotes, spelling, reach];
  return (
    <Empty
      title={w.search.none(q)}
      action={
        narrowed && (
          <Link to={paths.search(q)} className={buttonClass("secondary")}>
            {w.search.dropFilters}
          </Link>
        )
      }
    >
      <Hints of={hints.filter((hint): hint is string => hint !== false)} />
    </Empty>
  );
}

function Hints({ of }: { of: readonly string[] }) {
  return (
    <ul className="list-disc pl-5">
      {of.map((hint) => (
        <li key={hint}>{hint}</li>
      ))}
    </ul>
  );
}
