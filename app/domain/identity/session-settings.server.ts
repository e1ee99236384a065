import { recordAudit } from "#app/db/audit.server.ts";
import type { Ctx } from "#app/db/context.server.ts";
import { readSetting, writeSetting } from "../directory/settings.server.ts";
import { requireAdmin } from "../policy/require-admin.ts";
import { isSessionPreset, type SessionPreset } from "./limits.ts";

export async function readSessionPreset(ctx: Ctx): Promise<SessionPreset> {
  const preset = await readSetting(ctx.db, "session_preset");
  return isSessionPreset(preset) ? preset : "level3";
}

/** Holds from the next sign-in on: a session keeps the limits it began with. */
export async function chooseSessionPreset(ctx: Ctx, preset: SessionPreset): Promise<void> {
  requireAdmin(ctx.actor);
  const before = await readSessionPreset(ctx);
  if (before === preset) return;
  await writeSetting(ctx.db, "session_preset", preset, ctx.now);
  const object = { id: "session_preset", name: "session_preset" };
  await recordAudit(ctx, { action: "setting.changed", object, before: { value: before }, after: { value: preset } });
}
