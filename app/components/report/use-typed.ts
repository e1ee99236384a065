import { useRef, useState } from "react";
import { looksLikeOldFont } from "#app/domain/tickets/search/old-fonts.ts";
import { findSensitive } from "#app/domain/tickets/sensitive.ts";
import type { Reply } from "#app/ui/form-reply.ts";

export type Notes = { citizen: boolean; password: boolean; oldFont: boolean };

const WORDS = ["title", "body", "saw", "errorMessage", "affectedName", "affectedPosition"];
const QUIET_MS = 400;

const has = (codes: Reply["errors"], code: string) => Object.values(codes).some((list) => list.includes(code));

/** Looks over what is typed, without ever touching it: what should not be there, and how many are waiting. */
export function useTyped(reply: Reply | undefined) {
  const [notes, setNotes] = useState<Notes>({ citizen: false, password: false, oldFont: false });
  const [waiting, setWaiting] = useState("0");
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const read = (form: HTMLFormElement) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      const typed = new FormData(form);
      const text = WORDS.map((name) => String(typed.get(name) ?? "")).join("\n");
      const found = findSensitive(text);
      setNotes({ citizen: found.citizenNumbers.length > 0, password: found.password, oldFont: looksLikeOldFont(text) });
      setWaiting(String(typed.get("peopleWaiting") || "0"));
    }, QUIET_MS);
  };
  const errors = reply?.errors ?? {};
  const kept = reply?.values.keepNumbers !== undefined;
  return {
    notes: { ...notes, citizen: notes.citizen || kept || has(errors, "citizen_number") },
    waiting,
    read,
  };
}
