import { Link } from "@remix-run/react";
import { ChevronRight } from "lucide-react";
import { ATTENTION, type Attention, type AttentionKey, type Counts } from "#app/domain/audit/overview.ts";
import { paths } from "#app/http/paths.ts";
import { useLang, useWords } from "#app/i18n/words.tsx";
import { formatNumber } from "#app/lib/format.ts";
import { Status, type Tone } from "#app/ui/badge.tsx";
import { LINK } from "./link.ts";
import { SECTIONS, type SectionKey, sectionPath } from "./sections.ts";

const WHERE: Record<AttentionKey, { to: string; section: SectionKey; tone: Tone }> = {
  holidaysMissing: { to: paths.admin("calendars"), section: "calendars", tone: "red" },
  holidaysMissingNext: { to: paths.admin("calendars"), section: "calendars", tone: "amber" },
  lettersFailed: { to: paths.admin("deliveries", { state: "failed" }), section: "deliveries", tone: "red" },
  lettersLate: { to: paths.admin("deliveries", { state: "waiting" }), section: "deliveries", tone: "red" },
  lettersKept: { to: paths.admin("settings"), section: "settings", tone: "red" },
  teamsWithoutPeople: { to: paths.admin("teams"), section: "teams", tone: "amber" },
  invitationsExpired: { to: paths.admin("people", { state: "invited" }), section: "people", tone: "amber" },
  peopleAtEnded: { to: paths.admin("people"), section: "people", tone: "amber" },
  peopleWithoutRights: { to: paths.admin("people"), section: "people", tone: "grey" },
  unitsWithoutEngineer: { to: paths.admin("sites"), section: "sites", tone: "grey" },
  refusedToday: { to: paths.admin("history", { kind: "request" }), section: "history", tone: "grey" },
};

/** What to look at, each with the page where it is mended. */
export function AttentionList({ rows }: { rows: readonly Attention[] }) {
  const { attention } = useWords().places;
  const lang = useLang();
  const here = ATTENTION.flatMap((key) => rows.filter((row) => row.key === key));
  if (here.length === 0) return <p className="text-quiet">{attention.none}</p>;
  return (
    <ul className="grid gap-1">
      {here.map(({ key, count }) => {
        const { to, section, tone } = WHERE[key];
        const text = attention.of[key](formatNumber(count, lang));
        return (
          <li key={key} className="max-w-text [&>span]:whitespace-normal">
            <Status tone={tone}>
              {SECTIONS.includes(section) ? (
                <Link to={to} className={LINK}>
                  {text}
                </Link>
              ) : (
                text
              )}
            </Status>
          </li>
        );
      })}
    </ul>
  );
}

/** Every section, with how much it holds and what it is for. */
export function SectionList({ counts }: { counts: Counts }) {
  const w = useWords();
  const lang = useLang();
  const held: Partial<Record<SectionKey, number>> = counts;
  return (
    <ul>
      {SECTIONS.map((key) => {
        const count = held[key];
        return (
          <li key={key} className="border-t border-line last:border-b">
            <Link
              to={sectionPath(key)}
              className="target flex items-center gap-4 py-2 text-ink no-underline hover:bg-sunken"
            >
              <span className="min-w-0 grow">
                <span className="block font-medium">{w.places.sections[key]}</span>
                <span className="block text-sm text-quiet">{w.places.about[key]}</span>
              </span>
              {count !== undefined && <span className="figures text-quiet">{formatNumber(count, lang)}</span>}
              <ChevronRight aria-hidden className="size-[18px] shrink-0 text-quiet" />
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
