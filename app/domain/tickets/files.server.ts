import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Ctx } from "#app/db/context.server.ts";
import { DomainError } from "#app/lib/domain-error.ts";
import { files } from "./files-schema.server.ts";

/** Gives uploaded files their place. Each belongs to the person and to no ticket yet, or nothing happens at all. */
export async function attachFiles(
  ctx: Ctx,
  ids: readonly string[],
  to: { ticketNumber: number; messageId: number | null },
): Promise<void> {
  if (ids.length === 0 || ctx.actor.kind !== "person") return;
  const unique = [...new Set(ids)];
  const attached = await ctx.db
    .update(files)
    .set(to)
    .where(and(inArray(files.id, unique), eq(files.uploaderId, ctx.actor.personId), isNull(files.ticketNumber)))
    .returning({ id: files.id });
  if (attached.length !== unique.length) throw new DomainError("invalid", "file_gone");
}
