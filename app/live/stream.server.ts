import type { Request, RequestHandler } from "express";
import type { Db } from "#app/db/connect.server.ts";
import { readSession } from "#app/domain/identity/sessions.server.ts";
import { log } from "#app/lib/log.server.ts";
import { type Client, openClient } from "#app/live/client.server.ts";
import { listChangesAfter } from "#app/live/events.server.ts";
import { type Hub, LOOK_BACK, reachKey } from "#app/live/hub.server.ts";
import { sendUnread } from "#app/live/told.server.ts";
import { startViewing, stopViewing } from "#app/live/viewers.server.ts";
import { liveConnections } from "#app/server/metrics.server.ts";
import { answerPlainly, refuse } from "#app/server/refuse.server.ts";

const PER_PERSON = 1_200;
const CATCH_UP_BOUND = 200;
/** Further back than this, reading the page again is cheaper than finding out what changed. */
const CATCH_UP_EVENTS = 5_000;

const wholeNumber = (value: unknown) => (typeof value === "string" && /^\d{1,15}$/.test(value) ? Number(value) : null);

/** As many digits as a ticket's number may have; no other number has a ticket. */
const ticketOf = (value: unknown) => (typeof value === "string" && /^\d{1,9}$/.test(value) ? Number(value) : null);

const sinceOf = (req: Request) => wholeNumber(req.headers["last-event-id"]) ?? wholeNumber(req.query.since);

async function catchUp(hub: Hub, db: Db, client: Client, since: number): Promise<void> {
  const now = hub.cursor();
  if (since >= now) return;
  if (now - since > CATCH_UP_EVENTS) return client.send("resync", {}, now);
  const found = await listChangesAfter(db, client.actor, Math.max(0, since - LOOK_BACK), CATCH_UP_EVENTS);
  const tickets = new Set(found.map(({ ticket }) => ticket));
  if (tickets.size > CATCH_UP_BOUND) return client.send("resync", {}, now);
  for (const ticket of tickets) client.send("changed", { ticket }, found[0]?.event);
}

/** Server-sent events, outside Remix: only the socket itself tells reliably when a reader is gone. */
export function liveStream(hub: Hub, db: () => Db): RequestHandler {
  return async (req, res) => {
    const cookie = req.headers.cookie ?? "";
    const ticket = ticketOf(req.query.ticket);
    try {
      const signedIn = await readSession(db(), cookie, new Date(), { touch: false });
      if (!signedIn) return answerPlainly(req, res, 401);
      const own = [...hub.clients].filter(({ actor }) => actor.personId === signedIn.actor.personId).length;
      if (own >= PER_PERSON) return refuse(req, res, 429, "too many streams");
      if (res.destroyed) return;

      const client = openClient(res, { ...signedIn, cookie, reach: reachKey(signedIn.actor) });
      hub.clients.add(client);
      liveConnections.inc();
      res.once("close", () => {
        hub.clients.delete(client);
        liveConnections.dec();
        if (client.ticket !== null) stopViewing(db(), [client.id]).catch(() => {});
      });
      const { personId } = client.actor;
      // Only who may read the ticket is told of its viewers, so the client has none until that is known.
      if (ticket !== null && (await startViewing(db(), client.actor, { id: client.id, personId, ticket }))) {
        client.ticket = ticket;
        if (res.destroyed) await stopViewing(db(), [client.id]);
        else hub.view(ticket);
      }
      const since = sinceOf(req);
      if (since !== null) await catchUp(hub, db(), client, since);
      client.send("hello", {}, hub.cursor());
      // What came between the page and its stream, or while the reader was away.
      await sendUnread(db(), [client]);
    } catch (err) {
      log.warn({ err, requestId: res.locals.requestId }, "a live stream could not be opened");
      if (res.headersSent) res.end();
      else answerPlainly(req, res, 503);
    }
  };
}
