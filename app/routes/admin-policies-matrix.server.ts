import { z } from "zod";
import { IMPACTS, matrixCell, PRIORITIES, type PriorityMatrix, URGENCIES } from "#app/domain/tickets/priority.ts";

const cells = IMPACTS.flatMap((impact) =>
  URGENCIES.map((urgency) => [matrixCell(impact, urgency), z.enum(PRIORITIES)]),
);
export const Matrix = z.object({
  intent: z.literal("matrix"),
  seen: z.string().max(100, "malformed"),
  ...(Object.fromEntries(cells) as Record<string, z.ZodEnum>),
});

export const matrixOf = (typed: Record<string, unknown>) =>
  Object.fromEntries(
    IMPACTS.map((impact) => [
      impact,
      Object.fromEntries(URGENCIES.map((urgency) => [urgency, typed[matrixCell(impact, urgency)]])),
    ]),
  ) as PriorityMatrix; // safe because the schema has every cell, and chooseMatrix parses it once more
