import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { homeFor } from "#app/components/shell/places.ts";
import { withContext } from "#app/http/context.server.ts";

export const loader = (args: LoaderFunctionArgs) =>
  withContext(args, async ({ actor }) => {
    throw redirect(homeFor(actor));
  });
