import { and, asc, eq, isNull } from "drizzle-orm";
import type { Ctx } from "#app/db/context.server.ts";
import { systems } from "../directory/schema.server.ts";
import { accessRights } from "./schema.server.ts";

/** What can be asked for today, system by system. */
export async function listRights(ctx: Ctx) {
  return ctx.db
    .select({
      id: accessRights.id,
      systemId: accessRights.systemId,
      system: { name: systems.name, nameEn: systems.nameEn },
      name: accessRights.name,
      nameEn: accessRights.nameEn,
      about: accessRights.about,
      needs: accessRights.needs,
      approval: accessRights.approval,
      teamId: accessRights.teamId,
    })
    .from(accessRights)
    .innerJoin(systems, eq(systems.id, accessRights.systemId))
    .where(and(isNull(accessRights.retiredAt), isNull(systems.retiredAt)))
    .orderBy(asc(systems.sort), asc(systems.id), asc(accessRights.sort), asc(accessRights.id))
    .limit(500);
}
