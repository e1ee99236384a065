import { Ellipsis } from "lucide-react";
import { useEffect, useRef } from "react";
import { useWords } from "#app/i18n/words.tsx";
import { cx } from "#app/ui/cx.ts";
import { closeWhenDone } from "#app/ui/menu.tsx";
import { BottomLink, NewTicketTab, SideLink, TAB } from "./nav.tsx";
import { PersonChoices } from "./person-menu.tsx";
import type { Place } from "./places.ts";

const IN_REACH = 2;

type Props = { name: string; places: readonly Place[]; newTicketTo: string | null };

/** The phone's navigation: two places, the one thing people come to do, and a sheet with the rest. */
export function BottomBar({ name, places, newTicketTo }: Props) {
  const w = useWords();
  return (
    <div data-shell className="safe-bottom fixed inset-x-0 bottom-0 z-30 flex border-t border-line bg-raised lg:hidden">
      <nav aria-label={w.shell.mainNav} className="contents">
        {places.slice(0, IN_REACH).map((place) => (
          <BottomLink key={place.key} place={place} />
        ))}
        {newTicketTo && <NewTicketTab to={newTicketTo} />}
      </nav>
      <MoreSheet name={name} places={places.slice(IN_REACH)} />
    </div>
  );
}

function MoreSheet({ name, places }: { name: string; places: readonly Place[] }) {
  const w = useWords();
  const box = useRef<HTMLDetailsElement>(null);
  useEffect(() => (box.current ? closeWhenDone(box.current) : undefined), []);
  return (
    <details ref={box} className="group flex-1">
      <summary className={cx(TAB, "text-quiet group-open:text-ink")}>
        <Ellipsis aria-hidden className="size-5" />
        {w.shell.more}
      </summary>
      <div className="absolute inset-x-0 bottom-full grid animate-appear rounded-t-md border-t border-line bg-raised p-2">
        {places.map((place) => (
          <SideLink key={place.key} place={place} />
        ))}
        <PersonChoices name={name} />
      </div>
    </details>
  );
}
