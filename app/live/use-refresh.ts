import { useNavigation, useRevalidator } from "@remix-run/react";
import { useCallback, useEffect, useRef } from "react";
import { useBeforePaint } from "#app/live/use-before-paint.ts";

const RETRY_MS = 3_000;
const PATIENCE_MS = 4_000;

const canReachServer = () =>
  navigator.onLine &&
  fetch("/readyz", { method: "HEAD", cache: "no-store", signal: AbortSignal.timeout(PATIENCE_MS) }).then(
    ({ ok }) => ok,
    () => false,
  );

/**
 * Asks for the page's data again. One load at a time, and none while the server cannot be reached: a load that fails
 * would replace what is being read by an error.
 */
export function useRefresh(): () => void {
  const { revalidate, state } = useRevalidator();
  const navigation = useNavigation();
  // A load in the middle of another aborts it, which Remix reports as an error nobody caught.
  const busy = state !== "idle" || navigation.state !== "idle";
  const latest = useRef({ busy, revalidate });
  latest.current = { busy, revalidate };
  const wanted = useRef(false);
  const asking = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>();

  const run = useCallback(async () => {
    clearTimeout(timer.current);
    if (!wanted.current || asking.current || latest.current.busy) return;
    asking.current = true;
    const reachable = await canReachServer();
    asking.current = false;
    if (!reachable) {
      timer.current = setTimeout(run, RETRY_MS);
      return;
    }
    if (latest.current.busy) return;
    wanted.current = false;
    latest.current.revalidate();
  }, []);

  useEffect(() => {
    if (!busy) void run();
  }, [busy, run]);
  useUnmoved(state === "idle");
  useEffect(() => {
    window.addEventListener("online", run);
    return () => {
      window.removeEventListener("online", run);
      clearTimeout(timer.current);
      wanted.current = false;
    };
  }, [run]);

  return useCallback(() => {
    wanted.current = true;
    void run();
  }, [run]);
}

/** Remix puts the page back to where it was when a load began; whoever scrolled meanwhile stays where they are. */
function useUnmoved(idle: boolean): void {
  const loaded = useRef(false);
  useBeforePaint(() => {
    if (idle && loaded.current) {
      const top = window.scrollY;
      requestAnimationFrame(() => window.scrollTo({ top, behavior: "instant" }));
    }
    loaded.current = !idle;
  }, [idle]);
}
