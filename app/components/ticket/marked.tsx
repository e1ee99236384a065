import { type ReactNode, useEffect, useRef, useState } from "react";
import { cx } from "#app/ui/cx.ts";

/** Stands out when it appears, then fades; where the browser knows no starting style it is simply there. */
export const MARK =
  "rounded-sm transition-[background-color] delay-[2500ms] duration-[1000ms] starting:bg-accent-soft motion-reduce:transition-none";

/** A value that somebody else may change while one is looking: the new one is marked for a moment. */
export function Marked({ value, children }: { value: string | number | null; children: ReactNode }) {
  const first = useRef(value);
  const [changed, setChanged] = useState(false);
  useEffect(() => {
    if (value !== first.current) setChanged(true);
  }, [value]);
  return (
    <span key={`${changed} ${value}`} className={cx(changed && MARK)}>
      {children}
    </span>
  );
}

/** Ids above this came after the page was opened. */
export function useSeenUpTo(newest: number): number {
  const [seen] = useState(newest);
  return seen;
}
