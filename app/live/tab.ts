import { paths } from "#app/http/paths.ts";
import { gather } from "#app/live/gather.ts";
import { type EventName, type LiveStream, openLiveStream } from "#app/live/live-stream.ts";

/** How many notifications wait, and when the server counted them: of two counts the later one holds. */
export type Unread = { count: number; at: number };
export type LiveOptions = {
  /** The ticket that is being looked at; others who have it open are told. */
  ticket?: number;
  /** The cursor the page was rendered at (context.live.cursor()), so that nothing falls between page and stream. */
  since?: number;
  /** Numbers of tickets that changed; an empty list means that anything may have. */
  onChange?(numbers: number[]): void;
  /** Names of the others who have the ticket open. */
  onViewers?(names: string[]): void;
  onTold?(unread: Unread): void;
};
type Heard = { ticket: number | null; event: number };
type Shared = Heard | { told: Unread };
type Listener = LiveOptions & ReturnType<typeof gather>;

const REMEMBERED = 500;

/** The one stream of this tab, shared by the frame and whatever page is in it; tabs without a slot hear from the others. */
export function openTab() {
  const listeners = new Set<Listener>();
  let stream: LiveStream | null = null;
  let otherTabs: BroadcastChannel | null = null;
  let recent: Heard[] = [];
  /** Everything after this event was heard, and until this one. */
  let from: number | undefined;
  let cursor: number | undefined;
  let blind = false;
  let ticket: number | undefined;
  let settling = false;

  function hear(name: EventName, { data, lastEventId }: MessageEvent<string>): void {
    cursor = Number(lastEventId) || cursor;
    const sent = JSON.parse(data) as { ticket?: number; names?: string[]; unread?: Unread };
    if (name === "hello") greet(cursor);
    else if (name === "viewers") {
      for (const listener of listeners) if (listener.ticket === sent.ticket) listener.onViewers?.(sent.names ?? []);
    } else share(sent.unread ? { told: sent.unread } : { ticket: sent.ticket ?? null, event: cursor ?? 0 });
  }

  function greet(event: number | undefined): void {
    // A page came in while a stream was being opened that knew of no page.
    if (blind && from !== undefined) for (const { note } of listeners) note(null);
    from ??= event;
    blind = false;
  }

  function share(shared: Shared): void {
    take(shared);
    otherTabs?.postMessage(shared);
  }

  function take(shared: Shared): void {
    if ("told" in shared) {
      for (const listener of listeners) listener.onTold?.(shared.told);
      return;
    }
    recent.push(shared);
    if (recent.length > REMEMBERED) from = recent.shift()?.event ?? from;
    for (const { note } of listeners) note(shared.ticket);
  }

  /** A page that was rendered before the stream had heard what it has heard by now. */
  function catchUp({ since, note }: Listener): void {
    if (since === undefined) return;
    if (from === undefined) from = cursor = since;
    else if (since < from) note(null);
    else for (const heard of recent) if (heard.event > since) note(heard.ticket);
  }

  function address(): string {
    blind = cursor === undefined;
    return paths.live({ since: cursor, ticket });
  }

  function settle(): void {
    settling = false;
    const before = ticket;
    ticket = [...listeners].findLast((listener) => listener.ticket !== undefined)?.ticket;
    if (listeners.size === 0) close();
    else if (!stream) open();
    else if (ticket !== before) stream.reconnect();
  }

  function open(): void {
    otherTabs = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel("tram-tab");
    if (otherTabs) otherTabs.onmessage = ({ data }: MessageEvent<Shared>) => take(data);
    stream = openLiveStream({ address, hear });
  }

  function close(): void {
    stream?.close();
    otherTabs?.close();
    stream = otherTabs = null;
    recent = [];
    from = cursor = undefined;
  }

  // From page to page one leaves and the next comes in the same turn: the stream sees only the outcome.
  function settleSoon(): void {
    if (!settling) queueMicrotask(settle);
    settling = true;
  }

  return {
    listen(options: LiveOptions): () => void {
      const listener = { ...options, ...gather((numbers) => options.onChange?.(numbers)) };
      listeners.add(listener);
      catchUp(listener);
      settleSoon();
      return () => {
        listeners.delete(listener);
        listener.stop();
        settleSoon();
      };
    },
  };
}

let tab: ReturnType<typeof openTab> | undefined;

/** Hears of changes while the tab is visible; one that slept catches up from where it stopped. */
export function listen(options: LiveOptions): () => void {
  tab ??= openTab();
  return tab.listen(options);
}
