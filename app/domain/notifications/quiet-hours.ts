/** Wall clock in the city, "20:00" to "07:00" over midnight or "12:00" to "13:00" within a day. */
export type Hours = { from: string; until: string };

export const USUAL_HOURS: Hours = { from: "20:00", until: "07:00" };

export const isHour = (text: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
