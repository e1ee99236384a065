import type { Ctx } from "#app/db/context.server.ts";
import type { Heard } from "../tickets/heard.server.ts";

/** Turns an event into notifications and letters for those whom the rules name. */
export async function tellPeople(_ctx: Ctx, _heard: Heard): Promise<void> {}
