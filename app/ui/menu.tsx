import { type ReactNode, useEffect, useRef } from "react";
import { buttonClass } from "./button.tsx";
import { cx } from "./cx.ts";

type MenuProps = {
  label: ReactNode;
  /** The name read out when the label is an icon or a letter. */
  name?: string;
  align?: "start" | "end";
  className?: string;
  children: ReactNode;
};

/** A <details> that floats: opens without JavaScript, and with it closes on Esc, on a press outside and after a choice. */
export function Menu({ label, name, align = "end", className, children }: MenuProps) {
  const box = useRef<HTMLDetailsElement>(null);
  useEffect(() => (box.current ? closeWhenDone(box.current) : undefined), []);
  return (
    <details ref={box} className="group relative">
      <summary aria-label={name} className={className ?? buttonClass("quiet")}>
        {label}
      </summary>
      <div className={cx(PANEL, align === "end" ? "right-0" : "left-0")}>{children}</div>
    </details>
  );
}

const PANEL =
  "absolute top-full z-40 mt-1 grid w-max min-w-56 max-w-[calc(100vw-2rem)] animate-appear rounded-md bg-raised p-1 shadow-float";

/** One line of a menu, for a link or a button. */
export const menuItemClass =
  "target flex w-full items-center gap-3 rounded-sm px-3 py-1 text-left no-underline hover:bg-sunken [&_svg]:size-[18px] [&_svg]:text-quiet";

export function closeWhenDone(box: HTMLDetailsElement): () => void {
  const close = () => {
    box.open = false;
  };
  const onPress = (event: PointerEvent) => {
    if (box.open && event.target instanceof Node && !box.contains(event.target)) close();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !box.open) return;
    close();
    box.querySelector("summary")?.focus();
  };
  const onClick = (event: MouseEvent) => {
    if (event.target instanceof Element && event.target.closest("a")) chosen();
  };
  // Not when the button is pressed: a form that still lacks something stays open.
  const onSubmit = (event: SubmitEvent) => {
    if (event.submitter && box.contains(event.submitter)) chosen();
  };
  const chosen = () => {
    close();
    // The chosen line is hidden now; a dialog that opens from it gives the focus back to what it finds focused.
    box.querySelector("summary")?.focus({ preventScroll: true });
  };
  document.addEventListener("pointerdown", onPress);
  box.addEventListener("keydown", onKey);
  box.addEventListener("click", onClick);
  document.addEventListener("submit", onSubmit);
  return () => {
    document.removeEventListener("pointerdown", onPress);
    box.removeEventListener("keydown", onKey);
    box.removeEventListener("click", onClick);
    document.removeEventListener("submit", onSubmit);
  };
}
