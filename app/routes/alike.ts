import type { LoaderFunctionArgs } from "@remix-run/node";
import { withContext } from "#app/http/context.server.ts";

export const loader = (args: LoaderFunctionArgs) => withContext(args, async () => ({}));
