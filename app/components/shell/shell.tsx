import { useLocation } from "@remix-run/react";
import { Plus } from "lucide-react";
import type { ReactNode } from "react";
import { useWords } from "#app/i18n/words.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { ProgressLine } from "#app/ui/progress-line.tsx";
import { SkipLink } from "#app/ui/skip-link.tsx";
import { BottomBar } from "./bottom-bar.tsx";
import { Brand } from "./brand.tsx";
import { SideNav } from "./nav.tsx";
import { PersonMenu } from "./person-menu.tsx";
import type { Place } from "./places.ts";
import { LanguageSwitch } from "./preferences.tsx";

type ShellProps = {
  person: { name: string } | null;
  nav: readonly Place[];
  newTicketTo: string | null;
  notice?: ReactNode;
  children: ReactNode;
};

export function Shell({ person, nav, newTicketTo, notice, children }: ShellProps) {
  const w = useWords();
  const { pathname } = useLocation();
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
            <header
              data-shell
              className="flex h-14 items-center gap-3 border-b border-line px-4 lg:justify-end lg:px-10"
            >
              <div className="mr-auto lg:hidden">
                <Brand />
              </div>
              {newTicketTo && newTicketTo !== pathname && (
                <ButtonLink to={newTicketTo} className="max-lg:hidden">
                  <Plus aria-hidden />
                  {w.shell.newTicket}
                </ButtonLink>
              )}
              <div className="max-lg:hidden">
                <PersonMenu name={person.name} />
              </div>
            </header>
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
