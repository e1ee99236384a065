import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { TrailView } from "#app/components/access/trail-view.tsx";
import { getTrail } from "#app/domain/access/trail.server.ts";
import { withContext } from "#app/http/context.server.ts";
import { paths } from "#app/http/paths.ts";
import { recordId } from "#app/http/record-id.server.ts";
import type { Words } from "#app/i18n/vi.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Page } from "#app/ui/page.tsx";

export const handle = { title: (w: Words) => w.accessRegister.trail.title };

export const loader = (args: LoaderFunctionArgs) =>
  withContext(args, (ctx) => getTrail(ctx, recordId(args.params), ctx.lang));

export default function Entitlement() {
  const w = useWords();
  const trail = useLoaderData<typeof loader>();
  return (
    <Page title={trail.entitlement.person} back={{ to: paths.register(), label: w.accessRegister.title }}>
      <TrailView trail={trail} />
    </Page>
  );
}
