import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inContext, type PersonCtx } from "#app/db/context.server.ts";
import type { Person } from "#app/domain/policy/actor.ts";
import { listGrants } from "#app/domain/policy/grants.server.ts";
import { NO_FILTERS, type TicketFilters } from "#app/domain/tickets/queue/filters.ts";
import { listAlike } from "#app/domain/tickets/search/alike.server.ts";
import { type SearchWish, searchTickets } from "#app/domain/tickets/search/search.server.ts";
import type { SearchPage } from "#app/domain/tickets/search/search.ts";
import { makeBulk } from "#tests/bench/bulk.ts";
import { openTestDatabase } from "#tests/support/db.ts";

const world = await openTestDatabase();
const NOW = new Date("2026-11-23T10:00:00+07:00");
beforeAll(() => makeBulk(world.owner.sql, 4_000), 60_000);
afterAll(() => world.close());

/** Tables that grow with the years; of the others every search may read all. */
const GROWING = ["tickets", "ticket_words", "messages", "files", "ticket_events", "ticket_people", "ticket_reads"];

async function scansOf(ctx: Pick<PersonCtx, "db">): Promise<Map<string, string>> {
  const rows = await ctx.db.execute<{ relname: string; seq_scan: string }>(
    sql`select relname, seq_scan::text from pg_stat_xact_user_tables`,
  );
  return new Map(rows.map((row) => [row.relname, row.seq_scan]));
}

function actAs<T>(role: string, work: (ctx: PersonCtx) => Promise<T>): Promise<T> {
  return inContext(world.db, { kind: "system" }, NOW, async (outer) => {
    const [held] = await world.owner.sql<{ person_id: number }[]>`
      select person_id from grants where role = ${role} order by id limit 1`;
    const personId = held?.person_id ?? 0;
    const grants = await listGrants(outer.db, personId, NOW);
    const actor: Person = { kind: "person", personId, name: "x", lang: "vi", grants };
    return inContext(world.db, actor, NOW, (ctx) => work({ ...ctx, actor }));
  });
}

/** What one question costs: how many statements, and which of the growing tables it read from end to end. */
const costOf = (role: string, ask: (ctx: PersonCtx) => Promise<unknown>) =>
  actAs(role, async (ctx) => {
    let statements = 0;
    const db = new Proxy(ctx.db, {
      get(target, key, self) {
        if (key === "execute") statements++;
        return Reflect.get(target, key, self);
      },
    });
    const before = await scansOf(ctx);
    await ask({ ...ctx, db });
    const after = await scansOf(ctx);
    return { statements, scanned: GROWING.filter((table) => after.get(table) !== before.get(table)) };
  });

const QUERIES = [
  "ký phát hành",
  "khong dang nhap",
  "vb",
  '"chữ ký số"',
  "Q1 máy in",
  "khongcotunay zzz",
  "11000",
  "nguyễn thị máy in",
];
const FILTERS: Partial<TicketFilters>[] = [
  {},
  { status: ["in_progress"], priority: ["p1", "p2"], kind: ["account"], assignee: "none" },
];

describe.each(["engineer", "coordinator", "manager", "specialist", "ward_lead", "reporter"])(
  "a search by a %s",
  (role) => {
    test.each(QUERIES)("for %s reads no growing table from end to end, in few statements", async (q) => {
      for (const filters of FILTERS) {
        const cost = await costOf(role, (ctx) => searchTickets(ctx, { q, filters: { ...NO_FILTERS, ...filters } }));
        expect(cost.scanned).toEqual([]);
        expect(cost.statements).toBeLessThanOrEqual(12);
      }
    });
  },
);

test.each(["engineer", "reporter"])("looking for what is alike, by a %s, reads none either", async (role) => {
  const [ward] = await world.owner.sql<{ id: number }[]>`select min(id) as id from sites where kind = 'ward'`;
  const wish = { wardId: ward?.id ?? 0, systemId: 1, words: "Không ký phát hành được văn bản", wide: true };
  const cost = await costOf(role, (ctx) => listAlike(ctx, wish));
  expect(cost.scanned).toEqual([]);
  expect(cost.statements).toBeLessThanOrEqual(3);
});

test.each(["engineer", "coordinator", "specialist"])(
  "a %s who turns all pages sees every match once",
  async (role) => {
    const seen: number[] = [];
    let cursor: string | null = null;
    do {
      const wish: SearchWish = { q: "máy quét", filters: NO_FILTERS, cursor };
      const page: SearchPage = await actAs(role, (ctx) => searchTickets(ctx, wish));
      seen.push(...page.rows.map(({ number }) => number));
      cursor = page.next;
    } while (cursor !== null && seen.length < 3_000);
    const all = await actAs(role, async (ctx) => {
      await ctx.db.execute(sql`set local statement_timeout = '60s'`);
      return ctx.db.execute<{ number: number }>(sql`
      select t.number from tickets t where tram_supports(t.site_id, t.team_id) and (
        select bool_and(exists (
          select from (
            select concat_ws(' ', t.title, t.body, t.resolution ->> 'cause', t.resolution ->> 'done') as said
            union all select body from messages where ticket_number = t.number
            union all select name from files where ticket_number = t.number
            union all select full_name from people where id in (t.reporter_id, t.assignee_id)
          ) text where regexp_replace(tram_fold(said), '[^a-z0-9]+', ' ', 'g') ~ ('\\y' || word || '\\y')))
        from unnest(array['may', 'quet']) word)`);
    });
    expect(seen.length).toBeGreaterThan(role === "engineer" ? 5 : 20);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.toSorted()).toEqual(all.map(({ number }) => number).toSorted());
  },
  60_000,
);
