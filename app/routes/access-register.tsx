import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { RegisterView } from "#app/components/access/register-view.tsx";
import { keepsRegister } from "#app/domain/access/recording.server.ts";
import { getRegister } from "#app/domain/access/register-page.server.ts";
import { accessPaths } from "#app/http/access-paths.ts";
import { withContext } from "#app/http/context.server.ts";
import { paths } from "#app/http/paths.ts";
import type { Words } from "#app/i18n/vi.ts";
import { useWords } from "#app/i18n/words.tsx";
import { registerWishIn } from "#app/routes/access-register-wish.server.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Page } from "#app/ui/page.tsx";

export const handle = { title: (w: Words) => w.accessRegister.title };

export const loader = (args: LoaderFunctionArgs) =>
  withContext(args, async (ctx) => {
    const wish = registerWishIn(args.request);
    return {
      wish,
      page: await getRegister(ctx, wish),
      query: new URL(args.request.url).search,
      mayRecord: await keepsRegister(ctx),
    };
  });

export default function Register() {
  const w = useWords();
  const words = w.accessRegister;
  const { wish, page, query, mayRecord } = useLoaderData<typeof loader>();
  return (
    <Page
      title={words.title}
      lead={words.lead}
      back={{ to: paths.access(), label: w.access.title }}
      actions={
        <>
          {mayRecord && (
            <ButtonLink to={accessPaths.recordedRight()} variant="quiet">
              {w.accessTasks.record.title}
            </ButtonLink>
          )}
          <ButtonLink to={`${accessPaths.registerExport()}${query}`} reloadDocument>
            {words.export}
          </ButtonLink>
        </>
      }
    >
      <RegisterView page={page} wish={wish} />
    </Page>
  );
}
