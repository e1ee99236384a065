const LOST = new Set([
  ...["CONNECTION_CLOSED", "CONNECTION_ENDED", "CONNECTION_DESTROYED", "CONNECT_TIMEOUT", "ECONNREFUSED", "ECONNRESET"],
  ...["EPIPE", "ETIMEDOUT", "EHOSTUNREACH", "ENOTFOUND", "EAI_AGAIN", "DEADLINE"],
]);
// Shutdown, recovery, read-only standby, too many connections, disk full, and our own statement and lock limits.
const REFUSED = new Set(["57P01", "57P02", "57P03", "57P05", "25006", "25P03", "53300", "53100", "57014", "55P03"]);

const RACES = new Set(["40001", "40P01"]);

function* codesOf(error: unknown): Generator<string> {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++) {
    if ("code" in at && typeof at.code === "string") yield at.code;
  }
}

const hasCode = (error: unknown, fits: (code: string) => boolean) => [...codesOf(error)].some(fits);

export const isUnavailable = (error: unknown) =>
  hasCode(error, (code) => LOST.has(code) || REFUSED.has(code) || code.startsWith("08"));

/** Two transactions met; the loser may simply run again. */
export const isRace = (error: unknown) => hasCode(error, (code) => RACES.has(code));

export const unavailable = () => new Response(null, { status: 503, headers: { "Retry-After": "5" } });

export class DeadlineError extends Error {
  readonly code = "DEADLINE";
}
