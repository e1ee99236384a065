import { eq } from "drizzle-orm";
import type { Db } from "#app/db/connect.server.ts";
import { type Ctx, inContext } from "#app/db/context.server.ts";
import { env } from "#app/env.server.ts";
import type { Letter } from "#app/mail/letter.ts";
import { whatWaits } from "../access/waiting.server.ts";
import { getPerson } from "../directory/people.server.ts";
import { issueLink } from "../identity/links.server.ts";
import { type Person, SYSTEM } from "../policy/actor.ts";
import { listGrants } from "../policy/grants.server.ts";
import { readMailContent } from "./mail-content.server.ts";
import { listNews, type NewsOfTicket } from "./news.server.ts";
import type { Addressee, Attempt, DroppedFor } from "./outbox.server.ts";
import { notifications } from "./schema.server.ts";

const DIGEST_TICKETS = 30;

/** Writes the letter as of now, or says why there is none to send. Rights and the person's state are asked again here. */
export async function letterOf(db: Db, { delivery, person }: Attempt, now: Date): Promise<Letter | DroppedFor> {
  if (person.disabled) return "disabled";
  if (person.address === "") return "no_address";
  const common = { person: { name: person.name, lang: person.lang }, appUrl: env.APP_URL };
  const { purpose } = delivery;
  switch (purpose) {
    case "ticket":
    case "digest":
      return ticketsLetter(db, { delivery, person }, common, now);
    case "invitation":
    case "password_reset":
    case "address_confirm": {
      const address = delivery.toAddress ?? undefined;
      const link = await asSystem(db, now, (ctx) => issueLink(ctx, { personId: person.id, purpose, address }));
      return { ...common, purpose, ...link };
    }
    case "address_changed": {
      const { email } = await asSystem(db, now, (ctx) => getPerson(ctx, person.id));
      return { ...common, purpose, at: delivery.createdAt, asked: delivery.toAddress === email };
    }
    case "access_waits": {
      const actor = await asSystem(db, now, (ctx) => actorOf(ctx, person));
      const waits = await inContext(db, actor, now, (ctx) => whatWaits({ ...ctx, actor }));
      return waits ? { ...common, purpose, ...waits } : "nothing_new";
    }
    case "password_changed":
    case "test":
      return { ...common, purpose, at: delivery.createdAt };
  }
}

type Common = Pick<Letter, "person" | "appUrl">;

async function ticketsLetter(
  db: Db,
  { delivery, person }: Attempt,
  common: Common,
  now: Date,
): Promise<Letter | DroppedFor> {
  const { actor, content } = await asSystem(db, now, async (ctx) => ({
    actor: await actorOf(ctx, person),
    content: await readMailContent(ctx),
  }));
  const readable = await inContext(db, actor, now, (ctx) => listNews({ ...ctx, actor }, delivery.id));
  const news = readable.filter(({ siteId }) => serves(actor, siteId));
  const [first] = news;
  if (!first) return readable.length > 0 ? "left_the_place" : await whyNothing(db, delivery.id, now);
  if (delivery.purpose === "ticket") return { ...common, purpose: "ticket", content, ticket: plain(first) };
  const more = Math.max(0, news.length - DIGEST_TICKETS);
  const tickets = news.slice(0, DIGEST_TICKETS).map(plain);
  return { ...common, purpose: "digest", content, at: delivery.createdAt, tickets, more };
}

const plain = ({ siteId: _, ...ticket }: NewsOfTicket) => ticket;

async function actorOf(ctx: Ctx, { id, name, lang }: Addressee): Promise<Person> {
  return { kind: "person", personId: id, name, lang, grants: await listGrants(ctx.db, id, ctx.now) };
}

/** Mail leaves the building: it goes to people who hold a role where the ticket is, not to those who once did. */
const serves = ({ grants }: Person, wardId: number) =>
  grants.some((grant) => grant.siteKind === "city" || grant.wardId === wardId);

/** All was read in the page meanwhile, or none of it may be read any more. */
const whyNothing = (db: Db, deliveryId: string, now: Date): Promise<DroppedFor> =>
  asSystem(db, now, async (ctx) => {
    const taken = eq(notifications.deliveryId, deliveryId);
    const [any] = await ctx.db.select({ id: notifications.id }).from(notifications).where(taken).limit(1);
    return any ? "not_readable" : "nothing_new";
  });

const asSystem = <T>(db: Db, now: Date, work: (ctx: Ctx) => Promise<T>) => inContext(db, SYSTEM, now, work);
