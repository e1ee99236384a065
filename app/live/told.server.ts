import { and, inArray } from "drizzle-orm";
import type { Db } from "#app/db/connect.server.ts";
import { inContext } from "#app/db/context.server.ts";
import { countUnread } from "#app/domain/notifications/inbox.server.ts";
import { notifications } from "#app/domain/notifications/schema.server.ts";
import { SYSTEM } from "#app/domain/policy/actor.ts";
import type { Client } from "#app/live/client.server.ts";

/** How much waits for one person, on each of their streams; asked on their behalf, so that it ends with their rights. */
export async function sendUnread(db: Db, streams: readonly Client[]): Promise<void> {
  const actor = streams[0]?.actor;
  if (!actor) return;
  const now = new Date();
  await inContext(db, actor, now, async (ctx) => {
    for (const [ticket, group] of Map.groupBy(streams, (stream) => stream.ticket)) {
      const count = await countUnread({ ...ctx, actor }, ticket);
      for (const stream of group) stream.send("told", { unread: { count, at: now.getTime() } });
    }
  });
}

/** Who of these people was told of one of these events. */
export async function listToldOf(db: Db, events: readonly number[], people: readonly number[]): Promise<number[]> {
  if (events.length === 0 || people.length === 0) return [];
  const rows = await inContext(db, SYSTEM, new Date(), (ctx) =>
    ctx.db
      .selectDistinct({ person: notifications.personId })
      .from(notifications)
      .where(and(inArray(notifications.personId, [...people]), inArray(notifications.eventId, [...events])))
      .limit(people.length),
  );
  return rows.map(({ person }) => person);
}
