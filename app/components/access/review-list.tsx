import { Form, Link } from "@remix-run/react";
import { dayText } from "#app/components/admin/dates.tsx";
import { LINK } from "#app/components/admin/link.ts";
import { placeName } from "#app/components/place-name.ts";
import type { listOpenReviews } from "#app/domain/access/review-page.server.ts";
import { accessPaths } from "#app/http/access-paths.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Section } from "#app/ui/page.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";

type Ward = { id: number; name: string; unitKind: "phuong" | "xa" | "dac_khu" | null };
type Props = { reviews: Awaited<ReturnType<typeof listOpenReviews>>; mayStart: readonly Ward[] };

/** The yearly look at who has what: what waits, and what a lead can begin. */
export function ReviewList({ reviews, mayStart }: Props) {
  const w = useWords();
  const words = w.accessTasks.review;
  const fresh = mayStart.filter(({ id }) => !reviews.some(({ siteId }) => siteId === id));
  if (reviews.length === 0 && fresh.length === 0) return null;
  return (
    <Section id="reviews" title={words.start}>
      <p className="max-w-text text-quiet">{words.startLead}</p>
      <ul className="grid gap-1">
        {reviews.map(({ id, ward, year, left, dueOn }) => (
          <li key={id}>
            <Link to={accessPaths.accessReview(id)} className={LINK}>
              {words.row(placeName(ward, w), year)}
            </Link>{" "}
            <span className="text-sm text-quiet">{`${words.left(left)} · ${words.due(dayText(dueOn))}`}</span>
          </li>
        ))}
      </ul>
      {fresh.map((ward) => (
        <Form key={ward.id} method="post" action={accessPaths.accessReviews()}>
          <input type="hidden" name="siteId" value={ward.id} />
          <SubmitButton variant="secondary">{words.open(placeName(ward, w))}</SubmitButton>
        </Form>
      ))}
    </Section>
  );
}
