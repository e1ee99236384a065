import { eq, sql } from "drizzle-orm";
import { asSystem } from "#app/db/as-system.server.ts";
import { recordAudit } from "#app/db/audit.server.ts";
import type { Ctx } from "#app/db/context.server.ts";
import { putLetter } from "#app/db/outbox.server.ts";
import { hit } from "#app/db/rate-limit.server.ts";
import { DomainError } from "#app/lib/domain-error.ts";
import { people } from "../directory/schema.server.ts";
import { requireAdmin } from "../policy/require-admin.ts";
import { endAllLinks } from "./links.server.ts";
import { credentials } from "./schema.server.ts";

const PER_PERSON = 5;
const HOUR_SECONDS = 60 * 60;

/** Again is in place of the one before. The letter leaves with the worker; the link in it is good for a day. */
export async function invitePerson(ctx: Ctx, personId: number): Promise<void> {
  requireAdmin(ctx.actor);
  const [person] = await asSystem(ctx, ({ db }) =>
    db
      .select({
        name: people.fullName,
        email: people.email,
        disabledAt: people.disabledAt,
        joined: credentials.personId,
      })
      .from(people)
      .leftJoin(credentials, eq(credentials.personId, people.id))
      .where(eq(people.id, personId)),
  );
  if (!person) throw new DomainError("not_found", "person");
  if (person.disabledAt) throw new DomainError("conflict", "person_disabled");
  if (person.joined) throw new DomainError("conflict", "already_joined");
  const letters = await hit(ctx.db, `invite:${personId}`, PER_PERSON, HOUR_SECONDS);
  if (!letters.ok) throw new DomainError("limited", "invited_often");
  await asSystem(ctx, (system) => endAllLinks(system, personId, ["invitation"]));
  await putLetter(ctx, { personId, purpose: "invitation" });
  await recordAudit(ctx, {
    action: "account.invited",
    object: { id: personId, name: person.name },
    after: { address: person.email },
  });
}

/** `waiting` and `failed` are about the letter; `used` means that the person has chosen a password. */
export type InvitationState = {
  state: "none" | "waiting" | "failed" | "sent" | "expired" | "used";
  /** Since when; for `sent` the end of its validity. */
  at: Date | null;
};

export async function invitationStateOf(ctx: Ctx, personIds: readonly number[]): Promise<Map<number, InvitationState>> {
  requireAdmin(ctx.actor);
  if (personIds.length === 0) return new Map();
  const rows = await asSystem(ctx, ({ db }) =>
    db.execute<{ id: number; state: InvitationState["state"]; at: string | null }>(sql`
      select p.id,
        case when c.person_id is not null then 'used'
          when letter.state in ('waiting', 'queued') then 'waiting'
          when letter.state = 'failed' then 'failed'
          when link.valid_until > now() then 'sent'
          when link.valid_until is not null then 'expired'
          else 'none' end as state,
        case when c.person_id is not null then coalesce(link.used_at, c.changed_at)
          when letter.state in ('waiting', 'queued', 'failed') then letter.created_at
          else link.valid_until end as at
      from people p
      left join credentials c on c.person_id = p.id
      left join lateral (
        select valid_until, used_at from account_links l
        where l.person_id = p.id and l.purpose = 'invitation' order by l.id desc limit 1
      ) as link on true
      left join lateral (
        select state, created_at from deliveries d
        where d.person_id = p.id and d.purpose = 'invitation' order by d.created_at desc limit 1
      ) as letter on true
      where p.id = any (${`{${personIds.join(",")}}`}::integer[])`),
  );
  return new Map(rows.map(({ id, state, at }) => [id, { state, at: at === null ? null : new Date(at) }]));
}
