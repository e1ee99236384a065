import { useRef, useSyncExternalStore } from "react";
import { useNow } from "#app/ui/now.tsx";

const BEAT_MS = 20_000;

let beat = 0;
let timer: ReturnType<typeof setInterval> | undefined;
const listeners = new Set<() => void>();

/** One timer for all clocks of a page, and none while it shows none. */
function subscribe(listener: () => void): () => void {
  timer ??= setInterval(() => {
    beat++;
    for (const one of listeners) one();
  }, BEAT_MS);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** The server's moment, and later that moment with what has passed on this side: a wrong clock here does no harm. */
export function useMovingNow(): Date {
  const now = useNow() ?? new Date();
  const beats = useSyncExternalStore(
    subscribe,
    () => beat,
    () => 0,
  );
  const arrived = useRef({ now, beats, at: 0 });
  if (arrived.current.now !== now || arrived.current.at === 0) arrived.current = { now, beats, at: Date.now() };
  return beats === arrived.current.beats ? now : new Date(now.getTime() + Date.now() - arrived.current.at);
}
