import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { RecomputationTable } from "#app/components/recomputations/recomputation-table.tsx";
import { WhileRunning } from "#app/components/recomputations/while-running.tsx";
import { requireAdmin } from "#app/domain/policy/require-admin.ts";
import { listRecomputations } from "#app/domain/tickets/clocks/recompute.server.ts";
import { withContext } from "#app/http/context.server.ts";
import type { Words } from "#app/i18n/vi.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { Page } from "#app/ui/page.tsx";

export const handle = { title: (w: Words) => w.places.sections.recomputations };

export const loader = (args: LoaderFunctionArgs) =>
  withContext(args, async (ctx) => {
    requireAdmin(ctx.actor);
    return { rows: await listRecomputations(ctx) };
  });

export default function Recomputations() {
  const w = useWords();
  const { rows } = useLoaderData<typeof loader>();
  const words = w.recomputations;
  return (
    <Page title={w.places.sections.recomputations} lead={words.lead}>
      {rows.some(({ finishedAt }) => finishedAt === null) && <WhileRunning />}
      {rows.length > 0 ? <RecomputationTable rows={rows} /> : <Empty title={words.none}>{words.noneHint}</Empty>}
    </Page>
  );
}
