/** Kinds of things whose changes are kept, as they are chosen from. */
export const AUDIT_KINDS = [
  "person",
  "account",
  "session",
  "grant",
  "site",
  "system",
  "right",
  "position",
  "team",
  "abbreviation",
  "calendar",
  "policy",
  "ladder",
  "entitlement",
  "campaign",
  "delegation",
  "setting",
  "delivery",
  "request",
] as const;
export type AuditKind = (typeof AUDIT_KINDS)[number];
