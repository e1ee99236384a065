import { z } from "zod";
import type { Ctx } from "#app/db/context.server.ts";
import { readSetting, writeSetting } from "../directory/settings.server.ts";
import { requireAdmin } from "../policy/require-admin.ts";
import { DEFAULT_MATRIX, IMPACTS, PRIORITIES, type PriorityMatrix, URGENCIES } from "./priority.ts";

const Matrix = z.record(z.enum(IMPACTS), z.record(z.enum(URGENCIES), z.enum(PRIORITIES)));

/** The office's own matrix, or the one we ship. */
export async function readMatrix(ctx: Ctx): Promise<PriorityMatrix> {
  const stored = Matrix.safeParse(await readSetting(ctx.db, "priority_matrix"));
  return stored.success ? stored.data : DEFAULT_MATRIX;
}

/** For tickets filed from now on; those already filed keep their priority. */
export async function chooseMatrix(ctx: Ctx, matrix: PriorityMatrix): Promise<void> {
  requireAdmin(ctx.actor);
  await writeSetting(ctx.db, "priority_matrix", Matrix.parse(matrix), ctx.now);
}
