import { useLocation } from "@remix-run/react";
import { Plus } from "lucide-react";
import { useWords } from "#app/i18n/words.tsx";
import type { Unread } from "#app/live/tab.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Bell } from "./bell.tsx";
import { Brand } from "./brand.tsx";
import { PersonMenu } from "./person-menu.tsx";
import { SearchField, SearchLink } from "./search-field.tsx";

export function TopBar({ name, newTicketTo, unread }: { name: string; newTicketTo: string | null; unread: Unread }) {
  const w = useWords();
  const { pathname } = useLocation();
  return (
    <header data-shell className="flex h-14 items-center gap-1 border-b border-line px-4 lg:gap-3 lg:px-10">
      <div className="lg:hidden">
        <Brand />
      </div>
      <SearchField />
      <SearchLink />
      {newTicketTo && newTicketTo !== pathname && (
        <ButtonLink to={newTicketTo} className="whitespace-nowrap max-lg:hidden">
          <Plus aria-hidden />
          {w.shell.newTicket}
        </ButtonLink>
      )}
      <Bell unread={unread} />
      <div className="max-lg:hidden">
        <PersonMenu name={name} />
      </div>
    </header>
  );
}
