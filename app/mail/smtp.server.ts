import { createTransport } from "nodemailer";
import type { Carrier, Mail, Sent } from "./transport.server.ts";

type Options = { url: string; timeoutMs: number };

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]", "::1"]);
const CONNECTIONS = 2;

/** Through a mail server. TLS is required, and its certificate checked, unless the server is on this machine. */
export function smtpTransport({ url, timeoutMs }: Options): Carrier {
  const pool = createTransport({
    pool: true,
    maxConnections: CONNECTIONS,
    ...serverOf(new URL(url)),
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    dnsTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  // A connection that breaks while idle is replaced by the next letter.
  pool.on("error", () => {});
  return {
    name: "smtp",
    async send(mail, signal) {
      if (signal?.aborted) return { ok: false, retry: true, reason: "smtp stopped" };
      try {
        const { messageId } = await pool.sendMail(messageOf(mail));
        return { ok: true, providerId: messageId };
      } catch (error) {
        return answerOf(error);
      }
    },
    close: () => pool.close(),
  };
}

/** Only what the address says itself: its query could switch the checks off. */
function serverOf({ protocol, hostname, port, username, password }: URL) {
  const secure = protocol === "smtps:";
  const local = LOOPBACK.has(hostname);
  return {
    host: hostname.replace(/^\[|\]$/g, ""),
    port: Number(port) || (secure ? 465 : 587),
    secure,
    requireTLS: !secure && !local,
    tls: { rejectUnauthorized: !local },
    ...(username && { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
  };
}

function messageOf({ to, from, subject, html, text, headers }: Mail) {
  const { "Message-ID": messageId, "In-Reply-To": inReplyTo, References: references, ...rest } = headers;
  return { to, from, subject, html, text, messageId, inReplyTo, references, headers: rest };
}

/** Refusals of a recipient or of the words. Refused sign-ins, senders and encryption are an operator's to mend. */
const OF_THE_LETTER = new Set(["RCPT TO", "DATA"]);

/** The reply's code decides; its text is not kept, for it may name the recipient. */
function answerOf(error: unknown): Sent {
  const { responseCode, code, command } = error as Record<string, unknown>;
  const reply = typeof responseCode === "number" ? responseCode : null;
  const reason = `smtp ${reply ?? (typeof code === "string" ? code : "failed")}`;
  const permanent = reply !== null && reply >= 500 && OF_THE_LETTER.has(String(command));
  return { ok: false, retry: !permanent, reason };
}
