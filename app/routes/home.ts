import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { homeFor } from "#app/components/shell/places.ts";
import { withContext } from "#app/http/context.server.ts";
import { readFlash, redirectWithFlash } from "#app/http/redirect.server.ts";

export const loader = (args: LoaderFunctionArgs) =>
  withContext(args, async ({ actor }) => {
    const done = readFlash(args.request);
    throw done ? redirectWithFlash(homeFor(actor), done) : redirect(homeFor(actor));
  });
