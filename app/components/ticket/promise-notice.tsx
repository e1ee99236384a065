import { Link } from "@remix-run/react";
import { Clock } from "lucide-react";
import { paths } from "#app/http/paths.ts";
import { useWords } from "#app/i18n/words.tsx";
import { PromiseWords } from "../clocks/promise.tsx";
import type { PageData } from "./page-data.ts";

/** To the officer: by when, or whom it waits for; and the way to check it. */
export function PromiseNotice({ page }: { page: PageData }) {
  const w = useWords();
  const { ticket, left, me, primary } = page;
  // The question whether it works says itself when the ticket closes.
  const closes = ticket.status === "resolved" && ticket.closesAt !== null && primary !== "confirm";
  if ((me.works && !closes) || (left === null && !closes)) return null;
  return (
    <p className="flex items-start gap-2">
      <Clock aria-hidden className="mt-1 size-[18px] shrink-0 text-quiet" />
      <span className="max-w-text">
        <PromiseWords promised={{ ...ticket, left }} />
        {!me.works && !me.notes && left && (
          <>
            {" "}
            <Link
              to={paths.ticketPart(ticket.number, "clock")}
              className="whitespace-nowrap text-sm text-quiet underline underline-offset-2 print:hidden"
            >
              {w.clocks.why.link}
            </Link>
          </>
        )}
      </span>
    </p>
  );
}
