import type { BulkIntent, QueueRow } from "#app/domain/tickets/queue/queue.ts";
import { useWords } from "#app/i18n/words.tsx";
import { buttonClass } from "#app/ui/button.tsx";
import { cx } from "#app/ui/cx.ts";
import { BULK_FORM } from "./bulk-form.ts";

type Quick = { intent: BulkIntent; label: string };

/** The next sensible step or two for this row, without opening it; a phone has room for one. */
export function QuickActions({ row, me, className }: { row: QueueRow; me: number; className: string }) {
  const w = useWords();
  const quick = quickFor(row, me, w.queue.row);
  if (quick.length === 0) return null;
  return (
    <span className={cx("z-10 flex shrink-0 gap-1", className)}>
      {quick.map(({ intent, label }) => (
        <button
          key={intent}
          type="submit"
          form={BULK_FORM}
          name="quick"
          value={`${intent}:${row.number}:${row.version}`}
          aria-label={w.queue.row.quick(label, row.number)}
          className={buttonClass("secondary", "relative px-2 text-sm max-lg:not-first:hidden")}
        >
          {label}
        </button>
      ))}
    </span>
  );
}

type Labels = { take: string; takeOver: string; start: string; resume: string };

function quickFor(row: QueueRow, me: number, say: Labels): Quick[] {
  const mine = row.assigneeId === me;
  if (row.status === "on_hold") {
    const resume: Quick = { intent: "resume", label: say.resume };
    return mine ? [resume] : [{ intent: "take", label: say.takeOver }, resume];
  }
  if (row.status === "new") return [{ intent: "take", label: say.take }];
  if (row.status === "assigned" || row.status === "in_progress") {
    if (mine) return row.status === "assigned" ? [{ intent: "take", label: say.start }] : [];
    return [{ intent: "take", label: row.assigneeId === null ? say.take : say.takeOver }];
  }
  return [];
}
