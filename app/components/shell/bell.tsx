import { Link } from "@remix-run/react";
import { Bell as BellIcon } from "lucide-react";
import { type ComponentType, type MouseEvent, useCallback, useRef, useState } from "react";
import { paths } from "#app/http/paths.ts";
import { useStartWords, useWords } from "#app/i18n/words.tsx";
import type { Unread } from "#app/live/tab.ts";
import { useUnread } from "./use-unread.ts";

const SHOWN_MOST = 99;
type Panel = ComponentType<{ unread: Unread; bell: HTMLElement | null; onClose(): void }>;

/** A link to the page of notifications; where there is room and JavaScript, it opens the latest of them instead. */
export function Bell({ unread: loaded }: { unread: Unread }) {
  const w = useWords();
  const unread = useUnread(loaded);
  const link = useRef<HTMLAnchorElement>(null);
  const startWords = useStartWords();
  const [panel, setPanel] = useState<{ Panel: Panel } | null>(null);
  const close = useCallback(() => setPanel(null), []);
  const many = unread.count > SHOWN_MOST ? `${SHOWN_MOST}+` : unread.count;
  const name = w.shell.bell(unread.count > 0 ? `${many}` : null);

  async function open(event: MouseEvent): Promise<void> {
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (!plain || !window.matchMedia("(width >= 64rem)").matches) return;
    event.preventDefault();
    if (panel) return close();
    const [{ BellPanel }] = await Promise.all([import("#app/components/notifications/bell-panel.tsx"), startWords()]);
    setPanel({ Panel: BellPanel });
  }

  return (
    <div className="relative">
      <Link
        ref={link}
        to={paths.notifications()}
        aria-label={name}
        aria-expanded={panel !== null}
        onClick={(event) => void open(event).catch(() => link.current && window.location.assign(link.current.href))}
        className="target-square relative inline-flex items-center justify-center rounded-full hover:bg-sunken aria-expanded:bg-sunken"
      >
        <BellIcon aria-hidden className="size-5" />
        {unread.count > 0 && (
          <span
            aria-hidden
            className="figures absolute bottom-1/2 left-1/2 min-w-4.5 rounded-full bg-accent px-1 text-center text-[0.6875rem] leading-4.5 font-semibold text-on-accent"
          >
            {many}
          </span>
        )}
      </Link>
      <span role="status" className="sr-only">
        {unread === loaded ? "" : name}
      </span>
      {panel && <panel.Panel unread={unread} bell={link.current} onClose={close} />}
    </div>
  );
}
