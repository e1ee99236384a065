export const LINK_PURPOSES = ["password_reset", "invitation", "address_confirm"] as const;
export type LinkPurpose = (typeof LINK_PURPOSES)[number];

const HOUR_MINUTES = 60;
export const LINK_MINUTES: Record<LinkPurpose, number> = {
  password_reset: 30,
  invitation: 24 * HOUR_MINUTES,
  address_confirm: 24 * HOUR_MINUTES,
};

const PAGES: Record<LinkPurpose, string> = {
  password_reset: "/password/reset",
  invitation: "/invitation",
  address_confirm: "/address",
};

/** The secret stands in the path as one long segment, which the access log masks. */
export const linkPath = (purpose: LinkPurpose, token?: string) => [PAGES[purpose], token].filter(Boolean).join("/");

/** What is wrong with a link, as a code for words; `link_unknown` is also what a disabled person reads. */
const LINK_PROBLEMS = ["link_unknown", "link_expired", "link_used", "link_replaced"] as const;
export type LinkProblem = (typeof LINK_PROBLEMS)[number];

export const asLinkProblem = (reason: string): LinkProblem | null =>
  LINK_PROBLEMS.find((problem) => problem === reason) ?? null;
