import { useRef, useState } from "react";
import type { QueueGroup } from "#app/domain/tickets/queue/queue.ts";
import { useBeforePaint } from "#app/live/use-before-paint.ts";
import { useLive } from "#app/live/use-live.ts";
import { useRefresh } from "#app/live/use-refresh.ts";
import { countWaiting, holdStill, type ShownGroup } from "./steady.ts";

const NEAR_TOP_PX = 160;

/** The groups as they may be shown now, what waits behind them, and the way to let it in. */
export function useLiveGroups(fresh: QueueGroup[], cursor: number, ownChange: unknown) {
  const [shown, setShown] = useState<ShownGroup[]>(fresh);
  const own = useRef(false);
  useLive({ since: cursor, onChange: useRefresh() });
  useBeforePaint(() => {
    own.current = ownChange !== undefined;
  }, [ownChange]);
  // Before Remix puts the page back to where it was when the load began: by then nobody seems to be reading.
  useBeforePaint(() => {
    // After one's own change everything finds its new place; what others change must not move the page.
    const still = isBeingRead() && !own.current;
    own.current = false;
    setShown((before) => (still ? holdStill(before, fresh) : fresh));
  }, [fresh]);
  return {
    shown,
    waiting: countWaiting(shown, fresh),
    letIn() {
      setShown(fresh);
      window.scrollTo({ top: 0 });
    },
  };
}

const isBeingRead = () => window.scrollY > NEAR_TOP_PX || document.querySelector("[name=pick]:checked") !== null;
