import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { NewCalendarForm } from "#app/components/calendars/new-calendar-form.tsx";
import { requireAdmin } from "#app/domain/policy/require-admin.ts";
import { hoursFrom, TEMPLATES } from "#app/domain/sla/calendar-templates.ts";
import { readHours, typedOf } from "#app/domain/sla/calendar-text.ts";
import { getCityCalendar, listOwnerChoices } from "#app/domain/sla/calendars.server.ts";
import { giveCalendar } from "#app/domain/tickets/clocks/calendar-edits.server.ts";
import { previewNewCalendar, proposalPrint } from "#app/domain/tickets/clocks/calendar-preview.server.ts";
import { attempt } from "#app/http/attempt.server.ts";
import { withContext } from "#app/http/context.server.ts";
import { day } from "#app/http/fields.server.ts";
import { parseForm } from "#app/http/forms.server.ts";
import { paths } from "#app/http/paths.ts";
import { redirectWithFlash } from "#app/http/redirect.server.ts";
import type { Words } from "#app/i18n/vi.ts";
import { useWords } from "#app/i18n/words.tsx";
import { dateIn } from "#app/lib/time.ts";
import { Page } from "#app/ui/page.tsx";
import {
  type Answered,
  endsTooEarly,
  HOURS_FIELDS,
  SAVING_FIELDS,
  typedFrom,
  unready,
} from "./admin-calendars-form.server.ts";

const OWNER = /^(site|team):([1-9]\d{0,8})$/;
const New = z.object({
  ...HOURS_FIELDS,
  ...SAVING_FIELDS,
  validFrom: day,
  owner: z.string().regex(OWNER, "not_offered"),
});

function ownerOf(text: string) {
  const [, kind, id] = OWNER.exec(text) ?? [];
  return { siteId: kind === "site" ? Number(id) : null, teamId: kind === "team" ? Number(id) : null };
}

export const handle = { title: (w: Words) => w.calendars.new.title };

export const loader = (args: LoaderFunctionArgs) =>
  withContext(args, async (ctx) => {
    requireAdmin(ctx.actor);
    const search = new URL(args.request.url).searchParams;
    const template = TEMPLATES.find((one) => one === search.get("from")) ?? "saturday";
    const owner = OWNER.test(search.get("owner") ?? "") ? search.get("owner") : null;
    const city = await getCityCalendar(ctx);
    const typed = typedOf(hoursFrom(template, city.hours));
    return { template, owner, typed, choices: await listOwnerChoices(ctx), today: dateIn(ctx.now) };
  });

export const action = (args: ActionFunctionArgs) =>
  withContext(args, async (ctx) => {
    requireAdmin(ctx.actor);
    const form = await parseForm(args.request, New);
    if (form.status === "error") return data<Answered>({ reply: form.reply() }, { status: form.code });
    const { value } = form;
    const read = readHours(typedFrom(value));
    if (!read.ok) return data<Answered>({ reply: form.reply(), problems: read.problems }, { status: 422 });
    const proposal = { hours: read.hours, validFrom: value.validFrom, validUntil: value.validUntil ?? null };
    if (endsTooEarly(proposal)) {
      const reply = form.reply({ errors: { validUntil: ["ends_before_it_begins"] } });
      return data<Answered>({ reply }, { status: 422 });
    }
    const owner = ownerOf(value.owner);
    const missing = unready(value, proposalPrint(proposal, owner));
    if (missing) {
      const preview = await previewNewCalendar(ctx, owner, proposal);
      const status = value.intent === "save" ? 422 : 200;
      return data<Answered>(
        { reply: form.reply({ errors: missing.errors }), preview, stale: missing.stale },
        { status },
      );
    }
    const added = await attempt(giveCalendar(ctx, { ...owner, ...proposal, why: value.why ?? "" }));
    if (added.ok) return redirectWithFlash(paths.admin(`calendars/${added.value}`), "saved");
    return data<Answered>({ reply: form.reply({ formErrors: [added.reason] }) }, { status: added.status });
  });

export default function NewCalendar() {
  const w = useWords();
  const page = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  return (
    <Page
      title={w.calendars.new.title}
      lead={w.calendars.new.lead}
      back={{ to: paths.admin("calendars"), label: w.places.sections.calendars }}
    >
      <NewCalendarForm key={`${page.template} ${answered ? "typed" : ""}`} page={page} answered={answered} />
    </Page>
  );
}
