import { Form } from "@remix-run/react";
import type { PolicyVersionPage } from "#app/domain/tickets/clocks/policies-page.server.ts";
import { Section } from "#app/ui/page.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { DifferenceView } from "./difference-view.tsx";
import { PolicyTable } from "./policy-table.tsx";
import { useSpeech } from "./use-speech.ts";

export function PolicyVersionView({ page: { version, names, since, toNow, current } }: { page: PolicyVersionPage }) {
  const speech = useSpeech(names);
  const words = speech.w.policies.versions;
  return (
    <>
      <Section id="version" title={words.name(version.version)}>
        <PolicyTable list={version.list} speech={speech} />
        {version.version !== current && (
          <Form method="post" className="grid gap-2">
            <input type="hidden" name="version" value={version.version} />
            <p className="max-w-text text-sm text-quiet">{words.putBackLead}</p>
            <SubmitButton name="intent" value="put-back" variant="secondary" className="justify-self-start">
              {words.putBack}
            </SubmitButton>
          </Form>
        )}
      </Section>
      {since && (
        <Section id="since" title={words.since}>
          <DifferenceView difference={since} speech={speech} />
        </Section>
      )}
      {version.version !== current && (
        <Section id="to-now" title={words.toNow}>
          <DifferenceView difference={toNow} speech={speech} />
        </Section>
      )}
    </>
  );
}
