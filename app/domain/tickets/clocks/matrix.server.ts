import { sql } from "drizzle-orm";
import { z } from "zod";
import { type AuditFacts, recordAudit } from "#app/db/audit.server.ts";
import type { Ctx } from "#app/db/context.server.ts";
import { DomainError } from "#app/lib/domain-error.ts";
import { readSetting, writeSetting } from "../../directory/settings.server.ts";
import { requireAdmin } from "../../policy/require-admin.ts";
import {
  DEFAULT_MATRIX,
  IMPACTS,
  matrixCell,
  matrixText,
  PRIORITIES,
  type PriorityMatrix,
  URGENCIES,
} from "../priority.ts";

const Matrix = z.record(z.enum(IMPACTS), z.record(z.enum(URGENCIES), z.enum(PRIORITIES)));

/** The office's own matrix, or the one we ship. */
export async function readMatrix(ctx: Ctx): Promise<PriorityMatrix> {
  const stored = Matrix.safeParse(await readSetting(ctx.db, "priority_matrix"));
  return stored.success ? stored.data : DEFAULT_MATRIX;
}

const MATRIX_LOCK = 7_872_632; // Any number, the same in every process that saves the matrix.

/** `seen` is the matrix the admin was looking at, as `matrixText` writes it. */
export type MatrixChange = { seen: string; matrix: PriorityMatrix };

/** For tickets filed from now on; those already filed keep their priority. */
export async function chooseMatrix(ctx: Ctx, { seen, matrix }: MatrixChange): Promise<void> {
  requireAdmin(ctx.actor);
  const next = Matrix.parse(matrix);
  await ctx.db.execute(sql`select pg_advisory_xact_lock(${MATRIX_LOCK})`);
  const current = await readMatrix(ctx);
  const [before, after] = differingCells(current, next);
  if (Object.keys(after).length === 0) return;
  if (matrixText(current) !== seen) throw new DomainError("conflict", "matrix_changed");
  await writeSetting(ctx.db, "priority_matrix", next, ctx.now);
  const object = { id: "priority_matrix", name: "priority_matrix" };
  await recordAudit(ctx, { action: "setting.changed", object, before, after });
}

function differingCells(before: PriorityMatrix, after: PriorityMatrix): [AuditFacts, AuditFacts] {
  const cells = IMPACTS.flatMap((impact) => URGENCIES.map((urgency) => ({ impact, urgency })));
  const changed = cells.filter(({ impact, urgency }) => before[impact][urgency] !== after[impact][urgency]);
  const facts = (matrix: PriorityMatrix): AuditFacts =>
    Object.fromEntries(changed.map(({ impact, urgency }) => [matrixCell(impact, urgency), matrix[impact][urgency]]));
  return [facts(before), facts(after)];
}
