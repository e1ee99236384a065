import { and, asc, eq } from "drizzle-orm";
import type { Tx } from "#app/db/connect.server.ts";
import { actAs, type Ctx, type PersonCtx } from "#app/db/context.server.ts";
import { people, sites, systems, teams } from "#app/domain/directory/schema.server.ts";
import { type Person, SYSTEM } from "#app/domain/policy/actor.ts";
import { listGrants } from "#app/domain/policy/grants.server.ts";
import { assignTicket, releaseTicket, takeTicket } from "#app/domain/tickets/assignment.server.ts";
import { noteOnTicket, replyToTicket } from "#app/domain/tickets/conversation.server.ts";
import { markDuplicate } from "#app/domain/tickets/duplicates.server.ts";
import { joinTicket } from "#app/domain/tickets/followers.server.ts";
import { holdTicket, resumeTicket } from "#app/domain/tickets/holds.server.ts";
import { linkTickets } from "#app/domain/tickets/links.server.ts";
import { openTicket } from "#app/domain/tickets/opening.server.ts";
import {
  cancelTicket,
  closeSilentTicket,
  confirmTicket,
  listSilentTickets,
  reopenTicket,
  resolveTicket,
} from "#app/domain/tickets/resolution.server.ts";
import { handBackTicket, handOverTicket } from "#app/domain/tickets/second-line.server.ts";
import { reclassifyTicket } from "#app/domain/tickets/triage.server.ts";
import { listStepping, warnOf } from "#app/domain/tickets/warnings/warnings.server.ts";
import type { OpenForm, Step } from "#drizzle/seed/demo/steps.ts";

/** From the plan's keys to the database's rows. */
export type Directory = {
  people: ReadonlyMap<string, Person>;
  wards: ReadonlyMap<string, number>;
  systems: ReadonlyMap<string, number>;
  teams: ReadonlyMap<string, number>;
};

export async function readDirectory(tx: Tx, now: Date): Promise<Directory> {
  const rows = await tx.select().from(people).where(eq(people.isDemo, true)).orderBy(asc(people.id));
  const persons = new Map<string, Person>();
  for (const { id, email, fullName, lang } of rows) {
    persons.set(email, { kind: "person", personId: id, name: fullName, lang, grants: await listGrants(tx, id, now) });
  }
  const wards = await tx
    .select({ key: sites.slug, id: sites.id })
    .from(sites)
    .where(and(eq(sites.kind, "ward")));
  const byKey = (found: { key: string | null; id: number }[]) => new Map(found.map(({ key, id }) => [key ?? "", id]));
  return {
    people: persons,
    wards: byKey(wards),
    systems: byKey(await tx.select({ key: systems.key, id: systems.id }).from(systems)),
    teams: byKey(await tx.select({ key: teams.key, id: teams.id }).from(teams)),
  };
}

function find<T>(map: ReadonlyMap<string, T>, key: string): T {
  const found = map.get(key);
  if (found === undefined) throw new Error(`nobody and nothing is called ${key}`);
  return found;
}

/** Does the steps through the same verbs as everybody; the actor changes only when somebody else has the next turn. */
const WARNED_AT_ONCE = 1_000;

export class Performer {
  readonly tx: Tx;
  readonly directory: Directory;
  /** Ticket numbers by the plan's count. */
  readonly numbers: Record<number, number>;
  #current: Person | null = null;
  refused = 0;

  constructor(tx: Tx, directory: Directory, numbers: Record<number, number>) {
    this.tx = tx;
    this.directory = directory;
    this.numbers = numbers;
  }

  async perform(step: Step): Promise<void> {
    const now = new Date(step.at);
    if (step.act.do === "close_silent") return this.#closeSilent(now);
    const actor = find(this.directory.people, step.by);
    if (this.#current !== actor) await actAs(this.tx, actor);
    this.#current = actor;
    const ctx: PersonCtx = { db: this.tx, actor, now, quiet: true };
    if (step.act.do === "open") {
      const { number } = await openTicket(ctx, this.#inputOf(step.act.form));
      this.numbers[step.ticket] = number;
      return;
    }
    const number = this.numbers[step.ticket];
    if (number !== undefined) await this.#change(ctx, number, step.act);
  }

  #change(ctx: PersonCtx, number: number, act: Step["act"]): Promise<unknown> {
    const target = { number };
    switch (act.do) {
      case "take":
        return takeTicket(ctx, target);
      case "release":
        return releaseTicket(ctx, target);
      case "assign":
        return assignTicket(ctx, target, find(this.directory.people, act.to).personId);
      case "reply":
        return replyToTicket(ctx, target, act);
      case "note":
        return noteOnTicket(ctx, target, act);
      case "hold":
        return holdTicket(ctx, target, { reason: act.reason, until: act.until, why: act.why });
      case "resume":
        return resumeTicket(ctx, target);
      case "hand_over":
        return handOverTicket(ctx, target, { teamId: find(this.directory.teams, act.team), tried: act.tried });
      case "hand_back":
        return handBackTicket(ctx, target, { tried: act.tried });
      case "reclassify":
        return reclassifyTicket(ctx, target, act.change);
      case "resolve":
        return resolveTicket(ctx, target, act.resolution);
      case "confirm":
        return confirmTicket(ctx, target);
      case "reopen":
        return reopenTicket(ctx, target, { stillFails: act.stillFails });
      case "cancel":
        return cancelTicket(ctx, target, { reason: act.reason });
      case "link":
        return linkTickets(ctx, { number, to: this.numbers[act.to] ?? 0, kind: act.kind });
      case "duplicate":
        return markDuplicate(ctx, target, this.numbers[act.of] ?? 0);
      case "join":
        return joinTicket(ctx, { number, peopleWaiting: act.peopleWaiting });
      default:
        throw new Error(`no verb ${act.do}`);
    }
  }

  async #closeSilent(now: Date): Promise<void> {
    await actAs(this.tx, SYSTEM);
    this.#current = null;
    const ctx: Ctx = { db: this.tx, actor: SYSTEM, now, quiet: true };
    for (const number of await listSilentTickets(ctx)) await closeSilentTicket(ctx, number);
    // What was late in the past is known when the demo begins: nobody is warned of it then.
    for (const number of await listStepping(ctx, WARNED_AT_ONCE)) await warnOf(ctx, number);
  }

  #inputOf(form: OpenForm) {
    const idOf = (email: string | null) => (email === null ? null : find(this.directory.people, email).personId);
    const { ward, system, reporter, affected, ...words } = form;
    return {
      ...words,
      siteId: find(this.directory.wards, ward),
      systemId: find(this.directory.systems, system),
      reporterId: idOf(reporter) ?? undefined,
      affectedPersonId: idOf(affected),
      writtenAt: null,
      fileIds: [],
    };
  }
}
