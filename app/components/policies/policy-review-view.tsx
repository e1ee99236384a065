import type { PolicyReview } from "#app/domain/tickets/clocks/policies-page.server.ts";
import type { useReply } from "#app/ui/form-reply.ts";
import { Section } from "#app/ui/page.tsx";
import { ImpactSummary } from "../recomputations/impact.tsx";
import { DifferenceView } from "./difference-view.tsx";
import { ReachWarnings } from "./reach-warnings.tsx";
import { Meanwhile, SaveForm } from "./save-form.tsx";
import { useSpeech } from "./use-speech.ts";

type Props = { review: PolicyReview; said: ReturnType<typeof useReply> };

/** What would change in the list and for open tickets, before one reason is given for all of it. */
export function PolicyReviewView({ review, said }: Props) {
  const speech = useSpeech(review.names);
  const words = speech.w.policies.review;
  const { meanwhile, impact } = review;
  return (
    <>
      {meanwhile && (
        <Section id="theirs" title={words.theirs}>
          <Meanwhile meanwhile={meanwhile} speech={speech} />
        </Section>
      )}
      <Section id="differences" title={meanwhile ? words.mine : words.differences}>
        <DifferenceView difference={review.difference} speech={speech} />
        <ReachWarnings reach={review.reach} speech={speech} every />
      </Section>
      {impact && (
        <>
          <Section id="impact" title={words.impact}>
            <ImpactSummary impact={impact} />
          </Section>
          <Section id="save" title={words.save}>
            <SaveForm seen={review.seen} typed={said.value("why")} error={said.error("why")} speech={speech} />
          </Section>
        </>
      )}
    </>
  );
}
