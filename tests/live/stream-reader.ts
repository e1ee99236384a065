import { setTimeout as sleep } from "node:timers/promises";

type Heard = { event: string; id?: string; data: unknown };

/** An EventSource as a test needs it: every event that came, and whether the stream has ended. */
export async function openStream(url: string, headers: Record<string, string> = {}) {
  const aborter = new AbortController();
  const response = await fetch(url, { headers, signal: aborter.signal });
  const heard: Heard[] = [];
  const lines: string[] = [];
  const state = { ended: false };
  void read()
    .catch(() => {})
    .finally(() => {
      state.ended = true;
    });

  async function read(): Promise<void> {
    const reader = response.body?.getReader();
    const decoder = new TextDecoder();
    let rest = "";
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      const blocks = (rest + decoder.decode(part.value, { stream: true })).split("\n\n");
      rest = blocks.pop() ?? "";
      for (const block of blocks) take(block);
    }
  }

  function take(block: string): void {
    const fields = Object.fromEntries(block.split("\n").map((line) => line.split(/: (.*)/s, 2)));
    lines.push(block);
    if (fields.event) heard.push({ event: fields.event, id: fields.id, data: JSON.parse(fields.data) });
  }

  return {
    status: response.status,
    type: response.headers.get("content-type"),
    heard,
    lines,
    state,
    of: (event: string) => heard.filter((one) => one.event === event).map((one) => one.data),
    close: () => aborter.abort(),
  };
}

export async function until(what: () => boolean, ms = 8_000): Promise<void> {
  for (const end = Date.now() + ms; !what(); await sleep(20)) {
    if (Date.now() > end) throw new Error(`not within ${ms} ms: ${what}`);
  }
}
