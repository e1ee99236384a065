/** NIST SP 800-63B: after this many consecutive failures the password alone opens nothing. */
export const FAILURES_UNTIL_LOCKED = 100;
