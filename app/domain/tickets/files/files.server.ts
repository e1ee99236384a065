import { and, asc, eq, gt, inArray, isNull, sql } from "drizzle-orm";
import type { Ctx, PersonCtx } from "#app/db/context.server.ts";
import { DomainError } from "#app/lib/domain-error.ts";
import { files, fileViews } from "./files-schema.server.ts";

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

const CARD = { id: files.id, name: files.name, mime: files.mime, width: files.width, height: files.height };
export type FileCard = Pick<typeof files.$inferSelect, keyof typeof CARD>;
export type NewFile = Omit<typeof files.$inferInsert, "uploaderId" | "createdAt" | "ticketNumber" | "messageId">;

/** The row of a stored file that belongs to nobody's ticket yet. A twin that was quicker is the same file. */
export async function registerFile(ctx: PersonCtx, file: NewFile): Promise<FileCard> {
  await ctx.db
    .insert(files)
    .values({ ...file, uploaderId: ctx.actor.personId, createdAt: ctx.now })
    .onConflictDoNothing();
  const { id, name, mime, width = null, height = null } = file;
  return { id, name, mime, width, height };
}

export async function findOwnFile(ctx: Ctx, id: string): Promise<FileCard | null> {
  if (ctx.actor.kind !== "person") return null;
  const mine = and(eq(files.id, id), eq(files.uploaderId, ctx.actor.personId));
  const [file] = await ctx.db.select(CARD).from(files).where(mine);
  return file ?? null;
}

export async function countBytesSince(ctx: Ctx, since: Date): Promise<number> {
  if (ctx.actor.kind !== "person") return 0;
  const [sum] = await ctx.db
    .select({ bytes: sql<string>`coalesce(sum(${files.sizeBytes}), 0)`.mapWith(Number) })
    .from(files)
    .where(and(eq(files.uploaderId, ctx.actor.personId), gt(files.createdAt, since)));
  return sum?.bytes ?? 0;
}

/** Uploaded by this person and not yet part of a ticket: what a form that came back shows again. */
export async function listDraftFiles(ctx: PersonCtx, ids: readonly string[]): Promise<FileCard[]> {
  if (ids.length === 0) return [];
  const mine = and(eq(files.uploaderId, ctx.actor.personId), isNull(files.ticketNumber));
  return ctx.db
    .select(CARD)
    .from(files)
    .where(and(inArray(files.id, [...ids]), mine))
    .orderBy(asc(files.createdAt))
    .limit(20);
}

/** Everything sent with a ticket, for the page that shows it; messageId is null for what came with the report itself. */
export function listTicketFiles(ctx: Ctx, ticketNumber: number, limit = 500) {
  return ctx.db
    .select({ ...CARD, messageId: files.messageId, sizeBytes: files.sizeBytes })
    .from(files)
    .where(eq(files.ticketNumber, ticketNumber))
    .orderBy(asc(files.createdAt), asc(files.id))
    .limit(limit);
}

export async function getFile(ctx: Ctx, id: string) {
  const [file] = await ctx.db.select().from(files).where(eq(files.id, id));
  if (!file) throw new DomainError("not_found", "file");
  return file;
}

/** Who looked at a picture, and when. One's own draft is nobody's business yet. */
export async function logView(ctx: PersonCtx, file: { id: string; ticketNumber: number | null }): Promise<void> {
  if (file.ticketNumber === null) return;
  await ctx.db.insert(fileViews).values({ fileId: file.id, personId: ctx.actor.personId, at: ctx.now });
}
