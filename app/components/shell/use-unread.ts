import { useEffect, useState } from "react";
import type { Unread } from "#app/live/tab.ts";

/** Of what the page was rendered with and what the stream tells, the count that was made later. */
export function useUnread(loaded: Unread): Unread {
  const [told, setTold] = useState(loaded);
  useEffect(() => {
    let leave: (() => void) | undefined;
    let gone = false;
    // Once the page stands: nobody reads by the stream's code.
    import("#app/live/tab.ts").then(
      ({ listen }) => {
        if (!gone) leave = listen({ onTold: setTold });
      },
      () => {},
    );
    return () => {
      gone = true;
      leave?.();
    };
  }, []);
  return told.at > loaded.at ? told : loaded;
}
