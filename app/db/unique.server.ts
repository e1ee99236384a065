/** Drizzle wraps what PostgreSQL said; 23505 is "there is one like this already". */
export function isUniqueViolation(error: unknown): boolean {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++) {
    if ("code" in at && at.code === "23505") return true;
  }
  return false;
}
