import { useWords } from "#app/i18n/words.tsx";
import { VisuallyHidden } from "#app/ui/visually-hidden.tsx";

/** A table with few tickets has many of these: a dash to the eye, words to the ear. */
export function None() {
  const w = useWords();
  return (
    <>
      <span aria-hidden>–</span>
      <VisuallyHidden>{w.reports.notApplicable}</VisuallyHidden>
    </>
  );
}
