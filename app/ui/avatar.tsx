import { avatarLetter } from "#app/lib/format.ts";
import { cx } from "./cx.ts";

/** Decoration only: the name always stands beside it or in the label of its button. */
export function Avatar({ name, size = "small" }: { name: string; size?: "small" | "large" }) {
  return (
    <span
      aria-hidden
      className={cx(
        "inline-flex shrink-0 items-center justify-center rounded-full bg-accent-soft font-semibold text-accent",
        size === "small" ? "size-7 text-sm" : "size-10 text-base",
      )}
    >
      {avatarLetter(name)}
    </span>
  );
}
