import { useWords } from "#app/i18n/words.tsx";
import { formatAgo, formatDateTime } from "#app/lib/format.ts";
import { useNow } from "./now.tsx";

/** How long ago on screen, the exact time as title and on paper. */
export function Time({ at, exact = false, className }: { at: Date; exact?: boolean; className?: string }) {
  const now = useNow();
  const w = useWords();
  const full = formatDateTime(at);
  if (exact || !now) return <ExactTime at={at} className={className} />;
  return (
    <time dateTime={at.toISOString()} title={full} className={className}>
      <span className="figures print:hidden">{formatAgo(at, now, w.common.time)}</span>
      <span className="hidden print:inline">{full}</span>
    </time>
  );
}

function ExactTime({ at, className }: { at: Date; className?: string }) {
  return (
    <time dateTime={at.toISOString()} className={className}>
      <span className="figures">{formatDateTime(at)}</span>
    </time>
  );
}
