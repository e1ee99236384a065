import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { withPublicContext } from "#app/http/context.server.ts";

async function nothingHere(): Promise<never> {
  throw new Response(null, { status: 404 });
}

export const loader = (args: LoaderFunctionArgs) => withPublicContext(args, nothingHere);
export const action = (args: ActionFunctionArgs) => withPublicContext(args, nothingHere);

export default function NotFound() {
  return null;
}
