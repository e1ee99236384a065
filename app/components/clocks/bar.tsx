import type { Tone } from "#app/ui/badge.tsx";
import { cx } from "#app/ui/cx.ts";

const FILLS: Partial<Record<Tone, string>> = {
  red: "fill-red",
  amber: "fill-amber",
  green: "fill-green",
  blue: "fill-blue",
};

/** How much of a target is used up; the words beside it say the same. Drawn, because pages may carry no inline style. */
export function Bar({ share, tone, className }: { share: number; tone: Tone; className?: string }) {
  const filled = Math.max(0, Math.min(1, share)) * 100;
  return (
    <svg
      aria-hidden
      viewBox="0 0 100 4"
      preserveAspectRatio="none"
      className={cx("mt-1 block h-1.5 w-full rounded-full", className)}
    >
      <rect width="100" height="4" className="fill-line" />
      <rect width={filled} height="4" className={FILLS[tone] ?? "fill-quiet"} />
    </svg>
  );
}
