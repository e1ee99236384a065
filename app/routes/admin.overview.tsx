import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AttentionList, SectionList } from "#app/components/admin/overview.tsx";
import { countKept, listAttention } from "#app/domain/audit/overview.server.ts";
import { requireAdmin } from "#app/domain/policy/require-admin.ts";
import { withContext } from "#app/http/context.server.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Page, Section } from "#app/ui/page.tsx";

export const loader = (args: LoaderFunctionArgs) =>
  withContext(args, async (ctx) => {
    requireAdmin(ctx.actor);
    return { counts: await countKept(ctx), attention: await listAttention(ctx) };
  });

export default function Overview() {
  const w = useWords();
  const { counts, attention } = useLoaderData<typeof loader>();
  return (
    <Page title={w.places.title} lead={w.places.lead} width="form">
      <Section id="attention" title={w.places.attention.title}>
        <AttentionList rows={attention} />
      </Section>
      <SectionList counts={counts} />
    </Page>
  );
}
