import { Form } from "@remix-run/react";
import { useWords } from "#app/i18n/words.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";

/** Takes something of the catalogue out of use, or back into it. */
export function UseAgainForm({ version, retired, lead }: { version: number; retired: boolean; lead: string }) {
  const words = useWords().accessCatalogue.right;
  const button = (
    <Form method="post">
      <input type="hidden" name="version" value={version} />
      <SubmitButton name="intent" value={retired ? "bring-back" : "retire"} variant={retired ? "secondary" : "danger"}>
        {retired ? words.bringBack : words.retire}
      </SubmitButton>
    </Form>
  );
  if (retired)
    return (
      <Notice tone="warning" action={button}>
        {words.retired}
      </Notice>
    );
  return (
    <>
      <p className="max-w-text text-quiet">{lead}</p>
      {button}
    </>
  );
}
