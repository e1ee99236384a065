import { useWords } from "#app/i18n/words.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";

/** The way on, until a preview stands below it. */
export function PreviewButton({ previewed }: { previewed: boolean }) {
  const words = useWords().calendars.form;
  return (
    <SubmitButton
      name="intent"
      value="preview"
      variant={previewed ? "secondary" : "primary"}
      className="justify-self-start"
    >
      {previewed ? words.previewAgain : words.preview}
    </SubmitButton>
  );
}
