import { sql } from "drizzle-orm";
import { bigint, integer, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import type { AuditKind } from "#app/lib/audit-kinds.ts";
import { at } from "./columns.server.ts";
import type { Ctx } from "./context.server.ts";

export const auditEntries = pgTable("audit_entries", {
  id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
  at: at().notNull(),
  actorId: integer(),
  action: text().notNull(),
  objectKind: text().notNull(),
  objectId: text().notNull(),
  objectName: text().notNull(),
  before: jsonb().$type<AuditFacts | null>(),
  after: jsonb().$type<AuditFacts | null>(),
  peer: text(),
  requestId: text(),
});

/** Plain facts a person can compare; never a password, a token or the words of a ticket. */
export type AuditFacts = Record<string, string | number | boolean | null | readonly (string | number)[]>;
export type Audited = {
  /** "grant.ended": the object, then what was done to it, in the past. */
  action: `${AuditKind}.${string}`;
  object: { id: string | number; name: string };
  before?: AuditFacts | null;
  after?: AuditFacts | null;
};

/** Part of the transaction of the change: no change without its entry, no entry without its change. */
export async function recordAudit(ctx: Ctx, { action, object, before = null, after = null }: Audited): Promise<void> {
  const actorId = ctx.actor.kind === "person" ? ctx.actor.personId : null;
  await ctx.db.execute(sql`
    insert into audit_entries (at, actor_id, action, object_kind, object_id, object_name, before, after, peer, request_id)
    values (${ctx.now.toISOString()}, ${actorId}, ${action}, ${action.split(".")[0]}, ${String(object.id)}, ${object.name},
      ${before && JSON.stringify(before)}::jsonb, ${after && JSON.stringify(after)}::jsonb, ${ctx.peer ?? null}, ${ctx.requestId ?? null})`);
}

/** Many at once, for a change of thousands of objects. */
export async function recordAudits(ctx: Ctx, entries: readonly Audited[]): Promise<void> {
  if (entries.length === 0) return;
  const actorId = ctx.actor.kind === "person" ? ctx.actor.personId : null;
  const rows = entries.map(({ action, object, before = null, after = null }) => ({
    action,
    kind: action.split(".")[0],
    id: String(object.id),
    name: object.name,
    before,
    after,
  }));
  await ctx.db.execute(sql`
    insert into audit_entries (at, actor_id, action, object_kind, object_id, object_name, before, after, peer, request_id)
    select ${ctx.now.toISOString()}::timestamptz, ${actorId}::int, x.action, x.kind, x.id, x.name,
      nullif(x.before, 'null'::jsonb), nullif(x.after, 'null'::jsonb), ${ctx.peer ?? null}::text, ${ctx.requestId ?? null}::text
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as x(action text, kind text, id text, name text, before jsonb, after jsonb)`);
}
