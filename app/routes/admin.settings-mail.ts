import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { z } from "zod";
import { chooseMailContent, putTestLetter } from "#app/domain/notifications/mail-content.server.ts";
import { requireAdmin } from "#app/domain/policy/require-admin.ts";
import { withContext } from "#app/http/context.server.ts";
import { parseForm } from "#app/http/forms.server.ts";
import { paths } from "#app/http/paths.ts";
import { redirectWithFlash } from "#app/http/redirect.server.ts";
import { MAIL_CONTENTS } from "#app/mail/letter.ts";

const Content = z.object({ intent: z.literal("content"), content: z.enum(MAIL_CONTENTS) });
const Test = z.object({ intent: z.literal("test") });

/** Whoever had to sign in again before saving comes back to this address. */
export const loader = (args: LoaderFunctionArgs) =>
  withContext(args, async (ctx) => {
    requireAdmin(ctx.actor);
    return redirect(paths.admin("settings"));
  });

export const action = (args: ActionFunctionArgs) =>
  withContext(args, async (ctx) => {
    requireAdmin(ctx.actor);
    const form = await parseForm(args.request, z.discriminatedUnion("intent", [Content, Test]));
    // Only a form that is not ours can be wrong: it has nothing to type.
    if (form.status === "error") throw new Response(null, { status: form.code });
    if (form.value.intent === "content") await chooseMailContent(ctx, form.value.content);
    else await putTestLetter(ctx);
    return redirectWithFlash(paths.admin("settings"), form.value.intent === "test" ? "test_letter" : "saved");
  });
