import type { LoaderFunctionArgs } from "@remix-run/node";
import { peopleTemplate } from "#app/domain/policy/people-export.server.ts";
import { requireAdmin } from "#app/domain/policy/require-admin.ts";
import { withContext } from "#app/http/context.server.ts";
import { wordsFor } from "#app/i18n/words-for.server.ts";
import { csvFile } from "./csv-file.server.ts";

export const loader = (args: LoaderFunctionArgs) =>
  withContext(args, async (ctx) => {
    requireAdmin(ctx.actor);
    return csvFile(peopleTemplate(ctx.lang), wordsFor(ctx.lang).peopleImport.templateName);
  });
