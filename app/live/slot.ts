// Over HTTP/1.1 a browser opens six connections to a host; the others stay free for pages.
const SLOTS = 3;

/** Holds one of the browser's few stream slots until aborted; waits when all are taken. */
export async function holdSlot(signal: AbortSignal, work: () => void): Promise<void> {
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
