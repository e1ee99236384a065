import { sql } from "drizzle-orm";
import { type Audited, recordAudits } from "#app/db/audit.server.ts";
import type { Ctx } from "#app/db/context.server.ts";
import { deliveries } from "#app/db/outbox.server.ts";
import { DomainError } from "#app/lib/domain-error.ts";
import { people } from "../directory/schema.server.ts";
import type { PlannedPerson } from "./people-import-person.server.ts";
import type { Plan } from "./people-import-plan.server.ts";
import { tellRightsChanged } from "./rights-changed.server.ts";
import { grants } from "./schema.server.ts";

type Written = PlannedPerson & { id: number };
const AT_ONCE = 1_000;

/** A handful of statements however many lines there are; the caller holds the lock and has checked the plan. */
export async function writePlan(ctx: Ctx, plan: Plan, invite: boolean): Promise<number> {
  const newcomers = await addPeople(
    ctx,
    plan.people.filter(({ id }) => id === null),
    invite ? ctx.now : null,
  );
  const known = plan.people.filter((person): person is Written => person.id !== null);
  const changed = known.filter(({ changes, steps }) => changes.length > 0 || steps.length > 0);
  await changePeople(ctx, changed);
  const withSteps = [...newcomers, ...changed].filter(({ steps }) => steps.length > 0);
  await writeGrants(ctx, withSteps);
  await recordAudits(ctx, [
    ...newcomers.flatMap(createdEntries),
    ...changed.flatMap(changedEntries),
    ...withSteps.flatMap(grantEntries),
  ]);
  await tellRightsChanged(
    ctx,
    withSteps.map(({ id }) => id),
  );
  return invite ? inviteAll(ctx, newcomers) : 0;
}

async function addPeople(ctx: Ctx, newcomers: readonly PlannedPerson[], invitedAt: Date | null): Promise<Written[]> {
  const ids = new Map<string, number>();
  for (const some of chunks(newcomers)) {
    const rows = await ctx.db
      .insert(people)
      .values(some.map(({ email, details }) => ({ ...details, email, invitedAt, createdAt: ctx.now })))
      .returning({ id: people.id, email: people.email });
    for (const { id, email } of rows) ids.set(email, id);
  }
  return newcomers.map((person) => ({ ...person, id: ids.get(person.email) ?? 0 }));
}

async function changePeople(ctx: Ctx, changed: readonly Written[]): Promise<void> {
  if (changed.length === 0) return;
  const rows = changed.map(({ id, version, details }) => ({ id, version, ...details }));
  const done = await ctx.db.execute(sql`
    update people p set full_name = x."fullName", phone = x.phone, position = x.position, site_id = x."siteId", lang = x.lang,
      version = p.version + 1
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as x(id int, version int, "fullName" text, phone text, position text, "siteId" int, lang text)
    where p.id = x.id and p.version = x.version returning p.id`);
  if (done.length !== changed.length) throw new DomainError("conflict", "plan_changed");
}

async function writeGrants(ctx: Ctx, all: readonly Written[]): Promise<void> {
  const begins = all.flatMap(({ id, grants: planned }) =>
    planned
      .filter((grant) => grant.id === null)
      .map((grant) => ({
        personId: id,
        role: grant.role,
        siteId: grant.siteId,
        teamId: grant.teamId,
        validFrom: grant.from,
        validUntil: grant.until,
      })),
  );
  for (const some of chunks(begins)) await ctx.db.insert(grants).values(some);
  const dated = all.flatMap(({ steps }) =>
    steps.flatMap(({ grant }) => (grant.id === null ? [] : [{ id: grant.id, until: grant.until }])),
  );
  if (dated.length === 0) return;
  await ctx.db.execute(sql`
    update grants g set valid_until = x.until
    from jsonb_to_recordset(${JSON.stringify(dated)}::jsonb) as x(id int, until date) where g.id = x.id`);
}

/** By the outbox itself: a letter for each, and who was invited is in the history. */
async function inviteAll(ctx: Ctx, newcomers: readonly Written[]): Promise<number> {
  for (const some of chunks(newcomers)) {
    const letter = { purpose: "invitation" as const, createdAt: ctx.now, dueAt: ctx.now };
    await ctx.db.insert(deliveries).values(some.map(({ id }) => ({ ...letter, personId: id })));
  }
  await recordAudits(
    ctx,
    newcomers.map((person) => ({
      action: "account.invited",
      object: objectOf(person),
      after: { address: person.email },
    })),
  );
  return newcomers.length;
}

const objectOf = ({ id, details }: Written) => ({ id, name: details.fullName });

const createdEntries = (person: Written): Audited[] => [
  {
    action: "person.created",
    object: objectOf(person),
    after: { email: person.email, ...factsOf(person, "to") },
  },
];

const changedEntries = (person: Written): Audited[] =>
  person.changes.length === 0
    ? []
    : [
        {
          action: "person.changed",
          object: objectOf(person),
          before: factsOf(person, "from"),
          after: factsOf(person, "to"),
        },
      ];

const factsOf = ({ changes }: Written, side: "from" | "to") =>
  Object.fromEntries(changes.map((change) => [change.field, change[side]]));

const grantEntries = (person: Written): Audited[] =>
  person.steps.map(({ change: { what, was, until, ...held } }) => {
    const facts = { role: held.role, place: held.place, ...(held.team ? { team: held.team } : {}), from: held.from };
    const after = { ...facts, until };
    const object = objectOf(person);
    if (what === "begins") return { action: "grant.added", object, after };
    return {
      action: what === "ends" ? "grant.ended" : "grant.prolonged",
      object,
      before: { ...facts, until: was },
      after,
    };
  });

const chunks = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / AT_ONCE) }, (_, at) => all.slice(at * AT_ONCE, (at + 1) * AT_ONCE));
