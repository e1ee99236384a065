export const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** ["07:30", "11:30"], half-open; "24:00" ends a day. */
export type Interval = readonly [from: string, to: string];

export type Calendar = {
  readonly timeZone: string;
  readonly weekly: Readonly<Record<Weekday, readonly Interval[]>>;
  /** Dates without service time. */
  readonly closed: readonly string[];
  /** Dates with hours of their own, whatever the weekday and whatever `closed` says. */
  readonly opened: Readonly<Record<string, readonly Interval[]>>;
  /** What a closed or opened date is called: "Tết Bính Ngọ". */
  readonly names?: Readonly<Record<string, string>>;
};
