import { Form } from "@remix-run/react";
import { useState } from "react";
import { FileUploader } from "#app/components/report/file-uploader.tsx";
import { useUploads } from "#app/components/report/use-uploads.ts";
import type { AskPage } from "#app/domain/access/ask-page.server.ts";
import type { Road } from "#app/domain/access/road.server.ts";
import type { FileCard } from "#app/domain/tickets/files/files.server.ts";
import { IMPACTS } from "#app/domain/tickets/priority.ts";
import { paths } from "#app/http/paths.ts";
import { useWords } from "#app/i18n/words.tsx";
import { formatTime } from "#app/lib/format.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { SelectField, TextArea } from "#app/ui/field.tsx";
import { type Reply, useReply } from "#app/ui/form-reply.ts";
import { Notice } from "#app/ui/notice.tsx";
import { Section } from "#app/ui/page.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { AskPeople, AskRights } from "./ask-choices.tsx";
import { BasisFields } from "./basis-fields.tsx";
import { useRefusals } from "./refusals.ts";
import { RoadView } from "./road-view.tsx";
import { UnitChoice } from "./unit-choice.tsx";
import { useDraftSaving } from "./use-draft-saving.ts";

type Props = {
  page: AskPage;
  reply?: Reply;
  kept?: readonly FileCard[];
  road?: Road | null;
  /** Of a request that is changed. */
  changed?: { number: number; version: number };
};

/** One person or many, one right or many: each person gets each right. */
export function AskForm({ page, reply: answered, kept = [], road = null, changed }: Props) {
  const w = useWords();
  const words = w.accessPages.ask;
  const reply = answered ?? { values: page.typed, errors: {}, formErrors: [] };
  const said = useReply(reply, useRefusals(reply), {
    ...{ tries: words.tries, from: words.from, until: words.until, decisionDate: words.decisionDate },
  });
  const { error, value, problems } = said;
  const [commandId] = useState(page.commandId);
  const uploads = useUploads(kept);
  const draft = useDraftSaving();
  return (
    <>
      {page.wards.length > 1 && !changed && <UnitChoice ward={page.ward} wards={page.wards} />}
      {page.drafted && !answered && <Drafted page={page} />}
      <Form
        method="post"
        encType="multipart/form-data"
        noValidate
        className="grid content-start"
        onInput={changed ? undefined : draft.onInput}
        onSubmit={(event) => {
          draft.stop();
          uploads.onSubmit(event);
        }}
      >
        <ErrorSummary problems={problems} />
        <input type="hidden" name="commandId" value={value("commandId") ?? commandId} />
        <input type="hidden" name="siteId" value={page.ward.id} />
        {changed && <input type="hidden" name="version" value={value("version") ?? changed.version} />}
        {page.campaign && <input type="hidden" name="campaignId" value={page.campaign.id} />}
        {page.campaign && <Notice>{w.accessPlans.campaigns.forCampaign(page.campaign.title)}</Notice>}
        <AskRights page={page} reply={reply} said={said} />
        <AskPeople page={page} reply={reply} said={said} />
        <Section id="why" title={w.accessPages.request.why}>
          <TextArea
            name="tries"
            label={words.tries}
            hint={words.triesHint}
            rows={2}
            maxLength={2_000}
            defaultValue={value("tries")}
            error={error("tries")}
          />
          <TextArea
            name="fails"
            label={words.fails}
            hint={words.failsHint}
            optional
            rows={2}
            maxLength={2_000}
            defaultValue={value("fails")}
            error={error("fails")}
          />
          {changed ? (
            <input type="hidden" name="impact" value="one_person" />
          ) : (
            <SelectField
              name="impact"
              label={words.impact}
              choices={IMPACTS.map((impact) => ({ value: impact, label: w.tickets.impact[impact] }))}
              defaultValue={value("impact") ?? "one_person"}
              error={error("impact")}
            />
          )}
        </Section>
        <Section id="basis" title={words.basis}>
          <p className="max-w-text text-sm text-quiet">{words.basisHint}</p>
          <BasisFields reply={reply} />
          {!changed && (
            <FileUploader uploads={uploads} label={words.files} error={error("files") ?? error("fileIds")} />
          )}
        </Section>
        {road && <RoadView road={road} />}
        <div className="flex flex-wrap items-center gap-3">
          <SubmitButton name="intent" value="send">
            {changed ? words.saveChange : words.send}
          </SubmitButton>
          {!changed && (
            <>
              <SubmitButton name="intent" value="look" variant="secondary">
                {words.look}
              </SubmitButton>
              <SubmitButton name="intent" value="draft" variant="quiet" formAction={paths.accessDrafts()}>
                {words.saveDraft}
              </SubmitButton>
            </>
          )}
          <span role="status" className="text-sm text-quiet">
            {draft.savedAt && words.savedAt(formatTime(draft.savedAt))}
          </span>
        </div>
      </Form>
    </>
  );
}

function Drafted({ page }: { page: AskPage }) {
  const words = useWords().accessPages.ask;
  return (
    <Notice
      action={
        <Form method="post" action={paths.accessDrafts()}>
          <input type="hidden" name="commandId" value={page.commandId} />
          <input type="hidden" name="siteId" value={page.ward.id} />
          <SubmitButton name="intent" value="drop" variant="quiet">
            {words.dropDraft}
          </SubmitButton>
        </Form>
      }
    >
      {words.drafted}
    </Notice>
  );
}
