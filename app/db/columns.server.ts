import { timestamp } from "drizzle-orm/pg-core";

/** An instant. Without a zone the driver would shift it by the session's offset. */
export const at = () => timestamp({ withTimezone: true, mode: "date" });
