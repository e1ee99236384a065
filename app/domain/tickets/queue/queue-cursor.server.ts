import { type SQL, sql } from "drizzle-orm";
import { SORTS, type Sort } from "./filters.ts";

type Key = "pressing" | "due" | "received" | "waiting" | "updated" | "number";
type Order = { keys: readonly Key[]; down: boolean };

/** All keys of an order run the same way, so that one row comparison finds the next page. The number decides ties. */
const ORDERS: Record<Sort, Order> = {
  // A P1 stops a counter. Below it the due time says more than the priority it came from: it knows the age as well, and
  // what is due in five minutes does not wait behind what is due tomorrow.
  urgent: { keys: ["pressing", "due", "number"], down: false },
  due: { keys: ["due", "number"], down: false },
  oldest: { keys: ["received", "number"], down: false },
  newest: { keys: ["received", "number"], down: true },
  waiting: { keys: ["waiting", "number"], down: true },
  updated: { keys: ["updated", "number"], down: true },
};

const COLUMNS: Record<Key, SQL> = {
  pressing: sql`(tickets.priority <> 'p1')`,
  due: sql`coalesce(tickets.next_due_at, 'infinity')`,
  received: sql`tickets.received_at`,
  waiting: sql`tickets.people_waiting`,
  updated: sql`tickets.updated_at`,
  number: sql`tickets.number`,
};

const list = (parts: SQL[]) => sql.join(parts, sql`, `);

export function orderBy(sort: Sort): SQL {
  const { keys, down } = ORDERS[sort];
  return list(keys.map((key) => (down ? sql`${COLUMNS[key]} desc` : COLUMNS[key])));
}

/** What a row's cursor is made of. Microseconds, because an instant loses them on its way through JavaScript. */
export const CURSOR_COLUMNS = sql`
  coalesce((extract(epoch from tickets.next_due_at) * 1000000)::bigint::text, 'never') as due_us,
  (extract(epoch from tickets.received_at) * 1000000)::bigint::text as received_us,
  (extract(epoch from tickets.updated_at) * 1000000)::bigint::text as updated_us`;
export type CursorColumns = {
  due_us: string;
  received_us: string;
  updated_us: string;
  priority: string;
  people_waiting: number;
  number: number;
};

export function cursorOf(sort: Sort, row: CursorColumns): string {
  const values: Record<Key, string> = {
    pressing: String(row.priority !== "p1"),
    due: row.due_us,
    received: row.received_us,
    waiting: String(row.people_waiting),
    updated: row.updated_us,
    number: String(row.number),
  };
  return Buffer.from([sort, ...ORDERS[sort].keys.map((key) => values[key])].join(",")).toString("base64url");
}

const FITS: Record<Key, (text: string) => boolean> = {
  pressing: (text) => text === "true" || text === "false",
  due: (text) => /^(\d{1,16}|never)$/.test(text),
  received: (text) => /^\d{1,16}$/.test(text),
  updated: (text) => /^\d{1,16}$/.test(text),
  waiting: (text) => /^\d{1,4}$/.test(text),
  number: (text) => /^\d{1,9}$/.test(text),
};

const moment = (text: string) => sql`(timestamptz 'epoch' + ${text}::bigint * interval '1 microsecond')`;
const VALUES: Record<Key, (text: string) => SQL> = {
  pressing: (text) => (text === "true" ? sql`true` : sql`false`),
  due: (text) => (text === "never" ? sql`timestamptz 'infinity'` : moment(text)),
  received: (text) => moment(text),
  updated: (text) => moment(text),
  waiting: (text) => sql`${text}::int`,
  number: (text) => sql`${text}::int`,
};

/** A cursor of this order and of our own making, or null. */
export function readCursor(sort: Sort, cursor: string): readonly string[] | null {
  if (cursor.length > 120 || !/^[\w-]+$/.test(cursor)) return null;
  const [of, ...values] = Buffer.from(cursor, "base64url").toString("latin1").split(",");
  const { keys } = ORDERS[sort];
  if (SORTS.find((known) => known === of) !== sort || values.length !== keys.length) return null;
  return keys.every((key, at) => FITS[key](values[at] ?? "")) ? values : null;
}

export function after(sort: Sort, values: readonly string[]): SQL {
  const { keys, down } = ORDERS[sort];
  const columns = list(keys.map((key) => COLUMNS[key]));
  const bounds = list(keys.map((key, at) => VALUES[key](values[at] ?? "")));
  return down ? sql`(${columns}) < (${bounds})` : sql`(${columns}) > (${bounds})`;
}
