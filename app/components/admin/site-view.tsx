import { Form } from "@remix-run/react";
import type { AdminSite, DepartmentRow, FormerName, InUse } from "#app/domain/directory/sites-admin.server.ts";
import { paths } from "#app/http/paths.ts";
import { useWords } from "#app/i18n/words.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import type { Reply } from "#app/ui/form-reply.ts";
import { Notice } from "#app/ui/notice.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { HistoryLink } from "../audit/history-link.tsx";
import { placeName } from "../place-name.ts";
import { dayText, FromUntil } from "./dates.tsx";
import { DepartmentList } from "./department-list.tsx";
import { SiteForm } from "./site-form.tsx";
import { StillThere } from "./still-there.tsx";

export type SitePage = {
  site: AdminSite;
  departments: DepartmentRow[];
  formerNames: FormerName[];
  at: InUse;
  today: string;
};

export function SiteView({ page, reply }: { page: SitePage; reply?: Reply }) {
  const { site, departments, formerNames, at, today } = page;
  const w = useWords();
  const words = w.places.site;
  const back = site.unit
    ? { to: paths.admin(`sites/${site.unit.id}`), label: placeName(site.unit, w) }
    : { to: paths.admin("sites"), label: w.places.sections.sites };
  return (
    <Page
      title={placeName(site, w)}
      lead={<FromUntil from={site.validFrom} until={site.validUntil} />}
      back={back}
      actions={<HistoryLink kind="site" id={site.id} />}
    >
      {site.validUntil && <Ended site={site} today={today} />}
      {site.kind === "ward" && (
        <Section id="departments" title={words.departments.title}>
          <DepartmentList
            unitId={site.id}
            rows={departments}
            today={today}
            open={site.validUntil === null || site.validUntil >= today}
          />
        </Section>
      )}
      <Section id="facts" title={words.facts}>
        <SiteForm
          key={`${site.version} ${reply ? "typed" : ""}`}
          unit={site.kind === "ward"}
          site={site}
          version={site.version}
          reply={reply}
        />
      </Section>
      {formerNames.length > 0 && (
        <Section id="names" title={words.formerNames}>
          <ul className="grid gap-1">
            {formerNames.map((former) => (
              <li key={former.id}>
                {placeName(former, w)} <span className="text-quiet">{w.places.dates.until(dayText(former.until))}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section id="there" title={words.there}>
        <StillThere at={at} />
      </Section>
      {!site.validUntil && (
        <Section id="end" title={words.end.title}>
          <p className="max-w-text text-quiet">
            {site.kind === "ward" ? words.end.unitLead : words.end.departmentLead}
          </p>
          <ButtonLink to={paths.admin(`sites/${site.id}/end`)} variant="danger" className="justify-self-start">
            {words.end.open}
          </ButtonLink>
        </Section>
      )}
    </Page>
  );
}

function Ended({ site, today }: { site: AdminSite; today: string }) {
  const { end } = useWords().places.site;
  const w = useWords();
  const day = dayText(site.validUntil ?? "");
  const into = site.mergedInto && placeName(site.mergedInto, w);
  const over = (site.validUntil ?? "") < today;
  return (
    <div className="mb-6">
      <Notice
        tone="warning"
        action={
          <Form method="post" className="flex flex-wrap gap-2">
            {site.mergedInto && <ButtonLink to={paths.admin(`sites/${site.mergedInto.id}`)}>{into}</ButtonLink>}
            <input type="hidden" name="version" value={site.version} />
            <SubmitButton name="intent" value="reopen" variant="secondary">
              {end.takeBack}
            </SubmitButton>
          </Form>
        }
      >
        {into ? end.merged(day, into, over) : end.ended(day, over)}
      </Notice>
    </div>
  );
}
