import type { Carrier, Mail, OpenTransport, Sent } from "./transport.server.ts";

const LAST = 5;
/** Fewer failures than this are an accident. */
const ENOUGH = 3;
const ADDRESS = /^[^\s<>()[\]\\,;:@"]+@[^\s<>()[\]\\,;:@"]+$/;
const BREAK = /[\r\n\0]/;

/** A transport that takes no letter which could become two, answers instead of throwing, and knows whether it works. */
export function watched(carrier: Carrier): OpenTransport {
  const last: boolean[] = [];
  return {
    name: carrier.name,
    async send(mail, signal) {
      const fault = faultOf(mail);
      if (fault) return { ok: false, retry: false, reason: fault };
      const sent = await carrier.send(mail, signal).catch((): Sent => ({ ok: false, retry: true, reason: "failed" }));
      // A letter that is refused for what it is says nothing about the way.
      last.push(sent.ok || !sent.retry);
      if (last.length > LAST) last.shift();
      return sent;
    },
    isWell: () => last.length < ENOUGH || last.includes(true),
    close: () => carrier.close?.(),
  };
}

function faultOf({ to, from, subject, headers }: Mail): string | null {
  if (!ADDRESS.test(to.address) || !ADDRESS.test(from.address)) return "bad address";
  const parts = [to.name, from.name, subject, ...Object.entries(headers).flat()];
  return parts.some((part) => BREAK.test(part)) ? "line break in a header" : null;
}
