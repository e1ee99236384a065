import { env } from "#app/env.server.ts";

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
export type OpenTransport = Transport & { isWell(): boolean; close(): void };

export type MailSettings = Pick<
  typeof env,
  "RESEND_API_KEY" | "RESEND_BASE_URL" | "SMTP_URL" | "MAIL_FROM" | "DATA_DIR"
>;

export const transportName = ({ RESEND_API_KEY, SMTP_URL }: MailSettings): TransportName =>
  RESEND_API_KEY ? "resend" : SMTP_URL ? "smtp" : "disk";

/** Not connected to anything before the first letter. */
export async function openTransport(settings: MailSettings = env): Promise<OpenTransport> {
  const name = transportName(settings);
  return { name, send: async () => ({ ok: false, retry: true, reason: "unfinished" }), isWell: () => true, close() {} };
}
