import "#tests/support/own-data-dir.ts";
import { asc, eq } from "drizzle-orm";
import { deliveries } from "#app/db/outbox.server.ts";
import { type Ready, relayDue } from "#app/domain/notifications/outbox.server.ts";
import { type Breaker, openBreaker } from "#app/jobs/breaker.ts";
import { type Outcome, type Post, sendLetter } from "#app/jobs/send-letter.server.ts";
import { renderLetter } from "#app/mail/render.tsx";
import { openTransport } from "#app/mail/transport.server.ts";
import { castOf, idOf, type Name, seedCast } from "#tests/support/cast.ts";
import { openTestDatabase } from "#tests/support/db.ts";
import { startResendDouble } from "#tests/support/resend-double.ts";

/** A desk whose letters go through Resend's own client to a double on this machine. */
export async function openPostOffice({ timeoutMs = 400 } = {}) {
  const world = await openTestDatabase();
  await seedCast(world.db);
  const double = await startResendDouble();
  const transport = await openTransport(
    { RESEND_API_KEY: "re_test", RESEND_BASE_URL: double.url, SMTP_URL: undefined, MAIL_FROM: undefined, DATA_DIR: "" },
    { timeoutMs },
  );
  const post: Post = { transport, renderLetter };

  /** What the queue would do at this moment, without its waiting: hand over what is due, and try each once. */
  async function workAt(iso: string, breaker: Breaker = openBreaker()): Promise<Outcome[]> {
    const now = () => new Date(iso);
    const ready: Ready[] = [];
    await relayDue(world.db, now(), async (due) => void ready.push(...due));
    const outcomes: Outcome[] = [];
    for (const { id, round } of ready) outcomes.push(await sendLetter({ id, round, db: world.db, post, breaker, now }));
    return outcomes;
  }

  return {
    ...world,
    ...castOf(world.db),
    double,
    post,
    workAt,
    lettersOf: (name: Name) =>
      world.owner.db
        .select()
        .from(deliveries)
        .where(eq(deliveries.personId, idOf(name)))
        .orderBy(asc(deliveries.createdAt), asc(deliveries.dueAt)),
    sentTo: (name: Name) => double.asked.filter(({ body }) => body.to.includes(`${name}@tram.example`)),
    /** Between stories. */
    async clear() {
      await world.owner.sql`update notifications set delivery_id = null`;
      await world.owner.sql`truncate notifications, deliveries cascade`;
      double.asked.length = 0;
    },
    async close() {
      transport.close();
      await double.stop();
      await world.close();
    },
  };
}
