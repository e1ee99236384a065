import { createContext, type ReactNode, useContext } from "react";

const Moment = createContext<Date | null>(null);

/** The server's clock at the time of the answer: both sides count from it, so both print the same words. */
export function NowProvider({ now, children }: { now: Date; children: ReactNode }) {
  return <Moment.Provider value={now}>{children}</Moment.Provider>;
}

export const useNow = (): Date | null => useContext(Moment);
