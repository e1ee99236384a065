import type { LoaderFunctionArgs } from "@remix-run/node";
import { exportPeople } from "#app/domain/policy/people-export.server.ts";
import { readPeopleFilters } from "#app/domain/policy/people-filters.ts";
import { requireAdmin } from "#app/domain/policy/require-admin.ts";
import { withContext } from "#app/http/context.server.ts";
import { wordsFor } from "#app/i18n/words-for.server.ts";
import { dateIn } from "#app/lib/time.ts";
import { csvFile } from "./csv-file.server.ts";

export const loader = (args: LoaderFunctionArgs) =>
  withContext(args, async (ctx) => {
    requireAdmin(ctx.actor);
    const filters = readPeopleFilters(new URL(args.request.url).searchParams);
    return csvFile(
      await exportPeople(ctx, filters, ctx.lang),
      `${wordsFor(ctx.lang).peopleImport.fileName}-${dateIn(ctx.now)}`,
    );
  });
