import { Link } from "@remix-run/react";
import type { QueueRow } from "#app/domain/tickets/queue.ts";
import { paths } from "#app/http/paths.ts";
import { useWords } from "#app/i18n/words.tsx";
import { cx } from "#app/ui/cx.ts";
import { Time } from "#app/ui/time.tsx";
import { BULK_FORM } from "./bulk-form.ts";
import { Assignee, Impact, Origin, Standing } from "./facts.tsx";
import { PriorityMark } from "./priority-mark.tsx";
import { QuickActions } from "./quick-actions.tsx";
import { rememberRow } from "./way-back.ts";

export type ShownRow = QueueRow & { gone?: boolean };
type RowProps = { row: ShownRow; me: number; bulk: boolean; own: boolean };

/** Two lines on a screen, three on a phone. The title's link covers the row; what can be pressed stands above it. */
export function Row({ row, me, bulk, own }: RowProps) {
  const w = useWords();
  return (
    <li id={`ticket-${row.number}`} data-row={row.number} className={cx(ROW, row.gone && "opacity-60")}>
      {bulk && (
        <label className={PICK}>
          <input
            type="checkbox"
            form={BULK_FORM}
            name="pick"
            value={`${row.number}:${row.version}`}
            aria-label={w.queue.row.pick(row.number)}
            className="size-[18px] accent-accent"
          />
        </label>
      )}
      <div className="min-w-0 grow">
        <div className="flex min-w-0 items-baseline gap-x-3 max-lg:flex-wrap">
          <span className="flex shrink-0 items-baseline gap-x-2">
            <span
              aria-hidden
              className={cx("size-2 self-center rounded-full", row.unread ? "bg-accent" : "bg-transparent")}
            />
            <span className="lg:w-20">
              <PriorityMark priority={row.priority} />
            </span>
            <span className="figures text-quiet">{row.number}</span>
          </span>
          <span className="shrink-0 text-sm text-quiet max-lg:ml-auto lg:hidden">
            <Time at={row.receivedAt} />
          </span>
          <Link
            to={paths.ticket(row.number)}
            onClick={() => rememberRow(row.number)}
            className={cx(TITLE, row.unread ? "font-semibold" : "font-normal")}
          >
            {row.title}
            {row.unread && <span className="sr-only"> ({w.queue.row.unread})</span>}
          </Link>
        </div>
        <div className="lg:pl-[calc(1rem+5rem+0.5rem)]">
          <Origin row={row} own={own} />
        </div>
        <div className="flex min-w-0 flex-wrap items-center justify-between gap-x-4 lg:hidden">
          <span className="flex min-w-0 flex-wrap items-center gap-x-3">
            <Standing row={row} />
            <Impact row={row} />
          </span>
          {bulk && <QuickActions row={row} me={me} />}
        </div>
      </div>
      <div className={cx(COLUMN, "w-52")}>
        <Impact row={row} />
        <Standing row={row} />
      </div>
      <div className={cx(COLUMN, "w-36")}>
        {row.gone ? (
          <span className="text-sm text-quiet">{w.queue.row.gone}</span>
        ) : (
          <Time at={row.receivedAt} className="text-sm" />
        )}
        <Assignee row={row} me={me} />
      </div>
      {bulk && (
        <div className={DESK_ACTIONS}>
          <QuickActions row={row} me={me} />
        </div>
      )}
    </li>
  );
}

const ROW = cx(
  "group/row relative flex items-center gap-x-3 border-b border-line py-2 hover:bg-sunken has-checked:bg-accent-soft",
  "has-[a:focus-visible]:outline-2 has-[a:focus-visible]:-outline-offset-2 has-[a:focus-visible]:outline-accent",
  "-mx-4 scroll-mt-28 px-4 lg:-mx-3 lg:rounded-md lg:px-3",
);
const TITLE = cx(
  "min-w-0 no-underline outline-none after:absolute after:inset-0 lg:truncate",
  "max-lg:line-clamp-2 max-lg:w-full max-lg:basis-full",
);
// A mouse finds the checkbox when it comes near; a finger, the keyboard and a running selection always see it.
const PICK = cx(
  "relative z-10 -my-2 -ml-2 flex min-h-11 min-w-9 shrink-0 cursor-pointer items-center justify-center self-stretch lg:-ml-1",
  "pointer-fine:opacity-0 pointer-fine:group-hover/row:opacity-100 pointer-fine:group-focus-within/row:opacity-100",
  "pointer-fine:has-checked:opacity-100 pointer-fine:group-has-[[name=pick]:checked]/list:opacity-100",
);
const COLUMN = "hidden min-w-0 shrink-0 flex-col gap-y-0.5 lg:flex";
const DESK_ACTIONS = cx(
  "absolute inset-y-0 right-3 z-10 hidden items-center bg-inherit lg:flex",
  "pointer-fine:opacity-0 pointer-fine:group-hover/row:opacity-100 pointer-fine:group-focus-within/row:opacity-100",
);
