import { Link } from "@remix-run/react";
import { LINK } from "#app/components/admin/link.ts";
import { placeName } from "#app/components/place-name.ts";
import type { listWaitingCampaigns } from "#app/domain/access/campaign-page.server.ts";
import type { Gap } from "#app/domain/access/gaps.server.ts";
import { accessPaths } from "#app/http/access-paths.ts";
import { paths } from "#app/http/paths.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Section } from "#app/ui/page.tsx";
import { useNamed } from "./access-home-view.tsx";

type Props = { waiting: Awaited<ReturnType<typeof listWaitingCampaigns>>; gaps: readonly Gap[] };

/** What this person's post should have and they lack; campaigns that wait for their unit. */
export function PlanList({ waiting, gaps }: Props) {
  const w = useWords();
  const named = useNamed();
  const words = w.accessPlans;
  return (
    <>
      {waiting.length > 0 && (
        <Section id="campaigns" title={words.campaigns.waiting}>
          <ul className="grid gap-1">
            {waiting.map(({ id, siteId, title, ward }) => (
              <li key={`${id}-${siteId}`}>
                <Link to={accessPaths.accessCampaign(id)} className={LINK}>
                  {words.campaigns.waitingFor(title, placeName(ward, w))}
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {gaps.length > 0 && (
        <Section id="own-gaps" title={words.gaps.own}>
          <p className="max-w-text text-quiet">{words.gaps.ownLead}</p>
          <ul className="grid gap-1">
            {gaps.map(({ rightId, siteId, right, system }) => (
              <li key={rightId} className="flex flex-wrap gap-x-3">
                <span>{`${named(system)}: ${named(right)}`}</span>
                <Link to={paths.newAccessRequest({ siteId, rightId })} className={LINK}>
                  {words.gaps.ownAsk}
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
