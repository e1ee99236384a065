import { readSetting } from "#app/domain/directory/settings.server.ts";
import type { PublicCtx } from "#app/http/context.server.ts";
import { mailboxOf } from "#app/mail/mailbox.server.ts";

/** The mailbox, or an answer as if there were no such page. */
export async function openMailbox({ db }: PublicCtx) {
  const mailbox = mailboxOf({ demo: (await readSetting(db, "demo")) === true });
  if (!mailbox) throw new Response(null, { status: 404 });
  return mailbox;
}

export async function openLetter(ctx: PublicCtx, id: string | undefined) {
  const letter = await (await openMailbox(ctx)).find(id ?? "");
  if (!letter) throw new Response(null, { status: 404 });
  return letter;
}
