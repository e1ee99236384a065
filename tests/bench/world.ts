import postgres from "postgres";
import { openDatabase } from "#app/db/connect.server.ts";
import { inContext } from "#app/db/context.server.ts";
import { luciaFor, newSessionToken } from "#app/domain/identity/lucia.server.ts";
import { SYSTEM } from "#app/domain/policy/actor.ts";
import { migrate } from "#drizzle/migrate.ts";
import { startTestCluster } from "#tests/support/cluster.ts";
import { startApp } from "#tests/support/server.ts";
import { makeBulk } from "./bulk.ts";

export type Reader = { personId: number; wards: readonly number[] | null; cookie: string };
export type World = Awaited<ReturnType<typeof openWorld>>;

const REPORTERS = 400;
const POOL = 16;
/** As a real server would: durable, with a quarter of this machine's memory for its pages. */
const SERVER = { shared_buffers: "1GB", max_connections: "100", shared_preload_libraries: "pg_stat_statements" };

/** A database of its own full of tickets, the built app before it, and people who are signed in. */
export async function openWorld(tickets: number, say: (line: string) => void) {
  const cluster = await startTestCluster(SERVER);
  const url = cluster.url();
  await migrate(url);
  const sql = postgres(url, { max: POOL, onnotice: () => {} });
  await sql`create extension if not exists pg_stat_statements`;
  const from = Date.now();
  await makeBulk(sql, tickets, say);
  say(`Wrote ${tickets} tickets in ${Math.round((Date.now() - from) / 1000)} s.`);

  const app = await startApp({ env: { DATABASE_URL: url, TRAM_ROLES: "web", LOG_LEVEL: "warn" } });
  const { db, close } = openDatabase(url);
  const cookies = new Map<number, string>();
  const signIn = async (personId: number) => {
    const known = cookies.get(personId);
    if (known) return known;
    const cookie = await inContext(db, SYSTEM, new Date(), async (ctx) => {
      const lucia = luciaFor(ctx.db, { idleSeconds: 7_200, absoluteSeconds: 7_200, userAgent: "", peer: "" });
      const session = await lucia.createSession(personId, {}, { sessionId: newSessionToken() });
      return lucia.createSessionCookie(session.id).serialize().split(";")[0] ?? "";
    });
    cookies.set(personId, cookie);
    return cookie;
  };
  const readerOf = async (role: string): Promise<Reader> => {
    const [held] = await sql<{ person_id: number; wards: number[] | null }[]>`
      select g.person_id, case when bool_or(s.kind = 'city') then null else array_agg(g.site_id) end as wards
      from grants g join sites s on s.id = g.site_id where g.role = ${role}
      group by g.person_id order by count(*) desc, g.person_id limit 1`;
    if (!held) throw new Error(`the bulk has nobody who is ${role}`);
    return { personId: held.person_id, wards: held.wards, cookie: await signIn(held.person_id) };
  };
  const engineer = await readerOf("engineer");
  const coordinator = await readerOf("coordinator");
  const reporters = await Promise.all(
    (
      await sql<{ person_id: number; site_id: number }[]>`
        select person_id, site_id from grants where role = 'reporter' order by id limit ${REPORTERS}`
    ).map(async ({ person_id, site_id }) => ({
      personId: person_id,
      wards: [site_id],
      cookie: await signIn(person_id),
    })),
  );
  const own = await sql<{ number: number }[]>`
    select number from tickets where site_id = any (${engineer.wards ?? []}) and status = 'in_progress'
    order by number desc limit 500`;
  // Everybody writes about what is theirs, in turn: one person alone would soon be told to wait.
  const replies: { number: number; engineer: Reader }[] = [];
  for (const { number, assignee_id: personId, site_id } of await sql<
    { number: number; assignee_id: number; site_id: number }[]
  >`select number, assignee_id, site_id from tickets where status = 'in_progress' order by number desc limit 500`)
    replies.push({ number, engineer: { personId, wards: [site_id], cookie: await signIn(personId) } });

  return {
    sql,
    engineer,
    coordinator,
    reporter: (turn: number): Reader => nth(reporters, turn),
    replyOf: (turn: number) => nth(replies, turn),
    ticketOf: (_reader: Reader, turn: number) => nth(own, turn).number,
    get: (reader: Reader, path: string) =>
      fetch(app.url + path, { headers: { Cookie: reader.cookie }, redirect: "manual" }),
    post: (reader: Reader, path: string, fields: Record<string, string | number>) =>
      fetch(app.url + path, {
        method: "POST",
        redirect: "manual",
        headers: { Cookie: reader.cookie, Origin: app.url },
        body: new URLSearchParams(Object.entries(fields).map(([name, value]) => [name, String(value)])),
      }),
    /** Statements the page sent, without those that open and close its transaction. */
    async countQueries(ask: () => Promise<Response>): Promise<number> {
      await (await ask()).arrayBuffer();
      await sql`select pg_stat_statements_reset()`;
      await (await ask()).arrayBuffer();
      const [sum] = await sql<{ n: number }[]>`
        select coalesce(sum(calls), 0)::int as n from pg_stat_statements
        where query !~* '^\\s*(begin|commit|savepoint|release|set|reset)' and query not like '%pg_stat_statements%'`;
      return sum?.n ?? 0;
    },
    async close() {
      await Promise.all([app.stop(), close(), sql.end()]);
      await cluster.stop();
    },
  };
}

function nth<T>(list: readonly T[], turn: number): T {
  const found = list[Math.abs(turn) % list.length];
  if (found === undefined) throw new Error("the bulk is empty");
  return found;
}
