import { sql } from "drizzle-orm";
import type { Ctx } from "#app/db/context.server.ts";
import { dateIn } from "#app/lib/time.ts";
import type { Hours } from "./quiet-hours.ts";
import { USUAL_HOURS } from "./quiet-hours.ts";
import type { Relation, Row } from "./rules.ts";
import type { MailWish } from "./topics.ts";

export type Listener = {
  personId: number;
  relation: Relation;
  /** Holds a role at the ticket's place today: mail goes to nobody else. */
  serves: boolean;
  choice: { inPage: boolean; mail: MailWish } | null;
  hours: Hours | null;
};

type Asked = {
  ticketNumber: number;
  row: Row;
  formerId: number | null;
  mentions: readonly number[];
  internal: boolean;
};

type Found = {
  person_id: number;
  relation: Relation;
  serves: boolean;
  in_page: boolean | null;
  mail: MailWish | null;
  hours_chosen: boolean;
  quiet_from: string | null;
  quiet_until: string | null;
};

/** Everybody with one of the row's ties who may read the ticket, with what they chose for the topic: one bounded query. */
export async function listAudience(
  ctx: Ctx,
  { ticketNumber, row, formerId, mentions, internal }: Asked,
): Promise<Listener[]> {
  const relations = `{${Object.keys(row).join(",")}}`;
  const topics = `{${Object.values(row)
    .map(({ topic }) => topic)
    .join(",")}}`;
  const found = await ctx.db.execute<Found>(sql`
    select * from tram_audience(${ticketNumber}::int, ${relations}::text[], ${topics}::text[], ${formerId}::int,
      ${`{${mentions.join(",")}}`}::int[], ${internal}::boolean, ${dateIn(ctx.now)}::date)`);
  return found.map((one) => ({
    personId: one.person_id,
    relation: one.relation,
    serves: one.serves,
    choice: one.in_page === null || one.mail === null ? null : { inPage: one.in_page, mail: one.mail },
    hours: hoursOf(one),
  }));
}

function hoursOf({ hours_chosen, quiet_from, quiet_until }: Found): Hours | null {
  if (!hours_chosen) return USUAL_HOURS;
  return quiet_from === null || quiet_until === null
    ? null
    : { from: quiet_from.slice(0, 5), until: quiet_until.slice(0, 5) };
}
