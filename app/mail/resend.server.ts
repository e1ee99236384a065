import { Resend } from "resend";
import { displayName } from "./one-line.ts";
import type { Address, Carrier, Mail, Sent } from "./transport.server.ts";

type Options = { key: string; baseUrl?: string; timeoutMs: number };

const QUOTA_SECONDS = 3_600;
const MOST_SECONDS = 86_400;

/** Through Resend's own client. Every attempt of a letter carries its key, so a repeat is not a second letter. */
export function resendTransport({ key, baseUrl, timeoutMs }: Options): Carrier {
  const client = new Resend(key, baseUrl ? { baseUrl: baseUrl.replace(/\/+$/, "") } : {});
  return {
    name: "resend",
    async send(mail, signal) {
      const limit = AbortSignal.timeout(timeoutMs);
      const answer = await client.emails.send(payloadOf(mail), {
        idempotencyKey: mail.idempotencyKey,
        signal: signal ? AbortSignal.any([signal, limit]) : limit,
      });
      return answerOf(answer, limit.aborted);
    },
  };
}

const payloadOf = ({ to, from, subject, html, text, headers }: Mail) => ({
  to: written(to),
  from: written(from),
  subject,
  html,
  text,
  headers,
});

function written({ name, address }: Address): string {
  const shown = displayName(name);
  return shown ? `"${shown}" <${address}>` : address;
}

type Answer = { data: unknown; error: unknown; headers: Record<string, string> | null };
type Fault = { statusCode?: unknown; name?: unknown };

/** The client hands on whatever came as JSON, so nothing about its shape is taken for granted. */
function answerOf({ data, error, headers }: Answer, late: boolean): Sent {
  const id = (data as { id?: unknown } | null)?.id;
  if (!error && typeof id === "string" && id) return { ok: true, providerId: id };
  const { statusCode, name } = (error ?? {}) as Fault;
  const status = typeof statusCode === "number" ? statusCode : null;
  const reason = `resend ${status ?? (late ? "timeout" : error ? "unreachable" : "answered nonsense")}`;
  if (status === 429) {
    const quota = typeof name === "string" && name.endsWith("quota_exceeded") ? QUOTA_SECONDS : undefined;
    return { ok: false, retry: true, afterSeconds: retryAfter(headers) ?? quota, reason };
  }
  if (status !== null && PERMANENT.has(status)) return { ok: false, retry: false, reason: named(reason, name) };
  return { ok: false, retry: true, afterSeconds: retryAfter(headers), reason: named(reason, name) };
}

/** Bad letters. A wrong key or address of the service is an operator's to mend, and the letter waits for that. */
const PERMANENT = new Set([400, 413, 422]);

const named = (reason: string, name: unknown) =>
  typeof name === "string" && /^[a-z_]{1,40}$/.test(name) ? `${reason} ${name}` : reason;

function retryAfter(headers: Record<string, string> | null): number | undefined {
  const typed = headers?.["retry-after"];
  if (!typed) return undefined;
  const seconds = /^\d+$/.test(typed) ? Number(typed) : (Date.parse(typed) - Date.now()) / 1000;
  return Number.isFinite(seconds) ? Math.min(Math.max(Math.ceil(seconds), 0), MOST_SECONDS) : undefined;
}
