import { z } from "zod";
import type { Ctx } from "#app/db/context.server.ts";
import { readSetting } from "../../directory/settings.server.ts";
import { DEFAULT_LADDER, type Ladder, MOST_PERCENT, MOST_STEPS, WHOM } from "./ladder.ts";

export const Steps = z
  .array(z.object({ percent: z.int().min(1).max(MOST_PERCENT), whom: z.array(z.enum(WHOM)).min(1) }))
  .min(1)
  .max(MOST_STEPS);
const Kept = z.object({ version: z.int(), steps: Steps });

/** `version` counts the changes; 0 is what we ship. */
export type KeptLadder = { version: number; steps: Ladder };

export async function readKeptLadder(ctx: Pick<Ctx, "db">): Promise<KeptLadder> {
  const kept = Kept.safeParse(await readSetting(ctx.db, "escalation_ladder"));
  return kept.success ? kept.data : { version: 0, steps: DEFAULT_LADDER };
}

export const readLadder = async (ctx: Pick<Ctx, "db">): Promise<Ladder> => (await readKeptLadder(ctx)).steps;
