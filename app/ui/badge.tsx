import type { ReactNode } from "react";
import { cx } from "./cx.ts";

export type Tone = "grey" | "red" | "amber" | "green" | "blue" | "accent";

const FILLS: Record<Tone, string> = {
  grey: "bg-sunken text-ink border-line",
  red: "bg-red-soft text-red border-red-line",
  amber: "bg-amber-soft text-amber border-amber-line",
  green: "bg-green-soft text-green border-green-line",
  blue: "bg-blue-soft text-blue border-blue-line",
  accent: "bg-accent-soft text-accent border-transparent",
};

const DOTS: Record<Tone, string> = {
  grey: "bg-quiet",
  red: "bg-red",
  amber: "bg-amber",
  green: "bg-green",
  blue: "bg-blue",
  accent: "bg-accent",
};

/** A short word with a colour; the word alone says everything. */
export function Badge({ tone = "grey", icon, children }: { tone?: Tone; icon?: ReactNode; children: ReactNode }) {
  return (
    <span
      className={cx(
        "inline-flex items-center gap-1 rounded-sm border px-1.5 text-sm font-medium whitespace-nowrap [&_svg]:size-3.5",
        FILLS[tone],
      )}
    >
      {icon}
      {children}
    </span>
  );
}

/** Quieter than a badge: a dot before a word, for lists. */
export function Status({ tone = "grey", children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span className="inline-flex items-center gap-2 whitespace-nowrap">
      <span aria-hidden className={cx("size-2 shrink-0 rounded-full", DOTS[tone])} />
      {children}
    </span>
  );
}
