import { isDeepStrictEqual } from "node:util";
import { sql } from "drizzle-orm";
import { type AuditFacts, recordAudit } from "#app/db/audit.server.ts";
import type { Ctx } from "#app/db/context.server.ts";
import { wordsFor } from "#app/i18n/words-for.server.ts";
import { DomainError } from "#app/lib/domain-error.ts";
import { requireAdmin } from "../../policy/require-admin.ts";
import { startRecomputation } from "../clocks/recompute.server.ts";
import { readKeptLadder, Steps } from "./ladder.server.ts";
import type { Ladder } from "./ladder.ts";

export type LadderChange = { seen: number; steps: Ladder; why: string };

/** Holds for all open tickets: when each is warned of next is counted anew. What was told is not told again. */
export async function changeLadder(ctx: Ctx, { seen, steps, why }: LadderChange): Promise<void> {
  requireAdmin(ctx.actor);
  const before = await readKeptLadder(ctx);
  if (before.version !== seen) throw new DomainError("conflict", "ladder_changed");
  const next = { version: seen + 1, steps: Steps.parse(steps) };
  if (isDeepStrictEqual(next.steps, before.steps)) throw new DomainError("invalid", "nothing_changed");
  // Of two who save at once the later one finds another version.
  const [kept] = await ctx.db.execute(sql`
    insert into settings (key, value, changed_at)
      values ('escalation_ladder', ${JSON.stringify(next)}::jsonb, ${ctx.now.toISOString()})
    on conflict (key) do update set value = excluded.value, changed_at = excluded.changed_at
      where settings.value ->> 'version' = ${String(seen)}
    returning key`);
  if (!kept) throw new DomainError("conflict", "ladder_changed");
  await recordAudit(ctx, {
    action: "ladder.changed",
    object: { id: next.version, name: String(next.version) },
    before: factsOf(before.steps),
    after: { ...factsOf(next.steps), why },
  });
  await startRecomputation(ctx, { cause: "ladder", why });
}

/** In the language of the files and of the audit. */
function factsOf(ladder: Ladder): AuditFacts {
  const { whom: names } = wordsFor("vi").warnings;
  return Object.fromEntries(ladder.map(({ percent, whom }) => [`${percent} %`, whom.map((one) => names[one])]));
}
