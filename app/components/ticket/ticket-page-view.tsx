import { useState } from "react";
import { useWords } from "#app/i18n/words.tsx";
import { useLive } from "#app/live/use-live.ts";
import { useRefresh } from "#app/live/use-refresh.ts";
import { Page } from "#app/ui/page.tsx";
import { useEscapeToList } from "../queue/way-back.ts";
import { Actions } from "./actions.tsx";
import { AskReporter } from "./ask-reporter.tsx";
import { DoneNotice } from "./done-notice.tsx";
import { Facts } from "./facts.tsx";
import { ByOthers } from "./marked.tsx";
import { OriginalNotice } from "./original-notice.tsx";
import type { PageData } from "./page-data.ts";
import { StandingLine } from "./page-header.tsx";
import { PromiseNotice } from "./promise-notice.tsx";
import { ReplyBox, type SayReply } from "./reply-box.tsx";
import { Timeline } from "./timeline.tsx";

export function TicketPageView({ page, reply }: { page: PageData; reply?: SayReply }) {
  const w = useWords();
  const { ticket } = page;
  const viewers = useLiveTicket(ticket.number, page.cursor);
  useEscapeToList(ticket.number);
  const byOthers = page.events.findLast(({ changes }) => changes)?.actorId !== page.me.id;
  return (
    <ByOthers.Provider value={byOthers}>
      <Page
        title={w.ticket.title(ticket.number, ticket.title)}
        back={{ to: page.backTo.to, label: page.backTo.queue ? w.ticket.backToQueue : w.ticket.backToTickets }}
        lead={<StandingLine page={page} />}
        actions={<Actions page={page} viewers={viewers} />}
      >
        <DoneNotice page={page} />
        <div
          key={ticket.number}
          className="grid grid-cols-[minmax(0,1fr)] gap-x-10 gap-y-8 border-t border-line pt-6 lg:grid-cols-[minmax(0,1fr)_17rem] print:block"
        >
          <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-6">
            <OriginalNotice page={page} />
            <PromiseNotice page={page} />
            <AskReporter page={page} />
            <Timeline page={page} />
            <ReplyBox page={page} reply={reply} />
          </div>
          <Facts page={page} />
        </div>
      </Page>
    </ByOthers.Provider>
  );
}

/** Reads the page again when this ticket changed, and tells who else is looking at it. */
function useLiveTicket(ticket: number, since: number): readonly string[] {
  const [viewers, setViewers] = useState<readonly string[]>([]);
  const refresh = useRefresh();
  useLive({
    ticket,
    since,
    onChange: (numbers) => {
      if (numbers.length === 0 || numbers.includes(ticket)) refresh();
    },
    onViewers: setViewers,
  });
  return viewers;
}
