import { useLocation } from "@remix-run/react";
import { type RefObject, useEffect } from "react";

const keyOf = (number: number) => `tram.say.${number}`;

function stored(): Storage | null {
  try {
    return window.sessionStorage;
  } catch {
    return null;
  }
}

/** What is typed survives a closed dialog, a reload and a lost connection; it is forgotten once it was sent. */
export function useDraft(number: number, field: RefObject<HTMLTextAreaElement>, sent: boolean): (text: string) => void {
  const { key: visit } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each answer of the server, not for each render
  useEffect(() => {
    if (!field.current) return;
    if (sent) {
      stored()?.removeItem(keyOf(number));
      field.current.value = "";
    } else if (field.current.value === "") {
      field.current.value = stored()?.getItem(keyOf(number)) ?? "";
    }
  }, [visit, number, sent]);
  return (text) => {
    try {
      if (text) stored()?.setItem(keyOf(number), text);
      else stored()?.removeItem(keyOf(number));
    } catch {
      // A full storage must not stop anybody from typing.
    }
  };
}
