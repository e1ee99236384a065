import { drizzle } from "drizzle-orm/postgres-js";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Db } from "#app/db/connect.server.ts";
import { type Ctx, inContext } from "#app/db/context.server.ts";
import * as schema from "#app/db/schema.server.ts";
import { tellPeople } from "#app/domain/notifications/tell.server.ts";
import { castOf, seedCast } from "#tests/support/cast.ts";
import { openTestDatabase } from "#tests/support/db.ts";

const world = await openTestDatabase();
const { actorOf, open } = castOf(world.db);
beforeAll(() => seedCast(world.db));
afterAll(() => world.close());

const asked: string[] = [];
const counted: Db = drizzle(world.sql, { schema, casing: "snake_case", logger: { logQuery: (q) => asked.push(q) } });

async function queriesOf(work: (ctx: Ctx) => Promise<unknown>): Promise<string[]> {
  const actor = await actorOf("lan", new Date());
  await inContext(counted, actor, new Date(), async (ctx) => {
    asked.length = 0;
    await work(ctx);
  });
  return [...asked];
}

test("telling costs two queries, and none where nobody is told", async () => {
  const ticket = await open();
  const heard = { before: ticket, ticket, eventId: ticket.lastEventId };
  const replied = await queriesOf((ctx) => tellPeople(ctx, { ...heard, event: { type: "ticket.replied" } }));
  expect(replied.map((query) => /tram_\w+/.exec(query)?.[0])).toEqual(["tram_audience", "tram_tell"]);
  expect(await queriesOf((ctx) => tellPeople(ctx, { ...heard, event: { type: "ticket.unlinked", to: 1 } }))).toEqual(
    [],
  );
});

test("nobody tells of an event that somebody else wrote", async () => {
  const ticket = await open("hoa", "2026-11-02T08:05+07:00", { siteId: 3 });
  const forged = (ctx: Ctx) =>
    tellPeople(ctx, { before: ticket, ticket, eventId: ticket.lastEventId, event: { type: "ticket.replied" } });
  await expect(queriesOf(forged)).rejects.toMatchObject({ cause: { message: /whoever writes an event tells of it/ } });
});
