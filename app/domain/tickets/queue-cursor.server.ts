import { type SQL, sql } from "drizzle-orm";
import { SORTS, type Sort } from "./filters.ts";
import { PRIORITIES } from "./priority.ts";

type Key = "priority" | "received" | "waiting" | "updated" | "number";
type Order = { keys: readonly Key[]; down: boolean };

/** All keys of an order run the same way, so that one row comparison finds the next page. The number decides ties. */
const ORDERS: Record<Sort, Order> = {
  urgent: { keys: ["priority", "received", "number"], down: false },
  oldest: { keys: ["received", "number"], down: false },
  newest: { keys: ["received", "number"], down: true },
  waiting: { keys: ["waiting", "number"], down: true },
  updated: { keys: ["updated", "number"], down: true },
};

const COLUMNS: Record<Key, SQL> = {
  priority: sql`tickets.priority`,
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
  (extract(epoch from tickets.received_at) * 1000000)::bigint::text as received_us,
  (extract(epoch from tickets.updated_at) * 1000000)::bigint::text as updated_us`;
export type CursorColumns = {
  received_us: string;
  updated_us: string;
  priority: string;
  people_waiting: number;
  number: number;
};

export function cursorOf(sort: Sort, row: CursorColumns): string {
  const values: Record<Key, string> = {
    priority: row.priority,
    received: row.received_us,
    waiting: String(row.people_waiting),
    updated: row.updated_us,
    number: String(row.number),
  };
  return Buffer.from([sort, ...ORDERS[sort].keys.map((key) => values[key])].join(",")).toString("base64url");
}

const FITS: Record<Key, (text: string) => boolean> = {
  priority: (text) => PRIORITIES.some((priority) => priority === text),
  received: (text) => /^\d{1,16}$/.test(text),
  updated: (text) => /^\d{1,16}$/.test(text),
  waiting: (text) => /^\d{1,4}$/.test(text),
  number: (text) => /^\d{1,9}$/.test(text),
};

const VALUES: Record<Key, (text: string) => SQL> = {
  priority: (text) => sql`${text}::text`,
  received: (text) => sql`(timestamptz 'epoch' + ${text}::bigint * interval '1 microsecond')`,
  updated: (text) => sql`(timestamptz 'epoch' + ${text}::bigint * interval '1 microsecond')`,
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
