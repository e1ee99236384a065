import { type SQL, sql } from "drizzle-orm";
import type { PersonCtx } from "#app/db/context.server.ts";
import { DomainError } from "#app/lib/domain-error.ts";
import { fold } from "#app/lib/fold.ts";
import { addDays, dateIn } from "#app/lib/time.ts";
import { listWards } from "../directory/catalog.server.ts";
import { EXPIRING_DAYS } from "./register-tasks.server.ts";
import type { RegisterWish } from "./register-wish.ts";
import type { Basis } from "./request.ts";

const ROWS = 50;
const EXPORTED_MOST = 20_000;

type Row = {
  id: number;
  site_id: number;
  person: string;
  position: string;
  ward: string;
  unit_kind: "phuong" | "xa" | "dac_khu" | null;
  department: string | null;
  right_name: string;
  right_name_en: string;
  system: string;
  system_en: string;
  from: string;
  until: string | null;
  basis: Basis;
  ticket_number: number | null;
  proven_at: string;
  ended_at: string | null;
};

function conditions(ctx: PersonCtx, wish: RegisterWish): SQL {
  const today = dateIn(ctx.now);
  const soon = addDays(today, EXPIRING_DAYS);
  const all = [
    wish.siteId === undefined ? null : sql`e.site_id = ${wish.siteId}`,
    wish.systemId === undefined ? null : sql`r.system_id = ${wish.systemId}`,
    wish.rightId === undefined ? null : sql`e.right_id = ${wish.rightId}`,
    wish.personId === undefined ? null : sql`e.person_id = ${wish.personId}`,
    wish.name === undefined ? null : sql`strpos(tram_fold(p.full_name), ${fold(wish.name)}) > 0`,
    wish.expiring ? sql`e.valid_until <= ${soon}` : null,
    wish.ended ? null : sql`e.ended_at is null`,
  ].filter((one) => one !== null);
  return all.length === 0 ? sql`true` : sql.join(all, sql` and `);
}

const rows = (ctx: PersonCtx, where: SQL, limit: number) =>
  ctx.db.execute<Row>(sql`
    select e.id, e.site_id, p.full_name as person, e."position", w.name as ward, w.unit_kind, d.name as department,
      r.name as right_name, r.name_en as right_name_en, s.name as system, s.name_en as system_en,
      e.valid_from::text as "from", e.valid_until::text as until, e.basis, i.ticket_number, e.proven_at, e.ended_at
    from entitlements e
    join people p on p.id = e.person_id join sites w on w.id = e.site_id left join sites d on d.id = e.department_id
    join access_rights r on r.id = e.right_id join systems s on s.id = r.system_id
    left join access_items i on i.id = e.item_id
    where ${where} order by e.id desc limit ${limit}`);

/** Who has what: the newest first, a page at a time. Row-level security leaves out what the reader may not know. */
export async function getRegister(ctx: PersonCtx, wish: RegisterWish) {
  const below = wish.before === undefined ? sql`true` : sql`e.id < ${wish.before}`;
  const found = await rows(ctx, sql`${conditions(ctx, wish)} and ${below}`, ROWS + 1);
  const shown = found.slice(0, ROWS).map((row) => tell(row, dateIn(ctx.now)));
  return {
    rows: shown,
    next: found.length > ROWS ? (shown.at(-1)?.id ?? null) : null,
    choices: await listChoices(ctx),
  };
}
export type RegisterPage = Awaited<ReturnType<typeof getRegister>>;
export type RegisterRow = RegisterPage["rows"][number];

export const listForExport = async (ctx: PersonCtx, wish: RegisterWish) =>
  (await rows(ctx, conditions(ctx, wish), EXPORTED_MOST)).map((row) => tell(row, dateIn(ctx.now)));

export async function findEntitlement(ctx: PersonCtx, id: number): Promise<RegisterRow> {
  const [row] = await rows(ctx, sql`e.id = ${id}`, 1);
  if (!row) throw new DomainError("not_found", "entitlement");
  return tell(row, dateIn(ctx.now));
}

/** On paper it may begin earlier: what was asked for is had from the day it was proven. */
function sinceOf({ from, proven_at, ticket_number }: Row): string {
  const proven = dateIn(new Date(proven_at));
  return ticket_number !== null && proven > from ? proven : from;
}

const tell = (row: Row, today: string) => ({
  id: row.id,
  siteId: row.site_id,
  person: row.person,
  position: row.position,
  ward: { name: row.ward, unitKind: row.unit_kind },
  department: row.department,
  right: { name: row.right_name, nameEn: row.right_name_en },
  system: { name: row.system, nameEn: row.system_en },
  from: row.from,
  until: row.until,
  since: sinceOf(row),
  basis: row.basis,
  ticketNumber: row.ticket_number,
  provenAt: new Date(row.proven_at),
  endedAt: row.ended_at === null ? null : new Date(row.ended_at),
  expired: row.ended_at === null && row.until !== null && row.until < today,
});

async function listChoices(ctx: PersonCtx) {
  const systems = await ctx.db.execute<{ id: number; name: string; name_en: string }>(sql`
    select id, name, name_en from systems where id in (select system_id from access_rights) order by sort, id`);
  return {
    systems: systems.map(({ id, name, name_en }) => ({ id, name, nameEn: name_en })),
    wards: (await listWards(ctx)).map(({ id, name, unitKind }) => ({ id, name, unitKind })),
  };
}
