import type { LoaderFunctionArgs } from "@remix-run/node";
import { actionText, differencesOf, objectText } from "#app/components/audit/fact-words.ts";
import { exportHistory } from "#app/domain/audit/export.server.ts";
import { requireAdmin } from "#app/domain/policy/require-admin.ts";
import { withContext } from "#app/http/context.server.ts";
import { wordsFor } from "#app/i18n/words-for.server.ts";
import { csvText } from "#app/lib/csv.ts";
import { formatDateTime } from "#app/lib/format.ts";
import { dateIn } from "#app/lib/time.ts";
import { everyWord, readHistoryWish } from "./admin-history-wish.server.ts";

export const loader = (args: LoaderFunctionArgs) =>
  withContext(args, async (ctx) => {
    requireAdmin(ctx.actor);
    const w = wordsFor(ctx.lang);
    const { columns, machine, nobody, becomes, exportName, kind } = w.audit;
    const { wish } = readHistoryWish(new URL(args.request.url).searchParams);
    const entries = await exportHistory(ctx, wish, everyWord());
    const rows = entries.map((entry) => {
      const changes = differencesOf(entry.before, entry.after, w, ctx.lang).map(({ field, before, after }) => {
        return `${field}: ${before !== null && after !== null ? becomes(before, after) : (after ?? before)}`;
      });
      const actor = entry.actorName ?? (entry.kind === "request" ? nobody : machine);
      const at = formatDateTime(entry.at);
      return [at, actor, actionText(entry.action, w), objectText(entry, w), changes.join("\n"), entry.peer ?? ""];
    });
    const head = [columns.at, columns.actor, columns.action, kind, columns.changes, columns.peer];
    return new Response(csvText([head, ...rows]), {
      headers: {
        "Content-Type": "text/csv; charset=utf-8",
        "Content-Disposition": `attachment; filename="${exportName}-${dateIn(ctx.now)}.csv"`,
        "Cache-Control": "no-store",
      },
    });
  });
