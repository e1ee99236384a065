import type { LoaderFunctionArgs } from "@remix-run/node";
import { withPublicContext } from "#app/http/context.server.ts";
import { letterAnswer } from "#app/http/letter-answer.server.ts";
import { sampleLetter } from "#app/mail/preview.server.ts";
import { renderLetter } from "#app/mail/render.tsx";
import { previewed } from "./mail-preview-wish.server.ts";

export const loader = (args: LoaderFunctionArgs) =>
  withPublicContext(args, async ({ now }) => {
    const { html } = await renderLetter(sampleLetter(previewed(args.request), now));
    return letterAnswer(html);
  });
