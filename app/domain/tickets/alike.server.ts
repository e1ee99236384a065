import { sql } from "drizzle-orm";
import type { Ctx } from "#app/db/context.server.ts";
import type { TicketStatus } from "./ticket.ts";

export type Alike = {
  number: number;
  title: string;
  status: TicketStatus;
  receivedAt: Date;
  peopleWaiting: number;
  affected: number;
};

/** Below this the words have little in common; with nothing typed yet every open ticket of the system is shown. */
const ALIKE_ENOUGH = 0.35;

/** Open tickets of the same ward and system that may be the same trouble, most alike first. */
export async function listAlike(
  ctx: Ctx,
  input: { wardId: number; systemId: number; words: string },
  limit = 5,
): Promise<Alike[]> {
  const words = input.words.trim().slice(0, 300);
  const rows = await ctx.db.execute<{
    number: number;
    title: string;
    status: TicketStatus;
    received_at: string;
    people_waiting: number;
    affected: number;
    alike: number;
  }>(sql`select * from tram_open_alike(${input.wardId}, ${input.systemId}, ${words}, ${limit})`);
  return rows
    .filter((row) => words === "" || row.alike >= ALIKE_ENOUGH)
    .map((row) => ({
      number: row.number,
      title: row.title,
      status: row.status,
      receivedAt: new Date(row.received_at),
      peopleWaiting: row.people_waiting,
      affected: row.affected,
    }));
}
