import type { LoaderFunctionArgs } from "@remix-run/node";
import { getFile } from "#app/domain/tickets/files/files.server.ts";
import { withContext } from "#app/http/context.server.ts";
import { fileId, thumbAnswer } from "#app/http/file-answers.server.ts";

export const loader = async (args: LoaderFunctionArgs) => {
  const { file, lang } = await withContext(args, async (ctx) => ({
    file: await getFile(ctx, fileId(args.params)),
    lang: ctx.lang,
  }));
  return thumbAnswer(file.id, lang);
};
