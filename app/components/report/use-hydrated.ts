import { useEffect, useState } from "react";

/** True once scripts run: for controls that do nothing without them. */
export function useHydrated(): boolean {
  const [hydrated, setHydrated] = useState(false);
  useEffect(() => setHydrated(true), []);
  return hydrated;
}
