import type { Refused } from "./attempt.server.ts";

/** The reason as a form shows it, with whom it is about where the refusal names somebody. */
export const namedReason = ({ reason, detail }: Refused): string =>
  typeof detail.who === "string" ? `${reason}|${detail.who}` : reason;
