import { randomUUID } from "node:crypto";
import type postgres from "postgres";
import type { ReactElement } from "react";
import { renderToString } from "react-dom/server";
import { elementsOf } from "./markup.ts";
import type { Reader, World } from "./world.ts";

/** One thing people do, and the least that could answer it: the same rows by bare SQL, the same markup by bare React. */
export type Case = {
  name: string;
  ask(turn: number): Promise<Response>;
  bare(turn: number): Promise<void>;
};

const ROWS = 21;
const WORDS = ["ký phát hành", "khong dang nhap", "mở hồ sơ", "chữ ký", "hang chu ky", "tài khoản"];

export async function casesOf(world: World): Promise<Case[]> {
  const { sql, engineer, coordinator } = world;
  const pick = (turn: number) => world.ticketOf(engineer, Math.abs(turn));
  const search = (turn: number) => WORDS[Math.abs(turn) % WORDS.length] ?? "";
  const page = (
    name: string,
    reader: Reader,
    path: (turn: number) => string,
    rows: (turn: number) => Promise<unknown>,
  ) => readCase(world, name, reader, path, rows);
  return [
    await page(
      "queue, engineer of two wards",
      engineer,
      () => "/queue",
      () => queueRows(sql, engineer),
    ),
    await page(
      "queue, city",
      coordinator,
      () => "/queue",
      () => queueRows(sql, coordinator),
    ),
    await page(
      "ticket",
      engineer,
      (turn) => `/tickets/${pick(turn)}`,
      (turn) => ticketRows(sql, pick(turn)),
    ),
    await page(
      "search, engineer of two wards",
      engineer,
      (turn) => searchPath(search(turn)),
      (turn) => searchRows(sql, engineer, search(turn)),
    ),
    await page(
      "search, city",
      coordinator,
      (turn) => searchPath(search(turn)),
      (turn) => searchRows(sql, coordinator, search(turn)),
    ),
    {
      name: "filing",
      ask: (turn) => world.post(world.reporter(turn), "/tickets/new", { ...FORM, commandId: randomUUID() }),
      bare: (turn) => file(sql, world.reporter(turn)),
    },
    {
      name: "replying",
      ask: (turn) =>
        world.post(world.replyOf(turn).engineer, `/tickets/${world.replyOf(turn).number}`, {
          intent: "say",
          visibility: "public",
          body: "Đã xem.",
          commandId: randomUUID(),
        }),
      bare: (turn) => reply(sql, world.replyOf(turn).number, world.replyOf(turn).engineer.personId),
    },
  ];
}

const FORM = {
  kind: "software_error",
  systemId: 1,
  title: "Không ký phát hành được",
  impact: "one_person",
  urgency: "today",
};
const searchPath = (words: string) => `/search?q=${encodeURIComponent(words)}`;

async function readCase(
  world: World,
  name: string,
  reader: Reader,
  path: (turn: number) => string,
  rows: (turn: number) => Promise<unknown>,
): Promise<Case> {
  const markup: ReactElement = elementsOf(await (await world.get(reader, path(0))).text());
  return {
    name,
    ask: (turn) => world.get(reader, path(turn)),
    async bare(turn) {
      await rows(turn);
      renderToString(markup);
    },
  };
}

const at = (reader: Reader, sql: postgres.Sql) => (reader.wards ? sql`t.site_id = any (${reader.wards})` : sql`true`);

const queueRows = (sql: postgres.Sql, reader: Reader) => sql`
  select t.*, s.name as system, w.name as ward, r.full_name as reporter, a.full_name as assignee
  from (select * from tickets t where status not in ('closed', 'cancelled') and ${at(reader, sql)}
    order by priority, received_at limit 100) t
  join systems s on s.id = t.system_id join sites w on w.id = t.site_id
  join people r on r.id = t.reporter_id left join people a on a.id = t.assignee_id
  order by t.priority, t.received_at`;

const ticketRows = (sql: postgres.Sql, number: number) =>
  Promise.all([
    sql`select t.*, s.name as system, w.name as ward from tickets t join systems s on s.id = t.system_id
      join sites w on w.id = t.site_id where t.number = ${number}`,
    sql`select e.*, m.body, p.full_name from ticket_events e left join messages m on m.id = e.message_id
      left join people p on p.id = e.actor_id where e.ticket_number = ${number} order by e.id limit 200`,
    sql`select p.full_name from ticket_people tp join people p on p.id = tp.person_id where tp.ticket_number = ${number}`,
  ]);

/** What PostgreSQL offers anybody: an index of words, newest first. */
const searchRows = (sql: postgres.Sql, reader: Reader, words: string) => sql`
  select t.*, s.name as system, w.name as ward, r.full_name as reporter
  from (select t.* from ticket_words found join tickets t on t.number = found.ticket_number
    where found.words @@ (plainto_tsquery('simple', tram_fold(${words})) && ${placesOf(reader)}::tsquery)
    order by t.number desc limit ${ROWS}) t
  join systems s on s.id = t.system_id join sites w on w.id = t.site_id join people r on r.id = t.reporter_id`;

const placesOf = ({ wards }: Reader) => wards?.map((ward) => `'@${ward}'`).join(" | ") ?? "";

async function file(sql: postgres.Sql, reporter: Reader): Promise<void> {
  await sql.begin(async (tx) => {
    const [ticket] = await tx`
      insert into tickets (site_id, reporter_id, filed_by_id, kind, system_id, title, impact, urgency, priority,
        occurred_at, written_at, received_at, updated_at)
      values (${reporter.wards?.[0] ?? 0}, ${reporter.personId}, ${reporter.personId}, ${FORM.kind}, 1, ${FORM.title},
        ${FORM.impact}, ${FORM.urgency}, 'p3', now(), now(), now(), now()) returning number, site_id`;
    await tx`insert into ticket_events (ticket_number, site_id, type, actor_id, version, at)
      values (${ticket?.number}, ${ticket?.site_id}, 'ticket.opened', ${reporter.personId}, 1, now())`;
  });
}

async function reply(sql: postgres.Sql, number: number, personId: number): Promise<void> {
  await sql.begin(async (tx) => {
    const [ticket] = await tx`select site_id, version from tickets where number = ${number} for update`;
    const [message] = await tx`insert into messages (ticket_number, author_id, visibility, body, written_at)
      values (${number}, ${personId}, 'public', 'Đã xem.', now()) returning id`;
    const [event] = await tx`insert into ticket_events (ticket_number, site_id, type, actor_id, message_id, version, at)
      values (${number}, ${ticket?.site_id}, 'ticket.replied', ${personId}, ${message?.id}, ${ticket?.version}, now()) returning id`;
    await tx`update tickets set last_event_id = ${event?.id}, updated_at = now() where number = ${number}`;
  });
}
