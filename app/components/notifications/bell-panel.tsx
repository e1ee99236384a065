import { Link } from "@remix-run/react";
import { useEffect, useId, useRef } from "react";
import { paths } from "#app/http/paths.ts";
import { useWords } from "#app/i18n/words.tsx";
import type { Unread } from "#app/live/tab.ts";
import { menuItemClass } from "#app/ui/menu.tsx";
import { NowProvider } from "#app/ui/now.tsx";
import { MarkAllSeen } from "./mark-all-seen.tsx";
import { NotificationLine } from "./notification-line.tsx";
import { useLatest } from "./use-latest.ts";

/** The latest, floating under the bell. */
export function BellPanel({ unread, bell, onClose }: { unread: Unread; bell: HTMLElement | null; onClose(): void }) {
  const w = useWords();
  const heading = useId();
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => (box.current && bell ? openBeside(box.current, bell, onClose) : undefined), [bell, onClose]);
  const latest = useLatest(unread);
  const rows = latest?.rows;
  const newest = rows?.[0]?.id;
  return (
    <dialog
      ref={box}
      aria-labelledby={heading}
      className="absolute top-full right-0 left-auto z-40 mt-2 w-[26rem] animate-appear rounded-md bg-raised text-ink shadow-float"
    >
      <div className="flex min-h-12 items-center justify-between gap-3 border-b border-line py-1 pr-2 pl-4">
        <h2 id={heading} tabIndex={-1} className="font-semibold">
          {w.notifications.title}
        </h2>
        {newest !== undefined && unread.count > 0 && <MarkAllSeen upTo={newest} inPlace />}
      </div>
      <div className="max-h-[min(32rem,60dvh)] min-h-24 overflow-y-auto p-2" aria-busy={latest === undefined}>
        {latest === null && <p className="px-2 py-2">{w.errors.offline.title}</p>}
        {rows?.length === 0 && (
          <div className="px-2 py-2">
            <p className="font-semibold">{w.notifications.none}</p>
            <p className="text-quiet">{w.notifications.noneLead}</p>
          </div>
        )}
        {latest && (
          <NowProvider now={latest.now}>
            <ul>
              {latest.rows.map((one) => (
                <li key={one.id}>
                  <NotificationLine one={one} />
                </li>
              ))}
            </ul>
          </NowProvider>
        )}
      </div>
      <div className="grid grid-cols-2 border-t border-line p-1">
        <Link to={paths.notifications()} className={menuItemClass}>
          {w.notifications.all}
        </Link>
        <Link to={paths.myNotifications()} className={`${menuItemClass} justify-end`}>
          {w.notifications.choose}
        </Link>
      </div>
    </dialog>
  );
}

/** Esc, a press outside and a chosen line close it, and the focus goes back to the bell. */
function openBeside(box: HTMLDialogElement, bell: HTMLElement, onClose: () => void): () => void {
  box.show();
  box.querySelector("h2")?.focus();
  const onPress = ({ target }: PointerEvent) => {
    if (target instanceof Node && !box.contains(target) && !bell.contains(target)) onClose();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    // The page behind has its own use for the key.
    event.stopPropagation();
    bell.focus();
    onClose();
  };
  const onClick = ({ target }: MouseEvent) => {
    if (target instanceof Element && target.closest("a")) onClose();
  };
  document.addEventListener("pointerdown", onPress);
  box.addEventListener("keydown", onKey);
  box.addEventListener("click", onClick);
  return () => {
    document.removeEventListener("pointerdown", onPress);
    box.removeEventListener("keydown", onKey);
    box.removeEventListener("click", onClick);
    box.close();
  };
}
