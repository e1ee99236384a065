import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openTab } from "#app/live/tab.ts";

/** What a browser has: streams that a test speaks on, tabs that hear each other, slots, a page that is visible. */
class Stream extends EventTarget {
  static readonly CLOSED = 2;
  static opened: Stream[] = [];
  readyState = 1;
  readonly url: string;
  constructor(url: string) {
    super();
    this.url = url;
    Stream.opened.push(this);
  }
  close() {
    this.readyState = Stream.CLOSED;
  }
  say(name: string, data: unknown, lastEventId = "") {
    this.dispatchEvent(new MessageEvent(name, { data: JSON.stringify(data), lastEventId }));
  }
}
class Channel {
  static all = new Set<Channel>();
  onmessage: ((event: { data: unknown }) => void) | null = null;
  constructor() {
    Channel.all.add(this);
  }
  postMessage(data: unknown) {
    for (const other of Channel.all) if (other !== this) other.onmessage?.({ data });
  }
  close() {
    Channel.all.delete(this);
  }
}
type Use = (lock: object | null) => Promise<unknown>;
let slots: number;
let waiting: Use[];
const page = Object.assign(new EventTarget(), { visibilityState: "visible" });
const leaving: (() => void)[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  slots = 3;
  waiting = [];
  Stream.opened = [];
  page.visibilityState = "visible";
  const take = (use: Use) => {
    slots -= 1;
    return use({}).finally(() => {
      slots += 1;
      const next = waiting.shift();
      if (next) void take(next);
    });
  };
  const request = async (_: string, { ifAvailable }: { ifAvailable?: true }, use: Use) => {
    if (slots > 0) return take(use);
    if (ifAvailable) return use(null);
    waiting.push(use);
  };
  vi.stubGlobal("EventSource", Stream);
  vi.stubGlobal("BroadcastChannel", Channel);
  vi.stubGlobal("document", page);
  vi.stubGlobal("navigator", { locks: { request } });
});
afterEach(async () => {
  for (const leave of leaving.splice(0)) leave();
  await turn();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

type Options = Parameters<ReturnType<typeof openTab>["listen"]>[0];
function listening(tab: ReturnType<typeof openTab>, options: Omit<Options, "onChange"> = {}) {
  const heard: number[][] = [];
  const leave = tab.listen({ ...options, onChange: (numbers) => heard.push(numbers) });
  leaving.push(leave);
  return { heard, leave };
}
const turn = (ms = 0) => vi.advanceTimersByTimeAsync(ms);
const open = () => Stream.opened.filter(({ readyState }) => readyState === 1);
const only = () => {
  const [stream, ...more] = open();
  if (!stream || more.length > 0) throw new Error(`${open().length} streams are open`);
  return stream;
};

test("the frame and the page in it share one stream, and both hear", async () => {
  const tab = openTab();
  const told = vi.fn();
  leaving.push(tab.listen({ onTold: told }));
  const list = listening(tab, { since: 7 });
  await turn();
  expect(only().url).toBe("/live?since=7");
  only().say("changed", { ticket: 10001 }, "8");
  only().say("told", { unread: { count: 3, at: 1 } });
  await turn(300);
  expect(list.heard).toEqual([[10001]]);
  expect(told.mock.calls).toEqual([[{ count: 3, at: 1 }]]);
});

test("changes close together are told at once", async () => {
  const list = listening(openTab(), { since: 7 });
  await turn();
  for (const [i, ticket] of [10001, 10002, 10001].entries()) only().say("changed", { ticket }, String(8 + i));
  await turn(300);
  expect(list.heard).toEqual([[10001, 10002]]);
});

test("from page to page the stream goes on from where it was, and speaks for the ticket in view", async () => {
  const tab = openTab();
  leaving.push(tab.listen({}));
  const list = listening(tab, { since: 7 });
  await turn();
  only().say("hello", {}, "7");
  only().say("changed", { ticket: 10001 }, "9");
  const viewers = vi.fn();
  list.leave();
  leaving.push(tab.listen({ ticket: 10001, since: 9, onViewers: viewers }));
  await turn();
  expect(Stream.opened).toHaveLength(2);
  expect(only().url).toBe("/live?since=9&ticket=10001");
  only().say("viewers", { ticket: 10001, names: ["Lan"] });
  only().say("viewers", { ticket: 10002, names: ["Minh"] });
  expect(viewers.mock.calls).toEqual([[["Lan"]]]);
});

test("two lists one after the other need no new stream", async () => {
  const tab = openTab();
  leaving.push(tab.listen({}));
  const first = listening(tab, { since: 7 });
  await turn();
  first.leave();
  listening(tab, { since: 7 });
  await turn();
  expect(Stream.opened).toHaveLength(1);
});

test("a page rendered before the stream had heard what it has heard is told of it, and of nothing older", async () => {
  const tab = openTab();
  leaving.push(tab.listen({}));
  await turn();
  only().say("hello", {}, "10");
  only().say("changed", { ticket: 10001 }, "11");
  only().say("changed", { ticket: 10002 }, "13");
  const [newer, older, current] = [11, 9, 13].map((since) => listening(tab, { since }));
  await turn(300);
  expect(newer?.heard).toEqual([[10002]]);
  expect(older?.heard).toEqual([[]]);
  expect(current?.heard).toEqual([]);
});

test("a page that comes in while the first stream is being opened reads itself again, for that stream knew nothing of it", async () => {
  const tab = openTab();
  leaving.push(tab.listen({}));
  await turn();
  const list = listening(tab, { since: 7 });
  only().say("hello", {}, "10");
  await turn(300);
  expect(list.heard).toEqual([[]]);
});

test("who was away for too long reads everything anew", async () => {
  const tab = openTab();
  const list = listening(tab, { since: 7 });
  await turn();
  only().say("resync", {}, "9000");
  await turn(300);
  expect(list.heard).toEqual([[]]);
});

test("a tab without a slot hears from one that has it, and takes over where it stopped when a slot is free", async () => {
  slots = 1;
  const [one, two] = [openTab(), openTab()];
  const told = vi.fn();
  const first = listening(one, { since: 7 });
  await turn();
  const second = listening(two, { since: 7 });
  leaving.push(two.listen({ onTold: told }));
  await turn();
  expect(Stream.opened).toHaveLength(1);
  only().say("changed", { ticket: 10001 }, "8");
  only().say("told", { unread: { count: 1, at: 1 } });
  await turn(300);
  expect([first.heard, second.heard]).toEqual([[[10001]], [[10001]]]);
  expect(told).toHaveBeenCalledOnce();
  first.leave();
  await turn();
  expect(only().url).toBe("/live?since=7");
  expect(Stream.opened).toHaveLength(2);
});

test("a tab that is not looked at sleeps after a while, and catches up when it wakes", async () => {
  listening(openTab(), { since: 7 });
  await turn();
  only().say("hello", {}, "12");
  page.visibilityState = "hidden";
  page.dispatchEvent(new Event("visibilitychange"));
  await turn(29_000);
  expect(open()).toHaveLength(1);
  await turn(2_000);
  expect(open()).toHaveLength(0);
  expect(slots).toBe(3);
  page.visibilityState = "visible";
  page.dispatchEvent(new Event("visibilitychange"));
  await turn();
  expect(only().url).toBe("/live?since=12");
});

test("with nobody left to hear, the stream ends and its slot is free", async () => {
  const list = listening(openTab(), { since: 7 });
  await turn();
  list.leave();
  await turn();
  expect(open()).toHaveLength(0);
  expect(slots).toBe(3);
  expect(Channel.all.size).toBe(0);
});

test("a refused stream is tried again", async () => {
  listening(openTab(), { since: 7 });
  await turn();
  const refused = only();
  refused.close();
  (refused as unknown as { onerror(): void }).onerror();
  await turn(8_000);
  expect(only().url).toBe("/live?since=7");
});
