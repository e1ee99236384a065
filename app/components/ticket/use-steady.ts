import { type RefObject, useRef } from "react";
import { useBeforePaint } from "#app/live/use-before-paint.ts";

/** While somebody types in this box, what arrives above it moves the page under it and not the box. */
export function useSteady(box: RefObject<HTMLElement>): void {
  const before = useRef<number>();
  useBeforePaint(() => {
    if (!box.current) return;
    const now = box.current.getBoundingClientRect().top + window.scrollY;
    const moved = before.current === undefined ? 0 : now - before.current;
    before.current = now;
    if (moved !== 0 && box.current.contains(document.activeElement))
      window.scrollBy({ top: moved, behavior: "instant" });
  });
}
