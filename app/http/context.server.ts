import type { AppLoadContext } from "@remix-run/node";
import type { Db } from "#app/db/connect.server.ts";
import type { Ctx } from "#app/db/context.server.ts";
import { readSession, type SignedIn } from "#app/domain/identity/sessions.server.ts";
import { type Actor, ANONYMOUS, type Person } from "#app/domain/policy/actor.ts";
import { dropUploads, readForm } from "#app/http/form-data.server.ts";
import { noSuchMethod } from "#app/http/methods.server.ts";
import { loginFor } from "#app/http/redirect.server.ts";
import { noteRefusal } from "#app/http/refused.server.ts";
import { pageTransaction } from "#app/http/transaction.server.ts";
import { isUnavailable, unavailable } from "#app/http/unavailable.server.ts";
import { type Lang, resolveLang } from "#app/i18n/language.ts";
import { DomainError } from "#app/lib/domain-error.ts";
import "#app/http/load-context.ts";

export type PageArgs = { request: Request; context: AppLoadContext };
type About = { lang: Lang; requestId: string; peer: string };
export type PublicCtx = Ctx & About & { sessionId?: string };
export type PageCtx = Ctx & About & { actor: Person; sessionId: string };
export type Visit = About & {
  db: Db;
  now: Date;
  userAgent: string;
  cookieHeader: string | null;
  signedIn: SignedIn | null;
};

const USER_AGENT_LENGTH = 300;

// Each loader has its own Request; what they share is the load context, so one page reads its session once.
const sessions = new WeakMap<AppLoadContext, Promise<SignedIn | null>>();

function sessionOf({ request, context }: PageArgs): Promise<SignedIn | null> {
  const known = sessions.get(context);
  if (known) return known;
  const reading = readSession(context.db, request.headers.get("Cookie"), new Date());
  sessions.set(context, reading);
  return reading;
}

function about({ request, context }: PageArgs, signedIn: SignedIn | null): About {
  const cookie = request.headers.get("Cookie");
  const lang = resolveLang({ url: request.url, cookie, personLang: signedIn?.actor.lang });
  return { lang, requestId: context.requestId, peer: context.peer };
}

/** A transaction on behalf of the person signed in; anybody else is sent to sign in first. */
export function withContext<T>(args: PageArgs, work: (ctx: PageCtx) => Promise<T>): Promise<T> {
  const asked = async () => {
    const signedIn = await sessionOf(args);
    if (!signedIn) throw loginFor(args.request);
    const { actor, sessionId } = signedIn;
    if (sends(args)) await readForm(args.request);
    const more = { ...about(args, signedIn), actor, sessionId };
    return pageTransaction(args.context.db, actor, (ctx) => answerTo(args, work({ ...ctx, ...more })));
  };
  return answering(args, asked, { missing: true });
}

/** For pages that anyone may open: the actor is anonymous when nobody is signed in. */
export function withPublicContext<T>(args: PageArgs, work: (ctx: PublicCtx) => Promise<T>): Promise<T> {
  return answering(args, async () => {
    const signedIn = await sessionOf(args);
    if (sends(args)) await readForm(args.request, { uploads: false });
    const actor = signedIn?.actor ?? ANONYMOUS;
    const more = { ...about(args, signedIn), sessionId: signedIn?.sessionId };
    return pageTransaction(args.context.db, actor, (ctx) => answerTo(args, work({ ...ctx, ...more })));
  });
}

/** For signing in and out: no transaction is held while a password is hashed. */
export function withVisit<T>(args: PageArgs, work: (visit: Visit) => Promise<T>, { uploads = false } = {}): Promise<T> {
  return answering(args, async () => {
    const signedIn = await sessionOf(args);
    if (args.request.method !== "GET") await readForm(args.request, { uploads: uploads && signedIn !== null });
    const { headers } = args.request;
    return work({
      ...about(args, signedIn),
      db: args.context.db,
      now: new Date(),
      userAgent: (headers.get("User-Agent") ?? "").slice(0, USER_AGENT_LENGTH),
      cookieHeader: headers.get("Cookie"),
      signedIn,
    });
  });
}

const sends = ({ request, context }: PageArgs) => request.method !== "GET" && !context.asksOnly;

/** Where nothing but the right to see the page was asked for, 405 undoes what its loader did, whatever it came to. */
async function answerTo<T>({ context }: PageArgs, working: Promise<T>): Promise<T> {
  if (!context.asksOnly) return working;
  await working.catch((thrown) => {
    if (!(thrown instanceof Response) || thrown.status >= 400) throw thrown;
  });
  throw noSuchMethod();
}

async function answering<T>(args: PageArgs, work: () => Promise<T>, { missing = false } = {}): Promise<T> {
  const { request, context } = args;
  if (context.databaseIsDown?.()) throw unavailable();
  try {
    const value = await work();
    noteRefusal(args, await askedBy(args), value, missing);
    return value;
  } catch (thrown) {
    const error = thrown instanceof DomainError ? refusalAnswer(thrown) : thrown;
    noteRefusal(args, await askedBy(args), error, missing);
    if (error instanceof Response || !isUnavailable(error)) throw error;
    context.onDatabaseError?.();
    throw unavailable();
  } finally {
    await dropUploads(request);
  }
}

/** Known by now, unless it was the session that could not be read. */
const askedBy = async ({ context }: PageArgs): Promise<Actor> =>
  (await sessions.get(context)?.catch(() => null))?.actor ?? ANONYMOUS;

const STATUS = { not_found: 404, forbidden: 404, conflict: 409, invalid: 422, limited: 429 } as const;

/** What a loader may not show looks like what is not there. */
const refusalAnswer = ({ refusal }: DomainError) => new Response(null, { status: STATUS[refusal] });
