import { paths } from "#app/http/paths.ts";

export type LiveOptions = {
  ticket?: number;
  /** The cursor the page was rendered at (context.live.cursor()), so that nothing falls between page and stream. */
  since?: number;
  /** Numbers of tickets that changed; an empty list means that anything may have. */
  onChange(numbers: number[]): void;
  /** Names of the others who have the ticket open. */
  onViewers?(names: string[]): void;
};

const HIDDEN_MS = 30_000;
const GATHER_MS = 300;
const RETRY_MS = 5_000;
const RETRY_MAX_MS = 60_000;
// Over HTTP/1.1 a browser opens six connections to a host; the others stay free for pages.
const SLOTS = 3;

/** Holds one of the browser's few stream slots until aborted; waits when all are taken. */
async function holdSlot(signal: AbortSignal, work: () => void): Promise<void> {
  if (!navigator.locks) return work();
  const held = () => new Promise<void>((done) => signal.addEventListener("abort", () => done(), { once: true }));
  const use = (lock: Lock | null) => {
    if (!lock || signal.aborted) return false;
    work();
    return held().then(() => true);
  };
  for (let slot = 0; slot < SLOTS; slot++) {
    if (await navigator.locks.request(`tram-live-${slot}`, { ifAvailable: true }, use)) return;
  }
  const any = `tram-live-${Math.floor(Math.random() * SLOTS)}`;
  await navigator.locks.request(any, { signal }, use).catch(() => {});
}

/** One stream for a visible tab; what it hears is shared with the tabs that have no slot. */
export function openLiveStream({ ticket, since, onChange, onViewers }: LiveOptions): () => void {
  const tabs = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel("tram-live");
  const changed = new Set<number>();
  let cursor = since;
  let everything = false;
  let gathering: ReturnType<typeof setTimeout> | undefined;
  let sleeping: ReturnType<typeof setTimeout> | undefined;
  let retrying: ReturnType<typeof setTimeout> | undefined;
  let retryMs = RETRY_MS;
  let source: EventSource | undefined;
  let slot: AbortController | undefined;

  function note(number: number | null): void {
    if (number === null) everything = true;
    else changed.add(number);
    gathering ??= setTimeout(() => {
      gathering = undefined;
      const numbers = everything ? [] : [...changed];
      everything = false;
      changed.clear();
      onChange(numbers);
    }, GATHER_MS);
  }

  function hear(event: MessageEvent<string>): void {
    cursor = Number(event.lastEventId) || cursor;
    const { ticket: number = null } = JSON.parse(event.data) as { ticket?: number };
    if (event.type === "hello") return;
    note(number);
    tabs?.postMessage(number);
  }

  function connect(): void {
    source = new EventSource(paths.live({ since: cursor, ticket }));
    for (const type of ["hello", "changed", "resync"]) source.addEventListener(type, hear);
    source.addEventListener("viewers", (event: MessageEvent<string>) => {
      onViewers?.((JSON.parse(event.data) as { names: string[] }).names);
    });
    source.onopen = () => {
      retryMs = RETRY_MS;
    };
    // A refused stream is not tried again by the browser.
    source.onerror = () => {
      if (source?.readyState !== EventSource.CLOSED) return;
      retrying = setTimeout(connect, retryMs * (0.5 + Math.random()));
      retryMs = Math.min(retryMs * 2, RETRY_MAX_MS);
    };
  }

  function wake(): void {
    clearTimeout(sleeping);
    if (slot) return;
    slot = new AbortController();
    void holdSlot(slot.signal, connect);
  }

  function sleep(): void {
    clearTimeout(retrying);
    source?.close();
    slot?.abort();
    slot = undefined;
  }

  function onVisibility(): void {
    if (document.visibilityState === "visible") wake();
    else sleeping = setTimeout(sleep, HIDDEN_MS);
  }

  if (tabs) tabs.onmessage = (event: MessageEvent<number | null>) => note(event.data);
  document.addEventListener("visibilitychange", onVisibility);
  if (document.visibilityState === "visible") wake();

  return () => {
    document.removeEventListener("visibilitychange", onVisibility);
    clearTimeout(gathering);
    clearTimeout(sleeping);
    sleep();
    tabs?.close();
  };
}
