import type { Interval } from "./calendar.ts";
import type { CalendarHours } from "./hours.ts";

/** What a calendar of a ward or a team begins with. */
export const TEMPLATES = ["city", "saturday", "always"] as const;
export type Template = (typeof TEMPLATES)[number];

const MORNING: readonly Interval[] = [["07:30", "11:30"]];
const WHOLE_DAY: readonly Interval[] = [["00:00", "24:00"]];

export function hoursFrom(template: Template, { timeZone, weekly }: CalendarHours): CalendarHours {
  const always = template === "always";
  const sat = weekly.mon.slice(0, 1);
  const hours = {
    city: weekly,
    saturday: { ...weekly, sat: sat.length > 0 ? sat : MORNING },
    always: {
      ...{ mon: WHOLE_DAY, tue: WHOLE_DAY, wed: WHOLE_DAY, thu: WHOLE_DAY },
      ...{ fri: WHOLE_DAY, sat: WHOLE_DAY, sun: WHOLE_DAY },
    },
  };
  return { timeZone, followsCity: !always, weekly: hours[template], days: [] };
}
