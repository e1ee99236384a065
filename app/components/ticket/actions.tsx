import { Link } from "@remix-run/react";
import { ChevronDown } from "lucide-react";
import { useHydrated } from "#app/components/report/use-hydrated.ts";
import type { TicketAction } from "#app/domain/policy/tickets.ts";
import { paths } from "#app/http/paths.ts";
import { useWords } from "#app/i18n/words.tsx";
import { ButtonLink, type ButtonVariant, buttonClass } from "#app/ui/button.tsx";
import { Menu, menuItemClass } from "#app/ui/menu.tsx";
import { type DoingName, doingOf, needsWords, wordOf } from "./doing-names.ts";
import type { PageData } from "./page-data.ts";
import { Viewers } from "./page-header.tsx";
import { QuickForm } from "./quick-form.tsx";

/** The next sensible thing filled, the rest in words behind one button. */
export function Actions({ page, viewers }: { page: PageData; viewers: readonly string[] }) {
  const w = useWords();
  return (
    <div className="grid gap-1 max-sm:w-full sm:justify-items-end print:hidden">
      <div className="flex flex-wrap justify-between gap-2">
        <Primary page={page} />
        <div className="ml-auto">
          <Menu
            label={
              <>
                {w.ticket.actions}
                <ChevronDown aria-hidden />
              </>
            }
            className={buttonClass("secondary")}
          >
            <MenuItems page={page} />
          </Menu>
        </div>
      </div>
      <Viewers names={viewers} />
    </div>
  );
}

function Primary({ page }: { page: PageData }) {
  const w = useWords();
  const { primary, ticket, accessTodo } = page;
  if (ticket.accessPhase !== null && (accessTodo !== null || ticket.accessPhase !== "over"))
    return (
      <ButtonLink to={paths.accessRequest(ticket.number)} variant={accessTodo ? "primary" : "secondary"}>
        {accessTodo ? w.accessPages.request.next[accessTodo] : w.accessPages.request.open}
      </ButtonLink>
    );
  if (primary === null || primary === "note" || primary === "confirm") return null;
  if (primary === "reply") {
    return (
      <a href="#say" className={buttonClass("secondary")}>
        {w.ticket.action.reply}
      </a>
    );
  }
  return <ActionButton page={page} doing={doingOf(primary)} variant="primary" />;
}

/** A link to the dialog that asks for words, or a form that is one press. */
export function ActionButton({ page, doing, variant }: { page: PageData; doing: DoingName; variant: ButtonVariant }) {
  const w = useWords();
  if (!needsWords(doing)) return <QuickForm page={page} doing={doing} variant={variant} />;
  return (
    <ButtonLink to={paths.ticketPart(page.ticket.number, doing)} variant={variant} preventScrollReset>
      {w.ticket.action[wordOf(doing)]}
    </ButtonLink>
  );
}

const GROUPS: readonly (readonly Exclude<TicketAction, "reply" | "note" | "follow">[])[] = [
  ["take", "resume", "resolve", "hold"],
  ["assign", "hand_over", "hand_back", "release"],
  ["reclassify", "link", "mark_duplicate", "move"],
  ["reopen", "follow_up", "unmark_duplicate", "cancel"],
];

function MenuItems({ page }: { page: PageData }) {
  const w = useWords();
  const { offered, primary, ticket, me } = page;
  const asked: TicketAction[] = primary === "confirm" ? ["reopen", "confirm"] : primary ? [primary] : [];
  const groups = GROUPS.map((group) => group.filter((action) => offered.includes(action) && !asked.includes(action)));
  return (
    <>
      {groups
        .filter((group) => group.length > 0)
        .map((group) => (
          <div key={group[0]} className="border-b border-line py-1 first:pt-0">
            {group.map((action) => {
              const doing = doingOf(action);
              return needsWords(doing) ? (
                <Link
                  key={doing}
                  to={paths.ticketPart(ticket.number, doing)}
                  preventScrollReset
                  className={menuItemClass}
                >
                  {w.ticket.action[action]}
                </Link>
              ) : (
                <QuickForm key={doing} page={page} doing={doing} variant="menu" />
              );
            })}
          </div>
        ))}
      <div className="pt-1">
        <QuickForm page={page} doing={me.follows ? "unfollow" : "follow"} variant="menu" />
        {useHydrated() && (
          <button type="button" className={menuItemClass} onClick={() => window.print()}>
            {w.ticket.print}
          </button>
        )}
      </div>
      <WhyNot page={page} />
    </>
  );
}

/** What is absent, and why: nobody should have to guess. */
function WhyNot({ page: { refused } }: { page: PageData }) {
  const w = useWords();
  const reasons = [...new Set(refused.map(({ reason }) => reason))];
  if (reasons.length === 0) return null;
  return (
    <details className="mt-1 border-t border-line pt-1">
      <summary className={`${menuItemClass} text-sm text-quiet`}>{w.ticket.whyNot}</summary>
      <dl className="grid max-w-80 gap-2 px-3 py-2 text-sm">
        {reasons.map((reason) => (
          <div key={reason}>
            <dt>
              {refused
                .filter((one) => one.reason === reason)
                .map(({ action }) => w.ticket.action[action])
                .join(", ")}
            </dt>
            <dd className="text-quiet">{w.refusal[reason]}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
