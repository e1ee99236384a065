import { setTimeout as sleep } from "node:timers/promises";
import { eq, sql } from "drizzle-orm";
import type { Db, Tx } from "#app/db/connect.server.ts";
import { actAs, inContext } from "#app/db/context.server.ts";
import { people } from "#app/domain/directory/schema.server.ts";
import { readSetting, writeSetting } from "#app/domain/directory/settings.server.ts";
import { credentials } from "#app/domain/identity/schema.server.ts";
import { SYSTEM } from "#app/domain/policy/actor.ts";
import { DomainError } from "#app/lib/domain-error.ts";
import { DEMO_PEOPLE } from "#drizzle/seed/data/demo-people.ts";
import { writeAccessLife } from "#drizzle/seed/demo/access.ts";
import { openBulk } from "#drizzle/seed/demo/bulk.ts";
import { midnight } from "#drizzle/seed/demo/office-hours.ts";
import { type Directory, Performer, readDirectory } from "#drizzle/seed/demo/perform.ts";
import { makePlan, type Plan } from "#drizzle/seed/demo/plan.ts";
import { renameRooms } from "#drizzle/seed/demo/rooms.ts";
import { addPeople } from "#drizzle/seed/people.ts";
import { type DemoPermit, mayHoldDemo } from "#drizzle/seed/permit.ts";

export type LifeOptions = {
  now: Date;
  seed?: string;
  days?: number;
  onProgress?: (progress: { done: number; days: number }) => void;
  say?: (line: string) => void;
  signal?: AbortSignal;
};
/** How far the writing has come; a later start goes on from here, towards the same last day. */
type Progress = {
  seed: string;
  now: string;
  days: number;
  done: number;
  numbers: Record<number, number>;
  refused: number;
};

const LOCK = 7_872_613; // Any number, the same in every process that seeds.
/** Leaves a core to the desk that already answers. */
const BREATH_MS = 20;

/** Months of tickets through the same verbs as everybody, one transaction a day; false when they are not for this database. */
export async function seedDemo(url: string, permit: DemoPermit, options: LifeOptions): Promise<boolean> {
  const { db, close } = openBulk(url);
  try {
    return await writeLife(db, permit, options);
  } finally {
    await close();
  }
}

async function writeLife(
  db: Db,
  permit: DemoPermit,
  { now, seed = "tram", days = 90, onProgress, say = () => {}, signal }: LifeOptions,
): Promise<boolean> {
  const begun = await begin(db, permit, { now: now.toISOString(), seed, days, done: 0, numbers: {}, refused: 0 });
  if (!begun) return false;
  let progress = begun;
  if (progress.done >= progress.days) return true;
  say(`Writing ${progress.days - progress.done} days of demo tickets. The desk works meanwhile.`);
  const plan = makePlan({ seed: progress.seed, now: new Date(progress.now), days: progress.days });
  const directory = await settle(db, plan, progress, permit);
  while (progress.done < progress.days && !signal?.aborted) {
    progress = await writeDay(db, plan, directory, signal);
    onProgress?.(progress);
    await sleep(BREATH_MS);
  }
  if (progress.done < progress.days) return false;
  say(`The demo is complete: ${Object.keys(progress.numbers).length} tickets.`);
  return true;
}

const readProgress = async (tx: Tx) => (await readSetting(tx, "demo_progress")) as Progress | null; // safe because only this file writes it

function begin(db: Db, _permit: DemoPermit, fresh: Progress): Promise<Progress | null> {
  const now = new Date(fresh.now);
  return inContext(db, SYSTEM, now, async ({ db: tx }) => {
    if (!(await mayHoldDemo(tx))) return null;
    const known = await readProgress(tx);
    if (known) return known;
    await writeSetting(tx, "demo_progress", fresh, now);
    return fresh;
  });
}

/** Everybody in the plan exists before anybody acts; all sign in with the password of the people on the sign-in page. */
async function settle(db: Db, plan: Plan, progress: Progress, permit: DemoPermit): Promise<Directory> {
  const first = new Date(midnight(plan.dates[0] ?? ""));
  return inContext(db, SYSTEM, first, async ({ db: tx }) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${LOCK})`);
    const [known] = await tx
      .select({ hash: credentials.passwordHash })
      .from(credentials)
      .innerJoin(people, eq(people.id, credentials.personId))
      .where(eq(people.email, DEMO_PEOPLE[0]?.email ?? ""));
    if (!known) throw new Error("the demo's people come before its tickets");
    await renameRooms(tx);
    await addPeople(tx, plan.cast.people, { now: new Date(progress.now), passwordHash: known.hash, permit });
    return readDirectory(tx, new Date(progress.now));
  });
}

/** The next day of whoever's turn it is: several processes may try, the lock and the row make them one writer. */
function writeDay(db: Db, plan: Plan, directory: Directory, signal?: AbortSignal): Promise<Progress> {
  return inContext(db, SYSTEM, new Date(), async ({ db: tx }) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${LOCK}), set_config('synchronous_commit', 'off', true)`);
    const progress = await readProgress(tx);
    if (!progress) throw new Error("the demo's progress is gone");
    const date = plan.dates[progress.done];
    if (date === undefined) return progress;
    const numbers = { ...progress.numbers };
    const performer = new Performer(tx, directory, numbers);
    let { refused } = progress;
    for (const step of plan.steps.get(date) ?? []) {
      signal?.throwIfAborted();
      // Somebody who already uses the desk may have been faster; what they did stands.
      await performer.perform(step).catch((error: unknown) => {
        if (!(error instanceof DomainError)) throw error;
        refused += 1;
      });
    }
    if (progress.done + 1 >= progress.days) await writeAccessLife(tx, directory, new Date(progress.now));
    await actAs(tx, SYSTEM);
    const next = { ...progress, done: progress.done + 1, numbers, refused };
    await writeSetting(tx, "demo_progress", next, new Date(progress.now));
    return next;
  });
}
