import { useNavigate } from "@remix-run/react";
import { type KeyboardEvent, useEffect } from "react";

const KEY = "tram-list";
type Left = { number: number; from: string };

const storage = () => {
  try {
    return window.sessionStorage;
  } catch {
    return null;
  }
};

/** Where the list was left, so that coming back ends at the same row. */
export function rememberRow(number: number): void {
  const left: Left = { number, from: window.location.pathname + window.location.search };
  storage()?.setItem(KEY, JSON.stringify(left));
}

function readLeft(): Left | null {
  const found = storage()?.getItem(KEY);
  return found ? (JSON.parse(found) as Left) : null; // safe because only rememberRow writes it
}

/** Coming back to the list that was left puts the focus on the row that was opened. */
export function useReturnToRow(): void {
  useEffect(() => {
    const left = readLeft();
    if (left?.from !== window.location.pathname + window.location.search) return;
    storage()?.removeItem(KEY);
    const row = document.getElementById(`ticket-${left.number}`);
    row?.querySelector("a")?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: "nearest" });
  }, []);
}

/** For the page of a ticket: Esc leads back to the list it was opened from, unless something else wants the key. */
export function useEscapeToList(number: number): void {
  const navigate = useNavigate();
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.key !== "Escape" || event.defaultPrevented || event.isComposing) return;
      const busy =
        event.target instanceof Element && event.target.closest("input, textarea, select, dialog, details[open]");
      const left = readLeft();
      if (!busy && left?.number === number && !document.querySelector("dialog[open]")) navigate(left.from);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [navigate, number]);
}

/** Up and down walk through the rows; no letters, because Telex types with all of them. */
export function walkRows(event: KeyboardEvent<HTMLElement>): void {
  if (event.altKey || event.ctrlKey || event.metaKey || !(event.target instanceof Element)) return;
  // In a form, Enter on a box would press the form's first button; ticking is what the space bar is for.
  if (event.key === "Enter" && event.target.matches("[name=pick]")) event.preventDefault();
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  const here = event.target.closest("[data-row]");
  if (step === 0 || !here) return;
  const rows = [...event.currentTarget.querySelectorAll("[data-row]")];
  const next = rows[rows.indexOf(here) + step];
  if (!next) return;
  event.preventDefault();
  next.querySelector("a")?.focus({ preventScroll: true });
  next.scrollIntoView({ block: "nearest" });
}
