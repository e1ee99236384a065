import { useEffect, useRef } from "react";
import { type LiveOptions, listen } from "#app/live/tab.ts";

/** What a page hears on the stream of its tab. */
export function useLive(options: LiveOptions): void {
  const latest = useRef(options);
  latest.current = options;
  const { ticket } = options;
  useEffect(() => {
    const leave = listen({
      ticket,
      since: latest.current.since,
      onChange: (numbers) => latest.current.onChange?.(numbers),
      onViewers: (names) => latest.current.onViewers?.(names),
      onTold: (unread) => latest.current.onTold?.(unread),
    });
    return () => {
      leave();
      latest.current.onViewers?.([]);
    };
  }, [ticket]);
}
