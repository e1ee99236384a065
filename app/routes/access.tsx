import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AccessHomeView } from "#app/components/access/access-home-view.tsx";
import { getAccessHome } from "#app/domain/access/home.server.ts";
import { withContext } from "#app/http/context.server.ts";
import { paths } from "#app/http/paths.ts";
import type { Words } from "#app/i18n/vi.ts";
import { useWords } from "#app/i18n/words.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Page } from "#app/ui/page.tsx";

export const handle = { title: (w: Words) => w.access.title };

export const loader = (args: LoaderFunctionArgs) => withContext(args, getAccessHome);

export default function Access() {
  const w = useWords();
  return (
    <Page
      title={w.access.title}
      lead={w.accessPages.home.lead}
      actions={
        <ButtonLink to={paths.newAccessRequest()} variant="primary">
          {w.accessPages.home.ask}
        </ButtonLink>
      }
    >
      <AccessHomeView home={useLoaderData<typeof loader>()} />
    </Page>
  );
}
