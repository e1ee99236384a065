import type { Refused } from "./attempt.server.ts";

/** The reasons as a form shows them, each with whom it is about where the refusal names somebody. */
export const namedReasons = ({ reason, detail: { who, also } }: Refused): string[] => [
  typeof who === "string" ? `${reason}|${who}` : reason,
  ...(Array.isArray(also) ? also.filter((one) => typeof one === "string") : []),
];
