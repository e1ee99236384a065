import type { z } from "zod";

const AUTHORED = /^[a-z][a-z_]*$/;

/** zod's issue as a code that i18n knows: required, too_long, too_short, too_big, too_small, malformed, not_offered. */
export function codeOf(issue: z.core.$ZodRawIssue): string {
  if (issue.message && AUTHORED.test(issue.message)) return issue.message;
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined ? "required" : "malformed";
    case "too_big":
      return issue.origin === "string" || issue.origin === "array" ? "too_long" : "too_big";
    case "too_small":
      if (issue.origin === "string" || issue.origin === "array") return issue.minimum === 1 ? "required" : "too_short";
      return "too_small";
    case "invalid_value":
    case "invalid_union":
      return issue.input === undefined ? "required" : "not_offered";
    default:
      return "malformed";
  }
}
