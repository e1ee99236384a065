import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CatalogueView } from "#app/components/access/catalogue-view.tsx";
import { listCatalogue } from "#app/domain/access/catalogue-admin.server.ts";
import { withContext } from "#app/http/context.server.ts";
import { paths } from "#app/http/paths.ts";
import type { Words } from "#app/i18n/vi.ts";
import { useWords } from "#app/i18n/words.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Page } from "#app/ui/page.tsx";

export const handle = { title: (w: Words) => w.places.sections.rights };

export const loader = (args: LoaderFunctionArgs) => withContext(args, listCatalogue);

export default function Rights() {
  const w = useWords();
  const words = w.accessCatalogue.right;
  return (
    <Page
      title={w.places.sections.rights}
      lead={words.lead}
      actions={<ButtonLink to={paths.admin("rights/new")}>{words.add}</ButtonLink>}
    >
      <CatalogueView catalogue={useLoaderData<typeof loader>()} />
    </Page>
  );
}
