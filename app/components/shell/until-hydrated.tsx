import { type ReactNode, useEffect } from "react";

/** Events for which React would hydrate at once; not those of dragging and of resetting, which nobody is quick enough for. */
const EVENTS = (
  "auxclick click contextmenu dblclick mousedown mouseup pointercancel pointerdown pointerup touchcancel touchend " +
  "touchstart compositionend compositionstart keydown keypress keyup input textInput change copy cut paste submit"
).split(" ");

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** What was typed or chosen before React had the page, by field. */
const typed = new Map<Field, string>();

function hide(event: Event): void {
  event.stopPropagation();
  if (event.type === "input" || event.type === "change") keep(event.target as Element);
}

function keep(at: Element): void {
  if (at.matches("input, textarea, select")) typed.set(at as Field, (at as Field).value);
}

const changed = (field: Field) =>
  field instanceof HTMLSelectElement
    ? [...field.options].some((option) => option.defaultSelected && !option.selected)
    : field.value !== field.defaultValue || ("checked" in field && field.checked && !field.defaultChecked);

/**
 * Keeps events from React until it has the page: Remix waits for the page's data with nothing around it, and a click
 * meanwhile would end in error 345 and a page that is dead. Links, fields and forms do as they do without a script.
 */
export function hideEvents(): void {
  for (const field of document.querySelectorAll<Field>("input, textarea, select")) if (changed(field)) keep(field);
  for (const name of EVENTS) addEventListener(name, hide, true);
}

export function ShowEvents({ children }: { children: ReactNode }) {
  useEffect(() => {
    for (const name of EVENTS) removeEventListener(name, hide, true);
    sayAgain();
  }, []);
  return children;
}

// React puts a select back to what the server chose, and of the rest it has heard nothing.
function sayAgain(): void {
  for (const [field, value] of typed) {
    if (field instanceof HTMLSelectElement) field.value = value;
    for (const name of ["input", "change"]) field.dispatchEvent(new Event(name, { bubbles: true }));
  }
  typed.clear();
}
