import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { z } from "zod";
import { revokeOtherSessions, revokeSession } from "#app/domain/identity/sessions.server.ts";
import { withContext } from "#app/http/context.server.ts";
import { parseForm } from "#app/http/forms.server.ts";
import { paths } from "#app/http/paths.ts";
import { redirectWithFlash } from "#app/http/redirect.server.ts";

const Revocation = z.object({ intent: z.enum(["revoke", "revoke_others"]), id: z.string().max(200).optional() });

export const loader = (args: LoaderFunctionArgs) => withContext(args, async () => redirect(paths.me()));

export const action = (args: ActionFunctionArgs) =>
  withContext(args, async (ctx) => {
    const form = await parseForm(args.request, Revocation);
    if (form.status === "error") throw new Response(null, { status: form.code });
    if (form.value.intent === "revoke_others") {
      await revokeOtherSessions(ctx);
      return redirectWithFlash(paths.me(), "sessions_revoked");
    }
    await revokeSession(ctx, form.value.id ?? "");
    return redirectWithFlash(paths.me(), "session_revoked");
  });
