import { env } from "#app/env.server.ts";
import { diskTransport } from "./disk.server.ts";
import { watched } from "./watched.server.ts";

export type Address = { name: string; address: string };
export type Mail = {
  to: Address;
  from: Address;
  subject: string;
  html: string;
  text: string;
  headers: Record<string, string>;
  idempotencyKey: string;
};
/** `reason` never holds an address or a word of the letter: it is logged and shown to admins. */
export type Sent =
  | { ok: true; providerId: string | null }
  | { ok: false; retry: boolean; afterSeconds?: number; reason: string };
export type TransportName = "resend" | "smtp" | "disk";
/** Never throws: whatever goes wrong is an answer. */
export type Transport = { name: TransportName; send(mail: Mail, signal?: AbortSignal): Promise<Sent> };
/** `isWell` is about the way, not about one letter: false when the last sends all failed. */
export type OpenTransport = Transport & { isWell(): boolean; close(): void };

export type MailSettings = Pick<
  typeof env,
  "RESEND_API_KEY" | "RESEND_BASE_URL" | "SMTP_URL" | "MAIL_FROM" | "DATA_DIR"
>;
export type Carrier = Transport & { close?(): void };
type Limits = { timeoutMs?: number };

const TIMEOUT_MS = 10_000;

export const transportName = ({ RESEND_API_KEY, SMTP_URL }: Partial<MailSettings> = env): TransportName =>
  RESEND_API_KEY ? "resend" : SMTP_URL ? "smtp" : "disk";

/** Connects to nothing before the first letter. */
export async function openTransport(
  settings: MailSettings = env,
  { timeoutMs = TIMEOUT_MS }: Limits = {},
): Promise<OpenTransport> {
  return watched(await carrierOf(settings, timeoutMs));
}

/** The clients are loaded only where they are used. */
async function carrierOf(settings: MailSettings, timeoutMs: number): Promise<Carrier> {
  const { RESEND_API_KEY: key, RESEND_BASE_URL: baseUrl, SMTP_URL: smtp, DATA_DIR } = settings;
  if (key) return (await import("./resend.server.ts")).resendTransport({ key, baseUrl, timeoutMs });
  if (smtp) return (await import("./smtp.server.ts")).smtpTransport({ url: smtp, timeoutMs });
  return diskTransport(DATA_DIR);
}
