import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Tx } from "#app/db/connect.server.ts";
import { sites } from "#app/domain/directory/schema.server.ts";
import { addDays } from "#app/lib/time.ts";
import { RENAMED_ON, RENAMED_ROOMS, roomOf } from "#drizzle/seed/data/renamed-rooms.ts";
import { fillPaths } from "#drizzle/seed/reference.ts";

/** Ends the rooms under their old names and begins them under the new. */
export async function renameRooms(tx: Tx): Promise<void> {
  const before = await tx
    .select({ slug: sites.slug, parentId: sites.parentId })
    .from(sites)
    .where(
      inArray(
        sites.slug,
        RENAMED_ROOMS.map(({ ward, slug }) => `${ward}/${slug}`),
      ),
    );
  await tx
    .insert(sites)
    .values(
      RENAMED_ROOMS.map(({ ward, slug, name }) => ({
        kind: "department" as const,
        parentId: before.find((room) => room.slug === `${ward}/${slug}`)?.parentId ?? null,
        slug: roomOf(ward, slug),
        name,
        path: [],
        validFrom: RENAMED_ON,
      })),
    )
    .onConflictDoNothing();
  for (const { slug } of before) {
    await tx
      .update(sites)
      .set({ validUntil: addDays(RENAMED_ON, -1) })
      .where(and(eq(sites.slug, slug ?? ""), isNull(sites.validUntil)));
  }
  await fillPaths(tx);
}
