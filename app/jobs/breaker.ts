/** Failures in a row that are no longer about one letter. */
const FAILURES = 5;
const PAUSE_MS = 60_000;

/** Keeps every letter from finding out for itself that the provider is down, or asked for a pause. */
export function openBreaker({ failures = FAILURES, pauseMs = PAUSE_MS } = {}) {
  let inRow = 0;
  let closedUntil = 0;
  return {
    /** When to come back, or null when it may be tried. */
    waitsUntil: (now: Date): Date | null => (now.getTime() < closedUntil ? new Date(closedUntil) : null),
    worked() {
      inRow = 0;
    },
    failed(now: Date) {
      inRow++;
      if (inRow >= failures) closedUntil = now.getTime() + pauseMs;
    },
    /** The provider said how long. */
    pause(until: Date) {
      closedUntil = Math.max(closedUntil, until.getTime());
    },
  };
}
export type Breaker = ReturnType<typeof openBreaker>;
