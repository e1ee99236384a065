import type { WhyThisTime } from "#app/domain/tickets/clocks/why-this-time.server.ts";
import { useLang, useWords } from "#app/i18n/words.tsx";
import { placeName } from "../place-name.ts";

/** Whose calendar it is, in words. */
export function useOwner() {
  const w = useWords();
  const lang = useLang();
  return ({ ward, team }: WhyThisTime["calendars"][number]): string => {
    if (team) return w.clocks.why.calendarOf(lang === "en" ? team.nameEn : team.name);
    return ward ? w.clocks.why.calendarOf(placeName(ward, w)) : w.clocks.why.cityCalendar;
  };
}
