import { dayText } from "#app/components/admin/dates.tsx";
import { placeName } from "#app/components/place-name.ts";
import { FileList } from "#app/components/ticket/file-list.tsx";
import type { Background, RequestPage } from "#app/domain/access/request-page.server.ts";
import type { FileCard } from "#app/domain/tickets/files/files.server.ts";
import { accessPaths } from "#app/http/access-paths.ts";
import { paths } from "#app/http/paths.ts";
import { useWords } from "#app/i18n/words.tsx";
import { formatDateTime } from "#app/lib/format.ts";
import { Badge, type Tone } from "#app/ui/badge.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { type Reply, useReply } from "#app/ui/form-reply.ts";
import { Notice } from "#app/ui/notice.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { ApprovalSteps } from "./approval-steps.tsx";
import { BackgroundView } from "./background-view.tsx";
import { DecideForms } from "./decide-forms.tsx";
import { GrantForms } from "./grant-forms.tsx";
import { ItemList } from "./item-list.tsx";
import { ProofForms } from "./proof-forms.tsx";
import { RenewForm } from "./renew-form.tsx";
import { AnswerForm, WithdrawForm } from "./requester-forms.tsx";

const TONES: Record<RequestPage["standing"], Tone> = {
  ...{ approval: "amber", grant: "blue", waits: "amber", proof: "amber", closed: "green", cancelled: "grey" },
};
type Props = { page: RequestPage; background: Background | null; reply?: Reply; kept?: readonly FileCard[] };

/** A request from the ask to the proof; what its reader can do now stands first. */
export function RequestView({ page, background, reply, kept }: Props) {
  const w = useWords();
  const words = w.accessPages.request;
  const { problems } = useReply(reply, { ...w.accessTasks.problems, ...w.access.refused });
  const open = page.items.filter(({ may }) => may.length > 0);
  return (
    <Page
      title={`${page.number} · ${page.title}`}
      actions={
        page.may.change && (
          <ButtonLink to={accessPaths.changeAccessRequest(page.number)} variant="secondary">
            {w.accessPages.ask.change}
          </ButtonLink>
        )
      }
      back={{ to: paths.ticket(page.number), label: words.toTicket }}
      lead={`${placeName(page.ward, w)} · ${words.askedBy(page.reporter, formatDateTime(page.receivedAt))}`}
    >
      <p className="mb-4">
        <Badge tone={TONES[page.standing]}>{w.access.standing[page.standing]}</Badge>
      </p>
      <ErrorSummary problems={problems} />
      {page.askedBack && <Notice tone="warning">{words.askedBack}</Notice>}
      {page.may.answer && <AnswerForm page={page} reply={reply} />}
      {open.some(({ may }) => may.includes("prove")) && <ProofForms page={page} reply={reply} kept={kept} />}
      {open.some(({ may }) => may.includes("grant")) && <GrantForms page={page} reply={reply} kept={kept} />}
      <Section id="what" title={words.what}>
        <ItemList items={page.items} />
        {page.conflicts.map(({ personId, rightId, otherRightId, reason }) => (
          <Notice key={`${personId}-${rightId}-${otherRightId}`} tone="warning">
            {words.conflict(reason)}
          </Notice>
        ))}
      </Section>
      {background && <BackgroundView background={background} />}
      <Section id="why" title={words.why}>
        {[page.tries, page.fails].filter(Boolean).map((text) => (
          <p key={text} className="max-w-text whitespace-pre-line wrap-anywhere">
            {text}
          </p>
        ))}
      </Section>
      <Section id="basis" title={words.basis}>
        <Basis basis={page.basis} />
        <FileList files={page.files} />
      </Section>
      <Section id="way" title={words.way}>
        <ApprovalSteps steps={page.steps} />
      </Section>
      {page.may.renew && <RenewForm page={page} reply={reply} />}
      {page.may.decide && <DecideForms page={page} reply={reply} />}
      {page.may.withdraw && <WithdrawForm page={page} reply={reply} />}
    </Page>
  );
}

function Basis({ basis }: Pick<RequestPage, "basis">) {
  const words = useWords().accessPages.request;
  const lines = [
    basis.decisionNumber && words.decision(basis.decisionNumber, basis.decisionDate ? dayText(basis.decisionDate) : ""),
    basis.regulation && words.regulation(basis.regulation),
    basis.undertaking && words.undertaken,
  ].filter((line) => typeof line === "string");
  if (lines.length === 0) return <p className="text-quiet">{words.noBasis}</p>;
  return (
    <ul className="grid max-w-text gap-1 wrap-anywhere">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
