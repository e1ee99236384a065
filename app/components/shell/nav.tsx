import { Link, useLocation } from "@remix-run/react";
import { ChartNoAxesColumn, Inbox, KeyRound, type LucideIcon, Plus, Settings, Ticket } from "lucide-react";
import type { ReactNode } from "react";
import { paths } from "#app/http/paths.ts";
import { useWords } from "#app/i18n/words.tsx";
import { cx } from "#app/ui/cx.ts";
import type { Place, PlaceKey } from "./places.ts";
import { useRootData } from "./root-data.ts";

const ICONS: Record<PlaceKey, LucideIcon> = {
  queue: Inbox,
  tickets: Ticket,
  access: KeyRound,
  reports: ChartNoAxesColumn,
  admin: Settings,
};

/**
 * At the place or below it; the new ticket has its own button, so it is not one of the tickets.
 * Whoever works from the queue has opened a ticket from there.
 */
function useIsHere(to: string): boolean {
  const { pathname } = useLocation();
  const fromQueue = useRootData()?.nav.some(({ key }) => key === "queue") && /^\/tickets\/\d/.test(pathname);
  if (fromQueue) return to === paths.queue();
  return pathname === to || (pathname.startsWith(`${to}/`) && pathname !== paths.newTicket());
}

export function SideNav({ places }: { places: readonly Place[] }) {
  const w = useWords();
  if (places.length === 0) return null;
  return (
    <nav aria-label={w.shell.mainNav}>
      <ul className="grid gap-0.5">
        {places.map((place) => (
          <li key={place.key}>
            <SideLink place={place} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

export function SideLink({ place: { key, to } }: { place: Place }) {
  const w = useWords();
  const here = useIsHere(to);
  const Icon = ICONS[key];
  return (
    <Link to={to} aria-current={here ? "page" : undefined} className={cx(SIDE, here ? HERE : "hover:bg-sunken")}>
      <Icon aria-hidden className="size-[18px]" />
      {w.shell.places[key]}
    </Link>
  );
}

export function BottomLink({ place: { key, to } }: { place: Place }) {
  const w = useWords();
  const Icon = ICONS[key];
  return (
    <Tab to={to} label={w.shell.places[key]}>
      <Icon aria-hidden className="size-5" />
    </Tab>
  );
}

export function NewTicketTab({ to }: { to: string }) {
  return (
    <Tab to={to} label={useWords().shell.newTicket}>
      <Plus aria-hidden className="h-6 w-10 rounded-full bg-accent-soft p-0.5 text-accent" />
    </Tab>
  );
}

function Tab({ to, label, children }: { to: string; label: string; children: ReactNode }) {
  const here = useIsHere(to);
  return (
    <Link
      to={to}
      aria-current={here ? "page" : undefined}
      className={cx(TAB, here ? "font-semibold text-accent" : "text-quiet")}
    >
      {children}
      {label}
    </Link>
  );
}

const SIDE = "target flex items-center gap-3 rounded-md px-3 no-underline";
const HERE = "bg-accent-soft font-semibold text-accent";
export const TAB = "flex min-h-14 flex-1 flex-col items-center justify-end gap-0.5 pb-1.5 text-sm no-underline";
