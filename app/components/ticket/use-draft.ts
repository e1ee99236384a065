import { useLocation } from "@remix-run/react";
import { type RefObject, useEffect, useRef } from "react";

const keyOf = (number: number) => `tram.say.${number}`;

function stored(): Storage | null {
  try {
    return window.sessionStorage;
  } catch {
    return null;
  }
}

type Box = {
  number: number;
  /** The ticket it is sent to: another one when this is a duplicate. */
  to: number;
  field: RefObject<HTMLTextAreaElement>;
  /** The page says that words were taken; it goes on saying so for a while. */
  sent: boolean;
  onSent(): void;
};

/** What is typed survives a closed dialog, a reload and a lost connection; it is forgotten once it was sent. */
export function useDraft({ number, to, field, sent, onSent }: Box) {
  const { key: visit } = useLocation();
  // The first showing may follow a form that was sent before this script ran.
  const sending = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each answer of the server, not for each render
  useEffect(() => {
    if (!field.current) return;
    if (sent && sending.current) {
      stored()?.removeItem(keyOf(number));
      field.current.value = "";
      onSent();
    } else if (field.current.value === "") {
      field.current.value = stored()?.getItem(keyOf(number)) ?? "";
    }
    sending.current = false;
  }, [visit, number, sent]);
  return {
    sends() {
      sending.current = true;
      if (to === number) return;
      store(number, "");
      store(to, field.current?.value ?? "");
    },
    keep: (text: string) => store(number, text),
  };
}

function store(number: number, text: string): void {
  try {
    if (text) stored()?.setItem(keyOf(number), text);
    else stored()?.removeItem(keyOf(number));
  } catch {
    // A full storage must not stop anybody from typing.
  }
}
