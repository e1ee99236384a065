import { type ReactNode, useEffect } from "react";

/** Events for which React would hydrate at once; not those of dragging and of resetting, which nobody is quick enough for. */
const EVENTS = (
  "auxclick click contextmenu dblclick mousedown mouseup pointercancel pointerdown pointerup touchcancel touchend " +
  "touchstart compositionend compositionstart keydown keypress keyup input textInput change copy cut paste submit"
).split(" ");

const hide = (event: Event) => event.stopPropagation();

/**
 * Keeps events from React until it has the page: Remix waits for the page's data with nothing around it, and a click
 * meanwhile would end in error 345 and a page that is dead. Links, fields and forms do as they do without a script.
 */
export function hideEvents(): void {
  for (const name of EVENTS) addEventListener(name, hide, true);
}

export function ShowEvents({ children }: { children: ReactNode }) {
  useEffect(() => {
    for (const name of EVENTS) removeEventListener(name, hide, true);
  }, []);
  return children;
}
