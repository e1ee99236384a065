import type { LoaderFunctionArgs } from "@remix-run/node";
import { getFile, logView } from "#app/domain/tickets/files/files.server.ts";
import { withContext } from "#app/http/context.server.ts";
import { fileAnswer, fileId } from "#app/http/file-answers.server.ts";

export const loader = async (args: LoaderFunctionArgs) => {
  const { file, lang } = await withContext(args, async (ctx) => {
    const found = await getFile(ctx, fileId(args.params));
    await logView(ctx, found);
    return { file: found, lang: ctx.lang };
  });
  return fileAnswer(file, lang);
};
