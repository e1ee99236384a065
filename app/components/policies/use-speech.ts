import type { PolicyNames } from "#app/domain/sla/policy-names.server.ts";
import type { Speech } from "#app/domain/sla/policy-words.ts";
import { useLang, useWords } from "#app/i18n/words.tsx";

export function useSpeech(names: PolicyNames): Speech {
  return { w: useWords(), lang: useLang(), names };
}
