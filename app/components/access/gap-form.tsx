import { Form } from "@remix-run/react";
import { useState } from "react";
import type { Gap } from "#app/domain/access/gaps.server.ts";
import { useWords } from "#app/i18n/words.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Aside, TextArea } from "#app/ui/field.tsx";
import { type Reply, useReply } from "#app/ui/form-reply.ts";
import { Section } from "#app/ui/page.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { useNamed } from "./access-home-view.tsx";
import { BasisFields } from "./basis-fields.tsx";
import { useRefusals } from "./refusals.ts";

type Props = { gaps: readonly Gap[]; commandId: string; reply?: Reply };

/** What is missing, person by person; the chosen rights become one request. */
export function GapForm({ gaps, commandId: fresh, reply }: Props) {
  const w = useWords();
  const named = useNamed();
  const words = w.accessPlans.gaps;
  const ask = w.accessPages.ask;
  const [commandId] = useState(fresh);
  const { error, value, problems } = useReply(reply, useRefusals(reply), { pairs: words.choose, tries: ask.tries });
  const chosen = reply ? [reply.values.pairs ?? []].flat() : null;
  const pairOf = ({ personId, rightId }: Gap) => `${personId}:${rightId}`;
  const needed = new Set(
    gaps.flatMap(({ needs }) => Object.entries(needs).flatMap(([need, is]) => (is ? [need] : []))),
  );
  return (
    <Form method="post" noValidate className="grid content-start">
      <ErrorSummary problems={problems} />
      <input type="hidden" name="commandId" value={value("commandId") ?? commandId} />
      <input type="hidden" name="siteId" value={gaps[0]?.siteId} />
      <Section id="gaps" title={words.choose}>
        <Aside id="field-pairs" error={error("pairs")} />
        {[...Map.groupBy(gaps, ({ personId }) => personId)].map(([personId, own], group) => (
          <fieldset key={personId} className="grid gap-1 border-b border-line pb-2">
            <legend className="font-medium">
              {[own[0]?.person, own[0]?.position, own[0]?.department].filter(Boolean).join(" · ")}
            </legend>
            {own.map((gap, at) => (
              <label key={gap.rightId} className="target flex items-start gap-2">
                <input
                  type="checkbox"
                  id={group === 0 && at === 0 ? "field-pairs" : undefined}
                  name="pairs"
                  value={pairOf(gap)}
                  defaultChecked={chosen ? chosen.includes(pairOf(gap)) : true}
                  className="mt-[3px] size-[18px] shrink-0 accent-accent"
                />
                <span className="min-w-0">
                  {`${named(gap.system)}: ${named(gap.right)}`}
                  <span className="block text-sm text-quiet">
                    {(Object.keys(ask.needs) as (keyof typeof ask.needs)[])
                      .flatMap((need) => (gap.needs[need] ? [ask.needs[need]] : []))
                      .join(" · ")}
                  </span>
                </span>
              </label>
            ))}
          </fieldset>
        ))}
      </Section>
      <Section id="why" title={w.accessPages.request.why}>
        <TextArea
          name="tries"
          label={ask.tries}
          rows={2}
          maxLength={2_000}
          defaultValue={value("tries") ?? words.defaultTries}
          error={error("tries")}
        />
      </Section>
      {needed.size > 0 && (
        <Section id="basis" title={ask.basis}>
          <BasisFields reply={reply} until={needed.has("until")} />
        </Section>
      )}
      <SubmitButton className="justify-self-start">{words.ask}</SubmitButton>
    </Form>
  );
}
