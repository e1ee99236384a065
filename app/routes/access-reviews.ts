import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { z } from "zod";
import { openReview } from "#app/domain/access/reviews.server.ts";
import { accessPaths } from "#app/http/access-paths.ts";
import { attempt } from "#app/http/attempt.server.ts";
import { withContext } from "#app/http/context.server.ts";
import { id } from "#app/http/fields.server.ts";
import { parseForm } from "#app/http/forms.server.ts";
import { paths } from "#app/http/paths.ts";
import { redirectWithFlash } from "#app/http/redirect.server.ts";

const Unit = z.object({ siteId: id });

export const loader = (args: LoaderFunctionArgs) => withContext(args, () => Promise.resolve(redirect(paths.access())));

/** Begins this year's review of a unit, or goes on with it. */
export const action = (args: ActionFunctionArgs) =>
  withContext(args, async (ctx) => {
    const form = await parseForm(args.request, Unit);
    if (form.status === "error") return redirect(paths.access());
    const opened = await attempt(openReview(ctx, form.value.siteId));
    if (!opened.ok) throw new Response(null, { status: 404 });
    return redirectWithFlash(accessPaths.accessReview(opened.value), "saved");
  });
