import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from "react";
import { cx } from "#app/ui/cx.ts";

/** Stands out when it appears, then fades; where the browser knows no starting style it is simply there. */
export const MARK =
  "rounded-sm transition-[background-color] delay-[2500ms] duration-[1000ms] starting:bg-accent-soft motion-reduce:transition-none";

/** Whether the newest change is of somebody else; one's own is no news. */
export const ByOthers = createContext(false);

type MarkedProps = { value: string | number | null; className?: string; children: ReactNode };

/** A value that somebody else may change while one is looking: the new one is marked for a moment. */
export function Marked({ value, className, children }: MarkedProps) {
  const before = useRef(value);
  const byOthers = useContext(ByOthers);
  const [changed, setChanged] = useState(false);
  useEffect(() => {
    if (value === before.current) return;
    before.current = value;
    setChanged(byOthers);
  }, [value, byOthers]);
  return (
    <span key={`${changed} ${value}`} className={cx(className, changed && MARK)}>
      {children}
    </span>
  );
}

/** Ids above this came after the page was opened. */
export function useSeenUpTo(newest: number): number {
  const [seen] = useState(newest);
  return seen;
}
