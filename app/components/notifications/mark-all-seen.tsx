import { Form } from "@remix-run/react";
import { paths } from "#app/http/paths.ts";
import { useWords } from "#app/i18n/words.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";

type Props = {
  /** What came after the newest line on the page stays unseen. */
  upTo: number;
  /** In the bell's panel: the page behind it stays. */
  inPlace?: boolean;
};

export function MarkAllSeen({ upTo, inPlace = false }: Props) {
  const w = useWords();
  return (
    <Form method="post" action={paths.notifications()} navigate={!inPlace}>
      <input type="hidden" name="upTo" value={upTo} />
      {inPlace && <input type="hidden" name="inPlace" value="1" />}
      <SubmitButton variant={inPlace ? "quiet" : "secondary"}>{w.notifications.markAllSeen}</SubmitButton>
    </Form>
  );
}
