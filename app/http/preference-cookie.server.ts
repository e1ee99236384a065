import { env } from "#app/env.server.ts";

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Language and theme outlive the session, so that the sign-in page looks as it was left. */
export function preferenceCookie(name: "lang" | "theme", value: string): string {
  const secure = env.APP_URL.startsWith("https:") ? "; Secure" : "";
  return `${name}=${value}; Path=/; Max-Age=${YEAR_SECONDS}; HttpOnly; SameSite=Lax${secure}`;
}
