import { useEffect, useRef } from "react";
import { type LiveOptions, openLiveStream } from "#app/live/live-stream.ts";

/** Hears of changes while the tab is visible; one that slept catches up from where it stopped. */
export function useLive(options: LiveOptions): void {
  const latest = useRef(options);
  latest.current = options;
  const { ticket } = options;
  useEffect(
    () =>
      openLiveStream({
        ticket,
        since: latest.current.since,
        onChange: (numbers) => latest.current.onChange(numbers),
        onViewers: (names) => latest.current.onViewers?.(names),
      }),
    [ticket],
  );
}
