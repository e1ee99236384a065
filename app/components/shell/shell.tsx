import type { ReactNode } from "react";
import { useWords } from "#app/i18n/words.tsx";
import type { Unread } from "#app/live/tab.ts";
import { ProgressLine } from "#app/ui/progress-line.tsx";
import { SkipLink } from "#app/ui/skip-link.tsx";
import { BottomBar } from "./bottom-bar.tsx";
import { Brand } from "./brand.tsx";
import { SideNav } from "./nav.tsx";
import type { Place } from "./places.ts";
import { LanguageSwitch } from "./preferences.tsx";
import { TopBar } from "./top-bar.tsx";

type ShellProps = {
  person: { name: string } | null;
  nav: readonly Place[];
  newTicketTo: string | null;
  unread: Unread;
  notice?: ReactNode;
  children: ReactNode;
};

export function Shell({ person, nav, newTicketTo, unread, notice, children }: ShellProps) {
  const w = useWords();
  return (
    <>
      <SkipLink to="main">{w.shell.skip}</SkipLink>
      <ProgressLine label={w.common.loading} />
      {person ? (
        <div data-frame className="min-h-dvh lg:grid lg:grid-cols-[14rem_minmax(0,1fr)]">
          <aside
            data-shell
            className="sticky top-0 hidden h-dvh content-start gap-6 border-r border-line px-3 py-3 lg:grid"
          >
            <div className="px-3">
              <Brand />
            </div>
            <SideNav places={nav} />
          </aside>
          <div className="min-w-0 pb-20 lg:pb-0 print:pb-0">
            <TopBar name={person.name} newTicketTo={newTicketTo} unread={unread} />
            {notice}
            <Main>{children}</Main>
          </div>
          <BottomBar name={person.name} places={nav} newTicketTo={newTicketTo} />
        </div>
      ) : (
        <div className="min-h-dvh">
          <header data-shell className="flex h-14 items-center justify-between border-b border-line px-4 lg:px-10">
            <Brand />
            <LanguageSwitch />
          </header>
          {notice}
          <Main>{children}</Main>
        </div>
      )}
    </>
  );
}

function Main({ children }: { children: ReactNode }) {
  return (
    <main id="main" tabIndex={-1}>
      {children}
    </main>
  );
}
