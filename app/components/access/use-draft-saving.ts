import { type FormEvent, useRef, useState } from "react";
import { paths } from "#app/http/paths.ts";

const QUIET_MS = 2_000;

/** Saves the form as a draft once nothing has been typed for a moment; says when it last did. */
export function useDraftSaving() {
  const [savedAt, setSavedAt] = useState<Date | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const onInput = (event: FormEvent<HTMLFormElement>) => {
    const form = event.currentTarget;
    clearTimeout(timer.current);
    timer.current = setTimeout(async () => {
      const typed = new URLSearchParams();
      for (const [name, value] of new FormData(form)) if (typeof value === "string") typed.append(name, value);
      typed.delete("intent");
      // Offline or signed out: the next word tries again, and the form itself is still there.
      const answer = await fetch(paths.accessDrafts(), { method: "POST", body: typed }).catch(() => null);
      if (answer?.ok && !answer.redirected) setSavedAt(new Date());
    }, QUIET_MS);
  };
  return { savedAt, onInput, stop: () => clearTimeout(timer.current) };
}
