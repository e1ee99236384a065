import { inArray } from "drizzle-orm";
import type { Tx } from "#app/db/connect.server.ts";
import { accessRights, dutyConflicts, positionRights, positions } from "#app/domain/access/schema.server.ts";
import { systems } from "#app/domain/directory/schema.server.ts";
import { ACCESS_RIGHTS, DUTY_CONFLICTS, POSITIONS } from "#drizzle/seed/data/access-rights.ts";

/** What can be asked for, and what each post should have. What is there already stays as the office has it. */
export async function seedAccess(tx: Tx): Promise<void> {
  const known = await tx.select({ id: systems.id, key: systems.key, teamId: systems.teamId }).from(systems);
  const fresh = await tx
    .insert(accessRights)
    .values(
      ACCESS_RIGHTS.flatMap(({ system: key, ...right }, at) => {
        const system = known.find((one) => one.key === key);
        return system ? [{ ...right, systemId: system.id, teamId: system.teamId, sort: (at + 1) * 10 }] : [];
      }),
    )
    .onConflictDoNothing()
    .returning({ id: accessRights.id });
  const posts = await tx
    .insert(positions)
    .values(POSITIONS.map(({ rights: _, ...post }, at) => ({ ...post, sort: (at + 1) * 10 })))
    .onConflictDoNothing()
    .returning({ id: positions.id, key: positions.key });
  if (fresh.length === 0) return;
  const keys = ACCESS_RIGHTS.map(({ key }) => key);
  const rights = await tx.select().from(accessRights).where(inArray(accessRights.key, keys));
  const idOf = (key: string) => rights.find((right) => right.key === key)?.id ?? 0;
  await tx
    .insert(dutyConflicts)
    .values(
      DUTY_CONFLICTS.map(({ rights: [one, other], reason }) => {
        const [rightId = 0, otherRightId = 0] = [idOf(one), idOf(other)].sort((a, b) => a - b);
        return { rightId, otherRightId, reason };
      }),
    )
    .onConflictDoNothing();
  const wanted = posts.flatMap(({ id, key }) =>
    (POSITIONS.find((post) => post.key === key)?.rights ?? []).map((right) => ({
      positionId: id,
      rightId: idOf(right),
    })),
  );
  if (wanted.length > 0) await tx.insert(positionRights).values(wanted).onConflictDoNothing();
}
