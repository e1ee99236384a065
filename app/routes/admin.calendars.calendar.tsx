import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { CalendarView } from "#app/components/calendars/calendar-view.tsx";
import { requireAdmin } from "#app/domain/policy/require-admin.ts";
import { isCity, samePeriod } from "#app/domain/sla/calendar-changes.server.ts";
import { differencesBetween } from "#app/domain/sla/calendar-difference.ts";
import { readHours, typedOf } from "#app/domain/sla/calendar-text.ts";
import { missingYears } from "#app/domain/sla/calendar-years.ts";
import { getCalendar, getVersion } from "#app/domain/sla/calendars.server.ts";
import { editCalendar } from "#app/domain/tickets/clocks/calendar-edits.server.ts";
import { previewCalendar, proposalPrint, weeksOf } from "#app/domain/tickets/clocks/calendar-preview.server.ts";
import { attempt } from "#app/http/attempt.server.ts";
import { withContext } from "#app/http/context.server.ts";
import { count, day } from "#app/http/fields.server.ts";
import { parseForm } from "#app/http/forms.server.ts";
import { paths } from "#app/http/paths.ts";
import { optionalId, recordId } from "#app/http/record-id.server.ts";
import { redirectWithFlash } from "#app/http/redirect.server.ts";
import type { Words } from "#app/i18n/vi.ts";
import { dateIn } from "#app/lib/time.ts";
import {
  type Answered,
  endsTooEarly,
  HOURS_FIELDS,
  SAVING_FIELDS,
  typedFrom,
  unready,
} from "#app/routes/admin-calendars-form.server.ts";

const Edit = z.object({
  ...HOURS_FIELDS,
  ...SAVING_FIELDS,
  validFrom: day.optional(),
  version: count(1_000_000),
  seenFrom: z.iso.date("malformed"),
  seenUntil: z.iso.date("malformed").optional(),
  putBack: count(1_000_000).optional(),
});

export const handle = { title: (w: Words) => w.places.sections.calendars };
export const shouldRevalidate = () => true;

export const loader = (args: LoaderFunctionArgs) =>
  withContext(args, async (ctx) => {
    requireAdmin(ctx.actor);
    const calendar = await getCalendar(ctx, recordId(args.params));
    const { searchParams } = new URL(args.request.url);
    const putBack = optionalId(searchParams.get("version")) ?? null;
    const older = putBack === null ? null : await getVersion(ctx, calendar.id, putBack);
    const { hours, counted: _, ...kept } = calendar;
    return {
      calendar: kept,
      city: isCity(calendar),
      typed: typedOf(older ?? hours),
      putBack,
      followsCity: hours.followsCity,
      weeks: await weeksOf(ctx, calendar),
      missing: isCity(calendar) ? missingYears(hours.days, dateIn(ctx.now)) : [],
      today: dateIn(ctx.now),
    };
  });

export const action = (args: ActionFunctionArgs) =>
  withContext(args, async (ctx) => {
    requireAdmin(ctx.actor);
    const calendar = await getCalendar(ctx, recordId(args.params));
    const form = await parseForm(args.request, Edit);
    if (form.status === "error") return data<Answered>({ reply: form.reply() }, { status: form.code });
    const { value } = form;
    const seen = { version: value.version, validFrom: value.seenFrom, validUntil: value.seenUntil ?? null };
    if (seen.version !== calendar.version || !samePeriod(seen, calendar)) {
      const theirs = differencesBetween(await getVersion(ctx, calendar.id, seen.version), calendar.hours);
      return data<Answered>({ reply: form.reply(), theirs }, { status: 409 });
    }
    const read = readHours(typedFrom(value));
    if (!read.ok) return data<Answered>({ reply: form.reply(), problems: read.problems }, { status: 422 });
    const hours = { ...read.hours, followsCity: !isCity(calendar) && read.hours.followsCity };
    const period = { validFrom: value.validFrom ?? calendar.validFrom, validUntil: value.validUntil ?? null };
    const proposal = isCity(calendar) ? { ...calendar, hours } : { ...period, hours };
    if (endsTooEarly(proposal)) {
      const reply = form.reply({ errors: { validUntil: ["ends_before_it_begins"] } });
      return data<Answered>({ reply }, { status: 422 });
    }
    const missing = unready(value, proposalPrint(proposal));
    if (missing) {
      const preview = await previewCalendar(ctx, calendar, proposal);
      const status = value.intent === "save" ? 422 : 200;
      const reply = form.reply({ errors: missing.errors });
      return data<Answered>({ reply, preview, stale: missing.stale }, { status });
    }
    const how = value.putBack === undefined ? "changed" : "put_back";
    const { id } = calendar;
    const done = await attempt(editCalendar(ctx, { ...proposal, id, seen, why: value.why ?? "", how }));
    if (done.ok) return redirectWithFlash(paths.admin(`calendars/${id}`), "saved");
    const reply = form.reply({ formErrors: [done.reason] });
    return data<Answered>({ reply, stale: done.reason === "changed_meanwhile" }, { status: done.status });
  });

export default function CalendarPage() {
  return <CalendarView page={useLoaderData<typeof loader>()} answered={useActionData<typeof action>()} />;
}
