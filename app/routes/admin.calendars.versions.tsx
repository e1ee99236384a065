import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Pager } from "#app/components/admin/pager.tsx";
import { ownerName } from "#app/components/calendars/calendar-words.ts";
import { VersionList } from "#app/components/calendars/version-list.tsx";
import { requireAdmin } from "#app/domain/policy/require-admin.ts";
import { differencesBetween } from "#app/domain/sla/calendar-difference.ts";
import { getCalendar, listVersions, VERSIONS_A_PAGE } from "#app/domain/sla/calendars.server.ts";
import { withContext } from "#app/http/context.server.ts";
import { paths } from "#app/http/paths.ts";
import { optionalId, recordId } from "#app/http/record-id.server.ts";
import type { Words } from "#app/i18n/vi.ts";
import { useLang, useWords } from "#app/i18n/words.tsx";
import { Page } from "#app/ui/page.tsx";

export const handle = { title: (w: Words) => w.calendars.versions.title };

export const loader = (args: LoaderFunctionArgs) =>
  withContext(args, async (ctx) => {
    requireAdmin(ctx.actor);
    const { hours: _, counted: __, ...calendar } = await getCalendar(ctx, recordId(args.params));
    const before = optionalId(new URL(args.request.url).searchParams.get("after")) ?? null;
    const versions = await listVersions(ctx, calendar.id, before);
    const rows = versions.slice(0, VERSIONS_A_PAGE).map(({ hours, ...version }, at) => {
      const older = versions[at + 1];
      return { ...version, differences: older ? differencesBetween(older.hours, hours) : null };
    });
    return { calendar, rows, next: versions[VERSIONS_A_PAGE]?.version ?? null };
  });

export default function Versions() {
  const w = useWords();
  const lang = useLang();
  const { calendar, rows, next } = useLoaderData<typeof loader>();
  return (
    <Page
      title={w.calendars.versions.title}
      lead={w.calendars.versions.lead}
      back={{ to: paths.admin(`calendars/${calendar.id}`), label: ownerName(calendar, w, lang) }}
    >
      <VersionList id={calendar.id} newest={calendar.version} rows={rows} />
      <Pager next={next} />
    </Page>
  );
}
