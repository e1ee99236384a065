import { useNavigation } from "@remix-run/react";

/** Nothing for 300 ms (the wait is in the animation), then a quiet line at the top. */
export function ProgressLine({ label }: { label: string }) {
  if (useNavigation().state === "idle") return null;
  return (
    <div
      data-shell
      role="progressbar"
      aria-label={label}
      className="progress-line fixed inset-x-0 top-0 z-50 h-0.5 bg-accent"
    />
  );
}
