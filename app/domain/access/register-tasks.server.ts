import { type SQL, sql } from "drizzle-orm";
import type { Db } from "#app/db/connect.server.ts";
import { type Ctx, inContext } from "#app/db/context.server.ts";
import { wordsFor } from "#app/i18n/words-for.server.ts";
import { log } from "#app/lib/log.server.ts";
import { addDays, dateIn } from "#app/lib/time.ts";
import { demoIsBeingWritten } from "../directory/settings.server.ts";
import { SYSTEM } from "../policy/actor.ts";
import { findAnswerable } from "./answerable.server.ts";
import { takeBack } from "./taking.server.ts";

const BOUND = 100;
export const EXPIRING_DAYS = 30;
/** Withdrawn or refused, it is asked again after so many days: what was found is still so. */
const ASKED_AGAIN_DAYS = 30;

type Found = { site_id: number; person_id: number };

/** Revocations for those who have left a ward or moved within it; gives how many people. */
export const takeFromLeavers = (db: Db, now: Date): Promise<number> => eachPerson(db, now, "left", hasLeft);

/** Asks the approvers to renew or revoke what runs out within thirty days; gives for how many people. */
export const askAboutExpiring = (db: Db, now: Date): Promise<number> =>
  eachPerson(db, now, "expiring", (ctx) => sql`e.valid_until <= ${addDays(dateIn(ctx.now), EXPIRING_DAYS)}`);

/** Disabled, of another place in the directory, or without any of the roles they had at the ward. */
function hasLeft(ctx: Ctx): SQL {
  const today = dateIn(ctx.now);
  const ofWard = sql`from grants g join sites gs on gs.id = g.site_id where g.person_id = e.person_id and gs.path[2] = e.site_id`;
  return sql`(p.disabled_at is not null or s.path[2] is distinct from e.site_id
    or (e.department_id is not null and s.path[3] is distinct from e.department_id)
    or (exists (select ${ofWard} and g.valid_until < ${today})
      and not exists (select ${ofWard} and (g.valid_until is null or g.valid_until >= ${today}))))`;
}

/** What is held and fits, and about which nothing has been asked lately. */
const held = (ctx: Ctx, fits: SQL) => sql`
  from entitlements e join people p on p.id = e.person_id left join sites s on s.id = p.site_id
  where e.ended_at is null and ${fits} and not exists (
    select from access_items i join tickets t on t.number = i.ticket_number
    where (i.entitlement_id = e.id or (i.kind = 'grant' and i.person_id = e.person_id and i.right_id = e.right_id and t.site_id = e.site_id
        and i.state not in ('proven', 'refused', 'withdrawn')))
      and (i.state in ('asked', 'to_grant', 'handed_back', 'granted')
        or (i.state in ('refused', 'withdrawn') and t.received_at > ${new Date(ctx.now.getTime() - ASKED_AGAIN_DAYS * 86_400_000).toISOString()})))`;

/** One request for each person and ward, each in its own transaction, so that one bad row stops none of the others. */
async function eachPerson(db: Db, now: Date, cause: "left" | "expiring", fits: (ctx: Ctx) => SQL): Promise<number> {
  const found = await inContext(db, SYSTEM, now, async (ctx) =>
    (await demoIsBeingWritten(ctx.db))
      ? []
      : ctx.db.execute<Found>(sql`select distinct e.site_id, e.person_id ${held(ctx, fits(ctx))} limit ${BOUND}`),
  );
  let done = 0;
  for (const { site_id, person_id } of found) {
    try {
      done += await inContext(db, SYSTEM, now, (ctx) => fileOne(ctx, { site_id, person_id }, cause, fits(ctx)));
    } catch (err) {
      log.error({ err, person: person_id, site: site_id }, "what the register found could not be asked");
    }
  }
  return done;
}

async function fileOne(
  ctx: Ctx,
  { site_id, person_id }: Found,
  cause: "left" | "expiring",
  fits: SQL,
): Promise<number> {
  // Two workers look at the same person one after the other, and the second finds it asked.
  await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended('register-tasks', ${person_id}))`);
  const rows = await ctx.db.execute<{ id: number }>(sql`
    select e.id ${held(ctx, fits)} and e.site_id = ${site_id} and e.person_id = ${person_id} order by e.id limit 60`);
  const reporterId = await findAnswerable(ctx, site_id);
  if (rows.length === 0 || reporterId === null) return 0;
  const why = wordsFor("vi").accessTasks.why[cause];
  const number = await takeBack(ctx, {
    siteId: site_id,
    reporterId,
    entitlementIds: rows.map(({ id }) => id),
    cause,
    why,
  });
  return number === null ? 0 : 1;
}
