import { holdSlot } from "#app/live/slot.ts";

const EVENTS = ["hello", "changed", "resync", "viewers", "told"] as const;
export type EventName = (typeof EVENTS)[number];
export type LiveStream = {
  /** Asks for the address anew, when what the tab wants to hear of has changed. */
  reconnect(): void;
  close(): void;
};
type Options = { address(): string; hear(name: EventName, event: MessageEvent<string>): void };

const HIDDEN_MS = 30_000;
const RETRY_MS = 5_000;
const RETRY_MAX_MS = 60_000;

/** A stream while the tab is visible and one of the browser's slots is free. */
export function openLiveStream({ address, hear }: Options): LiveStream {
  let sleeping: ReturnType<typeof setTimeout> | undefined;
  let retrying: ReturnType<typeof setTimeout> | undefined;
  let retryMs = RETRY_MS;
  let source: EventSource | undefined;
  let slot: AbortController | undefined;

  function connect(): void {
    const opened = new EventSource(address());
    source = opened;
    for (const name of EVENTS) opened.addEventListener(name, (event: MessageEvent<string>) => hear(name, event));
    opened.onopen = () => {
      retryMs = RETRY_MS;
    };
    // A refused stream is not tried again by the browser.
    opened.onerror = () => {
      if (source !== opened || opened.readyState !== EventSource.CLOSED) return;
      retrying = setTimeout(connect, retryMs * (0.5 + Math.random()));
      retryMs = Math.min(retryMs * 2, RETRY_MAX_MS);
    };
  }

  function disconnect(): void {
    clearTimeout(retrying);
    source?.close();
    source = undefined;
  }

  function wake(): void {
    clearTimeout(sleeping);
    if (slot) return;
    slot = new AbortController();
    void holdSlot(slot.signal, connect);
  }

  function sleep(): void {
    disconnect();
    slot?.abort();
    slot = undefined;
  }

  function onVisibility(): void {
    if (document.visibilityState === "visible") wake();
    else sleeping = setTimeout(sleep, HIDDEN_MS);
  }

  document.addEventListener("visibilitychange", onVisibility);
  if (document.visibilityState === "visible") wake();

  return {
    reconnect() {
      // One that still waits for a slot asks for the address when it has got it.
      if (!source) return;
      disconnect();
      connect();
    },
    close() {
      document.removeEventListener("visibilitychange", onVisibility);
      clearTimeout(sleeping);
      sleep();
    },
  };
}
