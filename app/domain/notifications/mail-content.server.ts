import { recordAudit } from "#app/db/audit.server.ts";
import type { Ctx, PersonCtx } from "#app/db/context.server.ts";
import { putLetter } from "#app/db/outbox.server.ts";
import { isMailContent, type MailContent } from "#app/mail/letter.ts";
import { readSetting, writeSetting } from "../directory/settings.server.ts";
import { requireAdmin } from "../policy/require-admin.ts";

const SETTING = "mail_content";

/** Nothing, unless an admin decided that more may leave the building. */
export async function readMailContent(ctx: Ctx): Promise<MailContent> {
  const content = await readSetting(ctx.db, SETTING);
  return isMailContent(content) ? content : "nothing";
}

/** Holds for every letter written from now on, also for news that already waits. */
export async function chooseMailContent(ctx: Ctx, content: MailContent): Promise<void> {
  requireAdmin(ctx.actor);
  const before = await readMailContent(ctx);
  if (before === content) return;
  await writeSetting(ctx.db, SETTING, content, ctx.now);
  const object = { id: SETTING, name: SETTING };
  await recordAudit(ctx, { action: "setting.changed", object, before: { value: before }, after: { value: content } });
}

/** To the admin's own address, by the way that all letters go. */
export async function putTestLetter(ctx: PersonCtx): Promise<void> {
  requireAdmin(ctx.actor);
  const { personId, name } = ctx.actor;
  await putLetter(ctx, { personId, purpose: "test" });
  await recordAudit(ctx, { action: "delivery.tested", object: { id: personId, name } });
}
