import { Link } from "@remix-run/react";
import { ChevronRight, Settings2 } from "lucide-react";
import { useRootData } from "#app/components/shell/root-data.ts";
import { paths } from "#app/http/paths.ts";
import { useWords } from "#app/i18n/words.tsx";
import { useLive } from "#app/live/use-live.ts";
import { useRefresh } from "#app/live/use-refresh.ts";
import { ButtonLink, buttonClass } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { useNow } from "#app/ui/now.tsx";
import { Page } from "#app/ui/page.tsx";
import { dayName, groupByDay } from "./day-groups.ts";
import { MarkAllSeen } from "./mark-all-seen.tsx";
import type { NotificationPage } from "./notification.ts";
import { NotificationLine } from "./notification-line.tsx";

export function NotificationPageView({ page }: { page: NotificationPage }) {
  const w = useWords();
  const now = useNow() ?? new Date();
  const unread = useRootData()?.unread.count ?? 0;
  const refresh = useRefresh();
  useLive({
    onTold: ({ count }) => {
      if (count !== unread) refresh();
    },
  });
  return (
    <Page
      title={w.notifications.title}
      width="form"
      actions={
        <>
          {unread > 0 && page.newest !== null && <MarkAllSeen upTo={page.newest} />}
          <ButtonLink variant="quiet" to={paths.myNotifications()}>
            <Settings2 aria-hidden />
            {w.notifications.choose}
          </ButtonLink>
        </>
      }
    >
      {page.rows.length === 0 && (
        <Empty title={page.first ? w.notifications.none : w.notifications.noOlder}>
          {page.first && w.notifications.noneLead}
        </Empty>
      )}
      {groupByDay(page.rows).map((day) => (
        <section key={day.date} aria-labelledby={`d${day.date}`} className="mb-6">
          <h2 id={`d${day.date}`} className="mb-1 border-b border-line pb-1 text-sm text-quiet">
            {dayName(day.at, now, w.notifications.day)}
          </h2>
          <ul className="-mx-2">
            {day.rows.map((one) => (
              <li key={one.id}>
                <NotificationLine one={one} underDay />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {(page.older !== null || !page.first) && (
        <nav className="flex flex-wrap gap-3">
          {!page.first && (
            <Link to={paths.notifications()} className={buttonClass("secondary")}>
              {w.notifications.newest}
            </Link>
          )}
          {page.older !== null && (
            <Link to={paths.notifications({ before: page.older })} className={buttonClass("secondary")}>
              {w.notifications.older}
              <ChevronRight aria-hidden />
            </Link>
          )}
        </nav>
      )}
    </Page>
  );
}
