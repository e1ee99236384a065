import { NavLink } from "@remix-run/react";
import { ChartNoAxesColumn, Inbox, type LucideIcon, Settings, Ticket } from "lucide-react";
import { useWords } from "#app/i18n/words.tsx";
import { cx } from "#app/ui/cx.ts";
import type { Place, PlaceKey } from "./places.ts";

const ICONS: Record<PlaceKey, LucideIcon> = {
  queue: Inbox,
  tickets: Ticket,
  reports: ChartNoAxesColumn,
  admin: Settings,
};

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

export function SideLink({ place }: { place: Place }) {
  const w = useWords();
  const Icon = ICONS[place.key];
  return (
    <NavLink to={place.to} className={({ isActive }) => cx(SIDE, isActive ? HERE : "hover:bg-sunken")}>
      <Icon aria-hidden className="size-[18px]" />
      {w.shell.places[place.key]}
    </NavLink>
  );
}

export function BottomLink({ place }: { place: Place }) {
  const w = useWords();
  const Icon = ICONS[place.key];
  return (
    <NavLink
      to={place.to}
      className={({ isActive }) => cx(BOTTOM, isActive ? "font-semibold text-accent" : "text-quiet")}
    >
      <Icon aria-hidden className="size-5" />
      {w.shell.places[place.key]}
    </NavLink>
  );
}

const SIDE = "target flex items-center gap-3 rounded-md px-3 no-underline";
const HERE = "bg-accent-soft font-semibold text-accent";
export const BOTTOM = "flex min-h-14 flex-1 flex-col items-center justify-center gap-0.5 text-sm no-underline";
