import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ownerName } from "#app/components/calendars/calendar-words.ts";
import { ImportForm } from "#app/components/calendars/import-form.tsx";
import { ImportPlan } from "#app/components/calendars/import-plan.tsx";
import { requireAdmin } from "#app/domain/policy/require-admin.ts";
import { daysAfterImport, readCalendarFile } from "#app/domain/sla/calendar-file.ts";
import { getCalendar } from "#app/domain/sla/calendars.server.ts";
import { editCalendar } from "#app/domain/tickets/clocks/calendar-edits.server.ts";
import { previewCalendar, proposalPrint } from "#app/domain/tickets/clocks/calendar-preview.server.ts";
import { attempt } from "#app/http/attempt.server.ts";
import { withContext } from "#app/http/context.server.ts";
import { parseForm } from "#app/http/forms.server.ts";
import { paths } from "#app/http/paths.ts";
import { recordId } from "#app/http/record-id.server.ts";
import { redirectWithFlash } from "#app/http/redirect.server.ts";
import type { Words } from "#app/i18n/vi.ts";
import { useLang, useWords } from "#app/i18n/words.tsx";
import { dateIn } from "#app/lib/time.ts";
import { Page } from "#app/ui/page.tsx";
import { unready } from "./admin-calendars-form.server.ts";
import { type ImportAnswer, ImportFields, readUpload } from "./admin-calendars-import.server.ts";

export const handle = { title: (w: Words) => w.calendars.import.title };
export const shouldRevalidate = () => true;

export const loader = (args: LoaderFunctionArgs) =>
  withContext(args, async (ctx) => {
    requireAdmin(ctx.actor);
    const { hours: _, counted: __, ...calendar } = await getCalendar(ctx, recordId(args.params));
    return { calendar, today: dateIn(ctx.now) };
  });

/** The file goes with the form from one look to the next; nothing of it is kept before it is saved. */
export const action = (args: ActionFunctionArgs) =>
  withContext(args, async (ctx) => {
    requireAdmin(ctx.actor);
    const calendar = await getCalendar(ctx, recordId(args.params));
    const form = await parseForm(args.request, ImportFields);
    if (form.status === "error")
      return data<ImportAnswer>({ reply: form.reply(), fault: "file_too_large" }, { status: form.code });
    const { value } = form;
    const given = await readUpload(value, form.uploads);
    const reply = (errors: Record<string, string[]> = {}, formErrors: string[] = []) => {
      const { values, ...rest } = form.reply({ errors, formErrors });
      return { ...rest, values: { ...values, content: "" } };
    };
    if ("fault" in given) return data<ImportAnswer>({ reply: reply(), fault: given.fault }, { status: 422 });
    const read = readCalendarFile(given.text);
    if (!read.ok) return data<ImportAnswer>({ reply: reply(), problems: read.problems }, { status: 422 });
    const choice = { wholeYears: value.wholeYears, workedSaturdays: value.works };
    const hours = { ...calendar.hours, days: daysAfterImport(calendar.hours, read.file, choice) };
    const proposal = { ...calendar, hours };
    const plan = async () => ({
      ...{ name: given.name, content: given.text, file: read.file, choice, version: calendar.version },
      preview: await previewCalendar(ctx, calendar, proposal),
      days: hours.days.length,
    });
    const missing = unready(value, proposalPrint(proposal));
    if (missing) {
      const answer = { reply: reply(missing.errors), plan: await plan(), stale: missing.stale };
      return data<ImportAnswer>(answer, { status: value.intent === "save" ? 422 : 200 });
    }
    const { id, validFrom, validUntil } = calendar;
    const seen = { version: value.version ?? 0, validFrom, validUntil };
    const done = await attempt(editCalendar(ctx, { ...proposal, id, seen, why: value.why ?? "", how: "imported" }));
    if (done.ok) return redirectWithFlash(paths.admin(`calendars/${id}`), "saved");
    return data<ImportAnswer>({ reply: reply({}, [done.reason]), plan: await plan() }, { status: done.status });
  });

export default function ImportCalendar() {
  const w = useWords();
  const lang = useLang();
  const words = w.calendars.import;
  const { calendar, today } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const plan = answered?.plan;
  return (
    <Page
      title={plan ? words.planTitle(plan.name) : words.title}
      lead={words.lead}
      width={plan ? "page" : "form"}
      back={{ to: paths.admin(`calendars/${calendar.id}`), label: ownerName(calendar, w, lang) }}
    >
      {plan && answered ? (
        <ImportPlan plan={plan} reply={answered.reply} stale={answered.stale} today={today} />
      ) : (
        <ImportForm answered={answered} />
      )}
    </Page>
  );
}
