import type { Db } from "#app/db/connect.server.ts";
import { type Actor, reachOf } from "#app/domain/policy/actor.ts";
import type { Client } from "#app/live/client.server.ts";
import { eachOf } from "#app/live/each-of.ts";
import { type Change, listChangesAfter, listReadable } from "#app/live/events.server.ts";
import { listTied } from "#app/live/standing.server.ts";
import { listToldOf, sendUnread } from "#app/live/told.server.ts";
import { listViewers } from "#app/live/viewers.server.ts";

/** Commits may come out of the order of their ids: looking back this far finds the late ones. */
export const LOOK_BACK = 100;
const REMEMBERED = 5_000;
const POLL_BOUND = 1_000;
const AT_ONCE = 4;
const NOBODY = 0;

/** Everything about an actor but who it is. */
export const reachKey = (actor: Actor) => JSON.stringify({ ...reachOf(actor), personId: NOBODY, fileSites: [] });

export type Hub = ReturnType<typeof openHub>;

/** Knows the open streams and what changed; asks the database, for each person, who may hear of it. */
export function openHub(db: () => Db) {
  const clients = new Set<Client>();
  const seen = new Set<number>();
  let pending = new Map<number, Change>();
  let viewed = new Set<number>();
  let told = new Set<number>();
  let cursor = 0;

  /** Whether it is news. */
  function remember(change: Change): boolean {
    cursor = Math.max(cursor, change.event);
    if (seen.has(change.event)) return false;
    seen.add(change.event);
    for (const oldest of seen) {
      if (seen.size <= REMEMBERED) break;
      seen.delete(oldest);
    }
    pending.set(change.event, change);
    return true;
  }

  function hear(payload: string): void {
    const hint: { t?: unknown; e?: unknown; v?: unknown; p?: unknown; n?: unknown } = JSON.parse(payload);
    const event = Number(hint.e);
    if (typeof hint.t === "number" && Number.isSafeInteger(event)) remember({ event, ticket: hint.t });
    if (typeof hint.v === "number") viewed.add(hint.v);
    if (Array.isArray(hint.n)) for (const person of hint.n) if (Number.isSafeInteger(person)) told.add(person);
    if (typeof hint.p === "number") for (const client of clients) if (client.actor.personId === hint.p) client.end();
  }

  function grouped(keyOf: (client: Client) => string): Client[][] {
    const groups = new Map<string, Client[]>();
    for (const client of clients) {
      const key = keyOf(client);
      const group = groups.get(key);
      if (group) group.push(client);
      else groups.set(key, [client]);
    }
    return [...groups.values()];
  }

  /** People with the same reach and no tie of their own are answered alike, so the database is asked once for all. */
  async function sendChanges(): Promise<void> {
    const changes = [...pending.values()];
    pending = new Map();
    if (changes.length === 0 || clients.size === 0) return;
    const events = changes.map(({ event }) => event);
    const tied = await listTied(db(), [...new Set(changes.map(({ ticket }) => ticket))]);
    const alike = grouped(({ actor, reach }) => (tied.has(actor.personId) ? `person ${actor.personId}` : reach));
    await eachOf(alike, AT_ONCE, async (group) => {
      const [first] = group;
      if (!first) return;
      const { personId, ...rest } = first.actor;
      const asked = { ...rest, personId: tied.has(personId) ? personId : NOBODY };
      const readable = await listReadable(db(), asked, events);
      const newest = Math.max(...readable.map(({ event }) => event));
      const tickets = new Set(readable.map(({ ticket }) => ticket));
      for (const client of group) for (const ticket of tickets) client.send("changed", { ticket }, newest);
    });
  }

  async function sendTold(): Promise<void> {
    const people = told;
    told = new Set();
    if (people.size === 0) return;
    // Of one person two streams may differ in rights, until the older one is ended.
    const each = grouped(({ actor, reach }) => `${actor.personId} ${reach}`);
    const listening = each.filter(([first]) => first && people.has(first.actor.personId));
    await eachOf(listening, AT_ONCE, (group) => sendUnread(db(), group));
  }

  async function sendViewers(): Promise<void> {
    const tickets = [...viewed];
    viewed = new Set();
    const watching = [...clients].filter(({ ticket }) => ticket !== null && tickets.includes(ticket));
    if (watching.length === 0) return;
    const viewers = await listViewers(db(), tickets);
    for (const client of watching) {
      const others = viewers.filter(
        ({ ticket, personId }) => ticket === client.ticket && personId !== client.actor.personId,
      );
      const names = JSON.stringify(others.map(({ name }) => name));
      if (names === client.viewersSent) continue;
      client.viewersSent = names;
      client.send("viewers", { ticket: client.ticket, names: others.map(({ name }) => name) });
    }
  }

  return {
    clients,
    hear,
    cursor: () => cursor,
    /** Somebody has come to this ticket. */
    view: (ticket: number) => void viewed.add(ticket),
    /** What was there before we looked is no news. */
    async start(actor: Actor, newest: number) {
      const known = await listChangesAfter(db(), actor, Math.max(0, newest - LOOK_BACK), POLL_BOUND);
      for (const { event } of known) seen.add(event);
      cursor = Math.max(cursor, newest);
    },
    /** Finds what no notification told of. */
    async poll(actor: Actor) {
      const found = await listChangesAfter(db(), actor, Math.max(0, cursor - LOOK_BACK), POLL_BOUND);
      const missed = found.filter(remember).map(({ event }) => event);
      const listening = [...new Set([...clients].map((client) => client.actor.personId))];
      for (const person of await listToldOf(db(), missed, listening)) told.add(person);
      if (found.length === POLL_BOUND) for (const client of clients) client.send("resync", {});
    },
    async tick() {
      await sendChanges();
      await sendTold();
      await sendViewers();
    },
  };
}
