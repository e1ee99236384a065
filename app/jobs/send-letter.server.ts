import type { Db } from "#app/db/connect.server.ts";
import type { Delivery } from "#app/db/outbox.server.ts";
import { letterOf } from "#app/domain/notifications/letter-of.server.ts";
import {
  type Addressee,
  markDropped,
  markFailed,
  markSent,
  noteFailure,
  putOff,
  startAttempt,
} from "#app/domain/notifications/outbox.server.ts";
import { log } from "#app/lib/log.server.ts";
import { composeMail } from "#app/mail/compose.server.ts";
import type { Letter, RenderLetter } from "#app/mail/letter.ts";
import type { Sent, Transport } from "#app/mail/transport.server.ts";
import type { Breaker } from "./breaker.ts";

export type Post = { transport: Transport; renderLetter: RenderLetter };
export type LetterJob = { id: string; round: number };
/** "again": the queue tries later, with its backoff, until it gives up. */
export type Outcome = "settled" | "again";

const JITTER = 0.2;
/** A provider that asks for patience this often is not going to take it. */
const MOST_TRIES = 50;

type Options = LetterJob & { db: Db; post: Post; breaker: Breaker; now?: () => Date; signal?: AbortSignal };

/** One try of one letter. Nothing is locked while the provider is asked; a repeat of a try carries the same key. */
export async function sendLetter(options: Options): Promise<Outcome> {
  const { id, round, db, post, breaker, now = () => new Date(), signal } = options;
  const wait = breaker.waitsUntil(now());
  if (wait) return later(db, { id, round }, wait, "waits for the provider", now());
  const attempt = await startAttempt(db, id, round, now());
  if (!attempt) return "settled";
  const letter = await letterOf(db, attempt, now());
  if (typeof letter === "string") {
    await markDropped(db, { id, round }, letter, now());
    return "settled";
  }
  const sent = await carry(post, letter, attempt.delivery, attempt.person, signal);
  return settle(sent, { db, post, breaker, delivery: attempt.delivery, at: now() });
}

async function carry(
  post: Post,
  letter: Letter,
  delivery: Delivery,
  to: Addressee,
  signal?: AbortSignal,
): Promise<Sent> {
  try {
    const rendered = await post.renderLetter(letter);
    return await post.transport.send(composeMail({ letter, rendered, to, delivery }), signal);
  } catch (err) {
    log.error({ err, delivery: delivery.id }, "a letter could not be written");
    return { ok: false, retry: true, reason: "could not be written" };
  }
}

type Settling = { db: Db; post: Post; breaker: Breaker; delivery: Delivery; at: Date };

async function settle(sent: Sent, { db, post, breaker, delivery, at }: Settling): Promise<Outcome> {
  if (sent.ok) {
    breaker.worked();
    await markSent(db, delivery, { provider: post.transport.name, providerId: sent.providerId }, at);
    return "settled";
  }
  log.warn({ delivery: delivery.id, reason: sent.reason, retry: sent.retry }, "a letter was not taken");
  if (!sent.retry || delivery.attempts >= MOST_TRIES) {
    await markFailed(db, delivery, sent.reason, at);
    return "settled";
  }
  if (sent.afterSeconds !== undefined) {
    const until = new Date(at.getTime() + sent.afterSeconds * 1_000);
    breaker.pause(until);
    return later(db, delivery, until, sent.reason, at);
  }
  breaker.failed(at);
  await noteFailure(db, delivery, sent.reason, at);
  return "again";
}

/** Not all at the same moment: they were put off together. */
async function later(db: Db, which: LetterJob, until: Date, reason: string, now: Date): Promise<Outcome> {
  const wait = until.getTime() - now.getTime();
  await putOff(db, which, new Date(until.getTime() + 1_000 + Math.random() * JITTER * wait), reason, now);
  return "settled";
}
