import { eq } from "drizzle-orm";
import type { PersonCtx } from "#app/db/context.server.ts";
import { people } from "#app/domain/directory/schema.server.ts";
import { credentials } from "#app/domain/identity/schema.server.ts";
import { grants } from "#app/domain/policy/schema.server.ts";
import { castOf, idOf, type Name, seedCast } from "#tests/support/cast.ts";
import { openTestDatabase } from "#tests/support/db.ts";

export const DAY = "2026-11-23";
const NOON = `${DAY}T12:00+07:00`;

/** The cast in an office whose admin has a password, and so can come back tomorrow. */
export async function openOffice() {
  const world = await openTestDatabase();
  await seedCast(world.db);
  // The cast has ids of its own; whoever comes later is numbered after them.
  await world.owner.sql`select setval(pg_get_serial_sequence('people', 'id'), 1000)`;
  const cast = castOf(world.db);
  await giveAccount("admin");

  async function giveAccount(name: Name) {
    await cast.asSystem(({ db }) =>
      db.insert(credentials).values({ personId: idOf(name), passwordHash: "x", changedAt: new Date(NOON) }),
    );
  }
  const person = (id: number) =>
    cast.asSystem(async ({ db }) => {
      const [row] = await db.select().from(people).where(eq(people.id, id));
      if (!row) throw new Error(`nobody ${id}`);
      return row;
    });
  return {
    ...world,
    ...cast,
    giveAccount,
    person,
    admin: <T>(work: (ctx: PersonCtx) => Promise<T>, at = NOON) => cast.as("admin", at, work),
    /** The person as a form opened just now would name them. */
    target: async (id: number) => ({ personId: id, version: (await person(id)).version }),
    held: (id: number) =>
      cast.asSystem(({ db }) => db.select().from(grants).where(eq(grants.personId, id)).orderBy(grants.id)),
    async audited(id: number) {
      const rows = await world.owner.sql`
        select action, before, after, actor_id from audit_entries where object_id = ${String(id)} order by id`;
      return rows.map((row) => ({ action: row.action, before: row.before, after: row.after, actorId: row.actor_id }));
    },
  };
}
