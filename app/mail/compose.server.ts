import { createHash } from "node:crypto";
import { env } from "#app/env.server.ts";
import { mailFrom } from "./address.ts";
import type { Letter, Rendered } from "./letter.ts";
import { displayName } from "./one-line.ts";
import type { Address, Mail } from "./transport.server.ts";

type Sending = {
  letter: Letter;
  rendered: Rendered;
  to: Address;
  /** The outbox row and how often an admin had it sent again. */
  delivery: { id: string; round: number };
};

/** The whole mail: the letter, its sender, and headers that let clients thread it and answering machines keep still. */
export function composeMail({ letter, rendered, to, delivery }: Sending): Mail {
  const host = new URL(letter.appUrl).hostname;
  const thread = letter.purpose === "ticket" ? `<ticket-${letter.ticket.number}@${host}>` : null;
  const mail = {
    to: { name: displayName(to.name), address: to.address },
    from: mailFrom(env.MAIL_FROM),
    ...rendered,
    headers: {
      "Message-ID": `<${delivery.id}.${delivery.round}@${host}>`,
      // All mails of a ticket answer one that was never sent, so they are one conversation from the first on.
      ...(thread && { "In-Reply-To": thread, References: thread }),
      "Auto-Submitted": "auto-generated",
      "X-Auto-Response-Suppress": "All",
    },
  };
  return { ...mail, idempotencyKey: `${delivery.id}-${delivery.round}-${digestOf(mail)}` };
}

/** The same words are the same mail however often they are tried; with a new secret link it is another. */
const digestOf = (mail: object) => createHash("sha256").update(JSON.stringify(mail)).digest("hex").slice(0, 16);
