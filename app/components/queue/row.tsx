import { Link } from "@remix-run/react";
import type { GroupKey, QueueRow } from "#app/domain/tickets/queue/queue.ts";
import { paths } from "#app/http/paths.ts";
import { useWords } from "#app/i18n/words.tsx";
import { cx } from "#app/ui/cx.ts";
import { Time } from "#app/ui/time.tsx";
import { BULK_FORM } from "./bulk-form.ts";
import { Assignee, Deadline, hasDeadline, Impact, Origin, Standing, StandingLine, Waiting } from "./facts.tsx";
import { PriorityMark } from "./priority-mark.tsx";
import { QuickActions } from "./quick-actions.tsx";
import { rememberRow } from "./way-back.ts";

export type ShownRow = QueueRow & { gone?: boolean };
type RowProps = { row: ShownRow; group: GroupKey; me: number; bulk: boolean };

/** Two lines on a screen, three on a phone. The title's link covers the row; what can be pressed stands above it. */
export function Row({ row, group, me, bulk }: RowProps) {
  const w = useWords();
  const own = group === "answer" || group === "sent" || group === "done";
  const deadline = hasDeadline(row);
  const hasAssignee = group !== "new" && group !== "mine";
  const received = <Time at={row.receivedAt} className="shrink-0 text-sm whitespace-nowrap text-quiet" />;
  return (
    <li id={`ticket-${row.number}`} data-row={row.number} className={cx(ROW, row.gone && "opacity-60")}>
      <span className="relative flex w-6 shrink-0 justify-center self-stretch lg:w-5">
        {row.unread && <span aria-hidden className={cx(DOT, bulk && DOT_GIVES_WAY)} />}
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
      </span>
      <div className="min-w-0 grow">
        <div className="flex min-w-0 items-baseline gap-x-2 max-lg:flex-wrap">
          <span className="shrink-0 lg:w-8">
            <PriorityMark priority={row.priority} />
          </span>
          <span className="figures shrink-0 text-quiet lg:w-12">{row.number}</span>
          <span className="ml-auto flex items-center gap-x-2 self-center lg:hidden">
            <Waiting row={row} />
            {deadline ? <Deadline row={row} own={!bulk} /> : received}
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
        <StandingLine row={row} me={me} />
        <div className="flex min-w-0 items-center justify-between gap-x-3 max-lg:pt-1 lg:pl-10">
          <Origin row={row} own={own} />
          {bulk && <QuickActions row={row} me={me} className="lg:hidden" />}
        </div>
      </div>
      <div className={cx(COLUMN, "w-61")}>
        <Impact row={row} />
        {group === "new" ? (
          <span className="truncate text-sm text-quiet">{w.tickets.kind[row.kind]}</span>
        ) : (
          <Standing row={row} />
        )}
      </div>
      <div className={cx(COLUMN, "w-51")}>
        <span className="flex min-w-0 text-sm">
          {row.gone ? w.queue.row.gone : deadline ? <Deadline row={row} own={!bulk} /> : received}
        </span>
        <span className="flex min-w-0 gap-x-1 text-sm text-quiet">
          {hasAssignee && <Assignee row={row} me={me} />}
          {hasAssignee && deadline && <span aria-hidden>·</span>}
          {deadline && received}
        </span>
      </div>
      {bulk && <QuickActions row={row} me={me} className={DESK_ACTIONS} />}
    </li>
  );
}

const ROW = cx(
  "group/row relative flex items-center gap-x-2 border-b border-line py-2 focus-within:bg-sunken hover:bg-sunken has-checked:bg-accent-soft",
  "has-[a:focus-visible]:outline-2 has-[a:focus-visible]:-outline-offset-2 has-[a:focus-visible]:outline-accent",
  "-mx-4 scroll-mt-28 px-4 max-lg:pl-2 lg:mx-0 lg:gap-x-4 lg:px-0",
);
const DOT = "absolute size-2 rounded-full bg-accent max-lg:top-1.5 lg:top-2";
// The dot and the checkbox share a place: a mouse that comes near, the keyboard and a running selection see the box.
const DOT_GIVES_WAY = cx(
  "pointer-coarse:top-2! pointer-fine:group-hover/row:opacity-0 pointer-fine:group-focus-within/row:opacity-0",
  "pointer-fine:group-has-[[name=pick]:checked]/list:opacity-0",
);
const PICK = cx(
  "absolute -inset-x-2 -inset-y-2 z-10 flex cursor-pointer justify-center pt-3 pointer-coarse:items-center pointer-coarse:pt-0",
  "pointer-fine:opacity-0 pointer-fine:group-hover/row:opacity-100 pointer-fine:group-focus-within/row:opacity-100",
  "pointer-fine:group-has-[[name=pick]:checked]/list:opacity-100",
);
const TITLE = cx(
  "min-w-0 no-underline outline-none after:absolute after:inset-0 lg:truncate",
  "max-lg:line-clamp-2 max-lg:w-full max-lg:basis-full",
);
const COLUMN = "hidden min-w-0 shrink-0 flex-col gap-y-0.5 self-start lg:flex";
const DESK_ACTIONS = cx(
  "absolute inset-y-0.5 right-0.5 hidden min-w-33 items-center justify-end bg-sunken pr-2 pl-4 group-has-checked/row:bg-accent-soft lg:flex",
  "pointer-fine:opacity-0 pointer-fine:group-hover/row:opacity-100 pointer-fine:group-focus-within/row:opacity-100",
);
