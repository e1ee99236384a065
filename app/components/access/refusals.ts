import { useWords } from "#app/i18n/words.tsx";
import type { Reply } from "#app/ui/form-reply.ts";

/** Words for what was refused, of files and days only beside their fields; "asked_already|Mai · Ký phát hành" says of whom first. */
export function useRefusals(reply: Reply | null | undefined): Record<string, string> {
  const w = useWords();
  const files = Object.entries(w.report.fileFaults).map(([code, text]) => [`files.${code}`, text]);
  const days = ["from", "until", "decisionDate"].map((field) => [`${field}.malformed`, w.accessPages.ask.dayMalformed]);
  const words: Record<string, string> = {
    ...Object.fromEntries([...files, ...days]),
    ...w.accessPlans.problems,
    ...w.accessTasks.problems,
    ...w.access.refused,
  };
  const named = (reply?.formErrors ?? []).flatMap((code) => {
    const [reason = "", who] = code.split("|");
    const text = words[reason];
    return who && text ? [[code, `${who}: ${text}`]] : [];
  });
  return { ...words, ...Object.fromEntries(named) };
}
