import type { ReactNode } from "react";
import { cx } from "./cx.ts";

const LOOKS = {
  plain: "bg-sunken border-line",
  good: "bg-green-soft border-green-line",
  warning: "bg-amber-soft border-amber-line",
  bad: "bg-red-soft border-red-line",
};

/** A sentence about what just happened (announced) or what holds for this page. */
export function Notice({
  tone = "plain",
  live = false,
  action,
  children,
}: {
  tone?: keyof typeof LOOKS;
  live?: boolean;
  action?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div
      role={live ? "status" : undefined}
      className={cx(
        "flex flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-md border px-4 py-2",
        LOOKS[tone],
        live && "animate-appear",
      )}
    >
      <div className="max-w-text">{children}</div>
      {action}
    </div>
  );
}
