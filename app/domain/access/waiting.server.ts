import type { PersonCtx } from "#app/db/context.server.ts";
import { listWaitingCampaigns } from "./campaign-page.server.ts";
import { listOpenReviews } from "./review-page.server.ts";

/** What a letter to a lead says: of the reader's own units and as of now; null: nothing waits any more. */
export async function whatWaits(ctx: PersonCtx) {
  const [campaigns, open] = [await listWaitingCampaigns(ctx), await listOpenReviews(ctx)];
  if (campaigns.length + open.length === 0) return null;
  return { campaigns: campaigns.length, reviews: open.map(({ year, dueOn }) => ({ year, dueOn })) };
}
