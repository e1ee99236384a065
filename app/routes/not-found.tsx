import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { withPublicContext } from "#app/http/context.server.ts";

const nothingHere = (args: LoaderFunctionArgs | ActionFunctionArgs) =>
  withPublicContext(args, async () => {
    throw new Response(null, { status: 404 });
  });

export const loader = nothingHere;
export const action = nothingHere;

export default function NotFound() {
  return null;
}
