import { Form } from "@remix-run/react";
import { placeName } from "#app/components/place-name.ts";
import type { listRights } from "#app/domain/access/catalogue.server.ts";
import { useWords } from "#app/i18n/words.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { SelectField, TextArea, TextField } from "#app/ui/field.tsx";
import { type Reply, useReply } from "#app/ui/form-reply.ts";
import { Section } from "#app/ui/page.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { useNamed } from "./access-home-view.tsx";
import { BasisFields } from "./basis-fields.tsx";
import { ManyChoices } from "./many-choices.tsx";
import { useRefusals } from "./refusals.ts";
import type { Ward } from "./unit-choice.tsx";

type Props = {
  wish: { positionId?: number; rightId?: number };
  rights: Awaited<ReturnType<typeof listRights>>;
  positions: readonly { id: number; name: string; nameEn: string }[];
  wards: readonly Ward[];
  reply?: Reply;
};

/** What every unit of a campaign asks for, and whom it is for. */
export function CampaignForm({ wish, rights, positions, wards, reply }: Props) {
  const w = useWords();
  const named = useNamed();
  const words = w.accessPlans.campaigns;
  const labels = { title: words.name, why: words.why, tries: words.tries };
  const { error, value, problems } = useReply(reply, useRefusals(reply), labels);
  const chosen = (name: string) => [reply?.values[name] ?? []].flat();
  return (
    <Form method="post" noValidate className="grid content-start">
      <ErrorSummary problems={problems} />
      <Section id="what" title={words.rights}>
        <TextField
          name="title"
          label={words.name}
          maxLength={160}
          defaultValue={value("title")}
          error={error("title")}
        />
        <TextArea
          name="why"
          label={words.why}
          rows={2}
          maxLength={2_000}
          defaultValue={value("why")}
          error={error("why")}
        />
        <ManyChoices
          name="rightIds"
          label={words.rights}
          hint={w.accessPages.ask.rightsHint}
          choices={rights.map(({ id, about, system, ...right }) => ({
            ...{ value: id, group: named(system), open: id === wish.rightId, label: named(right), hint: about },
          }))}
          chosen={reply ? chosen("rightIds") : [String(wish.rightId ?? "")]}
          error={error("rightIds")}
        />
        <SelectField
          name="positionId"
          label={words.who}
          hint={words.whoHint}
          empty={words.each}
          choices={positions.map((post) => ({ value: post.id, label: named(post) }))}
          defaultValue={value("positionId") ?? wish.positionId ?? ""}
          error={error("positionId")}
        />
        <TextArea
          name="tries"
          label={words.tries}
          rows={2}
          maxLength={2_000}
          defaultValue={value("tries")}
          error={error("tries")}
        />
      </Section>
      <Section id="units" title={words.units}>
        <ManyChoices
          name="siteIds"
          label={words.units}
          hint={words.unitsHint}
          choices={wards.map((ward) => ({
            ...{ value: ward.id, group: words.units, open: false, label: placeName(ward, w), hint: "" },
          }))}
          chosen={chosen("siteIds")}
          error={error("siteIds")}
        />
      </Section>
      <Section id="basis" title={w.accessPages.ask.basis}>
        <BasisFields reply={reply} />
      </Section>
      <SubmitButton className="justify-self-start">{words.start}</SubmitButton>
    </Form>
  );
}
