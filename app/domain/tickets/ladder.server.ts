import { z } from "zod";
import type { Ctx } from "#app/db/context.server.ts";
import { readSetting } from "../directory/settings.server.ts";
import { DEFAULT_LADDER, type Ladder, WHOM } from "./ladder.ts";

const Stored = z.array(z.object({ percent: z.int().min(1).max(500), whom: z.array(z.enum(WHOM)).min(1) }));

/** The office's own ladder, or the one we ship. */
export async function readLadder(ctx: Pick<Ctx, "db">): Promise<Ladder> {
  const stored = Stored.safeParse(await readSetting(ctx.db, "escalation_ladder"));
  return stored.success ? stored.data : DEFAULT_LADDER;
}
