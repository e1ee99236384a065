import type { LoaderFunctionArgs } from "@remix-run/node";
import { withPublicContext } from "#app/http/context.server.ts";
import { letterAnswer } from "#app/http/letter-answer.server.ts";
import { openLetter } from "./mailbox-door.server.ts";

export const loader = (args: LoaderFunctionArgs) =>
  withPublicContext(args, async (ctx) => letterAnswer((await openLetter(ctx, args.params.id)).mail.html));
