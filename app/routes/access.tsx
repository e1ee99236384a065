import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AccessHomeView } from "#app/components/access/access-home-view.tsx";
import { DraftList } from "#app/components/access/draft-list.tsx";
import { PlanList } from "#app/components/access/plan-list.tsx";
import { ReviewList } from "#app/components/access/review-list.tsx";
import { listWaitingCampaigns } from "#app/domain/access/campaign-page.server.ts";
import { listDrafts } from "#app/domain/access/drafts.server.ts";
import { listOwnGaps } from "#app/domain/access/gaps.server.ts";
import { getAccessHome } from "#app/domain/access/home.server.ts";
import { listOpenReviews } from "#app/domain/access/review-page.server.ts";
import { listReviewable } from "#app/domain/access/reviews.server.ts";
import { holds } from "#app/domain/policy/actor.ts";
import { accessPaths } from "#app/http/access-paths.ts";
import { withContext } from "#app/http/context.server.ts";
import { paths } from "#app/http/paths.ts";
import type { Words } from "#app/i18n/vi.ts";
import { useWords } from "#app/i18n/words.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Page } from "#app/ui/page.tsx";

export const handle = { title: (w: Words) => w.access.title };

export const loader = (args: LoaderFunctionArgs) =>
  withContext(args, async (ctx) => ({
    home: await getAccessHome(ctx),
    drafts: await listDrafts(ctx),
    waiting: await listWaitingCampaigns(ctx),
    gaps: await listOwnGaps(ctx),
    reviews: await listOpenReviews(ctx),
    mayStart: await listReviewable(ctx),
    mayDecide: holds(ctx.actor, "ward_lead", "coordinator", "manager"),
  }));

export default function Access() {
  const w = useWords();
  const { home, drafts, waiting, gaps, reviews, mayStart, mayDecide } = useLoaderData<typeof loader>();
  return (
    <Page
      title={w.access.title}
      lead={w.accessPages.home.lead}
      actions={
        <>
          <ButtonLink to={accessPaths.register()} variant="quiet">
            {w.accessRegister.title}
          </ButtonLink>
          <ButtonLink to={accessPaths.accessGaps()} variant="quiet">
            {w.accessPlans.gaps.title}
          </ButtonLink>
          <ButtonLink to={accessPaths.accessCampaigns()} variant="quiet">
            {w.accessPlans.campaigns.title}
          </ButtonLink>
          {mayDecide && (
            <ButtonLink to={paths.myDelegations()} variant="quiet">
              {w.accessRegister.delegations.title}
            </ButtonLink>
          )}
          <ButtonLink to={paths.newAccessRequest()} variant="primary">
            {w.accessPages.home.ask}
          </ButtonLink>
        </>
      }
    >
      <AccessHomeView home={home} />
      <DraftList drafts={drafts} />
      <PlanList waiting={waiting} gaps={gaps} />
      <ReviewList reviews={reviews} mayStart={mayStart} />
    </Page>
  );
}
