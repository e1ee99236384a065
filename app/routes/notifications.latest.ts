import type { LoaderFunctionArgs } from "@remix-run/node";
import { listNotifications } from "#app/domain/notifications/inbox.server.ts";
import { withContext } from "#app/http/context.server.ts";

const SHOWN = 8;

/** What the panel under the bell shows. */
export const loader = (args: LoaderFunctionArgs) =>
  withContext(args, async (ctx) => {
    const { rows } = await listNotifications(ctx, { limit: SHOWN, lang: ctx.lang });
    return Response.json({ now: ctx.now, rows: rows.map((row) => ({ ...row, me: ctx.actor.personId })) });
  });
