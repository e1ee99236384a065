import { useWords } from "#app/i18n/words.tsx";
import type { Problem } from "./error-summary.tsx";

/** What an action sends back when a form was not accepted: typed words, and codes for what is wrong. */
export type Reply = {
  values: Record<string, string | string[]>;
  errors: Record<string, string[]>;
  formErrors: string[];
};

/**
 * `special` says it better than the general words: "email.required", or a code alone. Words for a code alone fit any field:
 * above the form they stand after its label.
 */
export function useReply(
  reply: Reply | null | undefined,
  special: Record<string, string> = {},
  labels: Record<string, string> = {},
) {
  const general: Record<string, string> = useWords().formErrors;
  const ownWords = (code: string, field?: string) => special[`${field}.${code}`] ?? special[code];
  const say = (code: string, field?: string) => ownWords(code, field) ?? general[code] ?? general.malformed ?? code;
  const named = (code: string, field: string) =>
    labels[field] && !special[`${field}.${code}`] ? `${labels[field]}: ${say(code, field)}` : say(code, field);
  const error = (field: string): string | null => {
    const code = reply?.errors[field]?.[0];
    return code ? say(code, field) : null;
  };
  const value = (field: string): string | undefined => {
    const typed = reply?.values[field];
    return Array.isArray(typed) ? typed[0] : typed;
  };
  const problems: Problem[] = [
    ...(reply?.formErrors ?? []).map((code) => ({ message: say(code) })),
    ...Object.entries(reply?.errors ?? {}).map(([field, [code = ""]]) => ({ field, message: named(code, field) })),
  ];
  return { error, value, problems };
}
