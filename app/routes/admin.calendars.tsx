import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Pager } from "#app/components/admin/pager.tsx";
import { SearchForm } from "#app/components/admin/search-form.tsx";
import { CalendarList } from "#app/components/calendars/calendar-list.tsx";
import { MissingYears } from "#app/components/calendars/missing-years.tsx";
import { requireAdmin } from "#app/domain/policy/require-admin.ts";
import { missingYears } from "#app/domain/sla/calendar-years.ts";
import { getCityCalendar, listCalendars } from "#app/domain/sla/calendars.server.ts";
import { withContext } from "#app/http/context.server.ts";
import { paths } from "#app/http/paths.ts";
import { optionalId } from "#app/http/record-id.server.ts";
import { searchWords } from "#app/http/search-words.server.ts";
import type { Words } from "#app/i18n/vi.ts";
import { useWords } from "#app/i18n/words.tsx";
import { dateIn } from "#app/lib/time.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { Page } from "#app/ui/page.tsx";

export const handle = { title: (w: Words) => w.places.sections.calendars };

export const loader = (args: LoaderFunctionArgs) =>
  withContext(args, async (ctx) => {
    requireAdmin(ctx.actor);
    const search = new URL(args.request.url).searchParams;
    const q = searchWords(search);
    const after = Math.min(optionalId(search.get("after")) ?? 0, 100_000);
    const { rows, next } = await listCalendars(ctx, { q, after });
    const city = await getCityCalendar(ctx);
    const today = dateIn(ctx.now);
    const shown = rows.map(({ hours, counted: _, ...row }) => ({
      ...row,
      weekly: hours.weekly,
      followsCity: hours.followsCity,
    }));
    return { q, rows: shown, next, today, cityId: city.id, missing: missingYears(city.hours.days, today) };
  });

export default function Calendars() {
  const w = useWords();
  const words = w.calendars;
  const { q, rows, next, today, cityId, missing } = useLoaderData<typeof loader>();
  return (
    <Page
      title={w.places.sections.calendars}
      lead={words.lead}
      actions={<ButtonLink to={paths.admin("calendars/new")}>{words.add}</ButtonLink>}
    >
      <div className="mb-6 grid gap-3 empty:hidden">
        <MissingYears years={missing} today={today} importPath={paths.admin(`calendars/${cityId}/import`)} />
      </div>
      <SearchForm q={q} label={words.search} hint={words.searchHint} />
      {rows.length > 0 ? (
        <CalendarList rows={rows} today={today} />
      ) : (
        <Empty title={words.none}>{words.noneHint}</Empty>
      )}
      <Pager next={next} />
    </Page>
  );
}
