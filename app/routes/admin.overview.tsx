import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link } from "@remix-run/react";
import { SECTIONS, sectionPath } from "#app/components/admin/sections.ts";
import { requireAdmin } from "#app/domain/policy/require-admin.ts";
import { withContext } from "#app/http/context.server.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Page } from "#app/ui/page.tsx";

export const loader = (args: LoaderFunctionArgs) =>
  withContext(args, async (ctx) => {
    requireAdmin(ctx.actor);
    return null;
  });

export default function Overview() {
  const w = useWords();
  return (
    <Page title={w.places.title}>
      <ul className="grid gap-2">
        {SECTIONS.map((key) => (
          <li key={key}>
            <Link to={sectionPath(key)}>{w.places.sections[key]}</Link>
          </li>
        ))}
      </ul>
    </Page>
  );
}
