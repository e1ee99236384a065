import { Form, Link } from "@remix-run/react";
import { DataTable } from "#app/components/admin/data-table.tsx";
import { placeName } from "#app/components/place-name.ts";
import type { CampaignPage } from "#app/domain/access/campaign-page.server.ts";
import type { TicketStatus } from "#app/domain/tickets/ticket.ts";
import { paths } from "#app/http/paths.ts";
import { useWords } from "#app/i18n/words.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { type Reply, useReply } from "#app/ui/form-reply.ts";
import { Section } from "#app/ui/page.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { useNamed } from "./access-home-view.tsx";
import { PhaseStatus } from "./phase-status.tsx";
import { useRefusals } from "./refusals.ts";

type Ward = CampaignPage["wards"][number];

/** Progress unit by unit. */
export function CampaignView({ page, reply }: { page: CampaignPage; reply?: Reply }) {
  const w = useWords();
  const named = useNamed();
  const words = w.accessPlans.campaigns;
  const { problems } = useReply(reply, useRefusals(reply));
  const done = page.wards.filter(({ phase, status }) => phase === "over" && status === "closed").length;
  const asked = page.wards.filter(({ ticketNumber }) => ticketNumber !== null).length;
  return (
    <>
      <ErrorSummary problems={problems} />
      <Section id="what" title={words.progress(done, page.wards.length)}>
        <p>{words.asked(asked, page.wards.length)}</p>
        <p className="max-w-text whitespace-pre-line wrap-anywhere">{page.why}</p>
        <p>{`${page.rights.map(named).join(", ")} · ${page.post ? named(page.post) : words.each}`}</p>
      </Section>
      <DataTable
        caption={words.title}
        rows={page.wards}
        keyOf={({ siteId }) => siteId}
        columns={[
          { label: words.unit, cell: (ward) => placeName(ward, w) },
          { label: words.state, plain: true, cell: (ward) => <WardState ward={ward} /> },
          {
            label: words.request,
            plain: true,
            cell: (ward) =>
              ward.ticketNumber === null ? (
                ward.mayAnswer && ward.tried && <Answer ward={ward} campaignId={page.id} />
              ) : (
                <Link to={paths.accessRequest(ward.ticketNumber)}>{ward.ticketNumber}</Link>
              ),
          },
        ]}
      />
      {page.mayEnd && (
        <Form method="post" className="mt-6">
          <SubmitButton name="intent" value="end" variant="secondary">
            {words.end}
          </SubmitButton>
        </Form>
      )}
    </>
  );
}

function WardState({ ward }: { ward: Ward }) {
  const words = useWords().accessPlans.campaigns;
  if (ward.leftOutWhy) return <span className="text-quiet">{words.leftOut(ward.leftOutWhy)}</span>;
  if (ward.ticketNumber === null)
    return <span className="text-quiet">{ward.tried ? words.waitsForUnit : words.writing}</span>;
  return (
    <>
      {/* Safe because the database lets a ticket have no other status. */}
      <PhaseStatus phase={ward.phase} status={ward.status as TicketStatus} />
      <span className="block text-sm text-quiet">{words.works(ward.proven, ward.wanted)}</span>
    </>
  );
}

function Answer({ ward, campaignId }: { ward: Ward; campaignId: number }) {
  const words = useWords().accessPlans.campaigns;
  return (
    <div className="flex flex-wrap items-center gap-3">
      <ButtonLink to={paths.newAccessRequest({ siteId: ward.siteId, campaignId })} variant="secondary">
        {words.askHere}
      </ButtonLink>
      <Form method="post" className="flex flex-wrap items-center gap-2">
        <input type="hidden" name="siteId" value={ward.siteId} />
        <input
          name="why"
          className="field max-w-48"
          maxLength={200}
          placeholder={words.leaveOutWhy}
          aria-label={`${words.leaveOutWhy}: ${ward.name}`}
          required
        />
        <SubmitButton name="intent" value="leave-out" variant="quiet">
          {words.leaveOut}
        </SubmitButton>
      </Form>
    </div>
  );
}
