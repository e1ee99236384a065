import type { Words } from "../vi.ts";

export const ticketFacts: Words["ticketFacts"] = {
  hold: {
    reporter: "Waiting for the reporter",
    approval: "Waiting for approval",
    vendor: "Waiting for the vendor",
    scheduled: "Waiting for the agreed time",
  },
  resolution: {
    fixed: "Fixed",
    granted: "Permission granted",
    explained: "Explained",
    duplicate: "Same as another ticket",
    not_reproducible: "Could not be seen again",
    third_party: "Done by somebody else",
  },
  linkKind: { related: "Related", duplicate: "Duplicate", follow_up: "Follows" },
};
