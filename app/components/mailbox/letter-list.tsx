import { Link } from "@remix-run/react";
import type { Ahead } from "#app/domain/notifications/outbox.server.ts";
import { paths } from "#app/http/paths.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Time } from "#app/ui/time.tsx";

type Listed = { id: string; at: Date; subject: string; to: string };

/** Newest first, as they were written. */
export function LetterList({ letters }: { letters: readonly Listed[] }) {
  const w = useWords().mail.mailbox;
  if (letters.length === 0) return <Empty title={w.empty}>{w.emptyHint}</Empty>;
  return (
    <ul className="divide-y divide-line border-y border-line">
      {letters.map(({ id, at, subject, to }) => (
        <li key={id}>
          <Link
            to={paths.mailbox(id)}
            className="grid gap-x-4 px-2 py-2 text-ink no-underline hover:bg-sunken sm:grid-cols-[14rem_minmax(0,1fr)_auto]"
          >
            <span className="text-quiet">{to}</span>
            <span className="font-medium">{subject}</span>
            <Time at={at} className="text-sm text-quiet" />
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** A mailbox that stays empty at night is not broken. */
export function LettersAhead({ ahead }: { ahead: Ahead | null }) {
  const w = useWords().mail.mailbox;
  if (!ahead) return null;
  return (
    <div className="mb-6">
      <Notice>
        {w.ahead(ahead.letters)} <Time at={ahead.nextAt} exact />. {w.aheadWhy}
      </Notice>
    </div>
  );
}
