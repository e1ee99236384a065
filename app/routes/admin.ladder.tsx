import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { LadderForm } from "#app/components/ladder/ladder-form.tsx";
import { requireAdmin } from "#app/domain/policy/require-admin.ts";
import { getCurrentPolicies } from "#app/domain/sla/policy-versions.server.ts";
import { readKeptLadder } from "#app/domain/tickets/warnings/ladder.server.ts";
import { DEFAULT_LADDER, ladderFrom, MOST_STEPS, WHOM } from "#app/domain/tickets/warnings/ladder.ts";
import { changeLadder } from "#app/domain/tickets/warnings/ladder-changes.server.ts";
import { OFFER_EVERY_MINUTES, PAGE_EVERY_MINUTES } from "#app/domain/tickets/warnings/pages.server.ts";
import { MOST_REMINDERS } from "#app/domain/tickets/warnings/reminders.server.ts";
import { attempt } from "#app/http/attempt.server.ts";
import { withContext } from "#app/http/context.server.ts";
import { checkbox, count, optionalLine } from "#app/http/fields.server.ts";
import { parseForm } from "#app/http/forms.server.ts";
import { paths } from "#app/http/paths.ts";
import { redirectWithFlash } from "#app/http/redirect.server.ts";
import type { Words } from "#app/i18n/vi.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Page, Section } from "#app/ui/page.tsx";

const ROWS = Array.from({ length: MOST_STEPS }, (_, row) => row);
const Row = {
  percent: z.string().trim().max(20, "too_long").default(""),
  whom: z.array(z.enum(WHOM)),
  remove: checkbox,
};
const rowFields = (row: number) => Object.entries(Row).map(([name, field]) => [`${name}${row}`, field] as const);
const common = { version: count(1_000_000), why: optionalLine(200) };
const Save = z.object({ intent: z.literal("save"), ...common, ...Object.fromEntries(ROWS.flatMap(rowFields)) });
const Restore = z.object({ intent: z.literal("restore"), ...common });

export const handle = { title: (w: Words) => w.places.sections.ladder };

export const shouldRevalidate = () => true;

export const loader = (args: LoaderFunctionArgs) =>
  withContext(args, async (ctx) => {
    requireAdmin(ctx.actor);
    const { list } = await getCurrentPolicies(ctx);
    const promises = list.flatMap(({ name, nameEn, targets }) =>
      targets.resolution === null ? [] : [{ name, nameEn, seconds: targets.resolution }],
    );
    const fixed = { page: PAGE_EVERY_MINUTES, offer: OFFER_EVERY_MINUTES, reminders: MOST_REMINDERS };
    return { kept: await readKeptLadder(ctx), promises: promises.slice(0, EXAMPLES), most: MOST_STEPS, fixed };
  });

const EXAMPLES = 4;

export const action = (args: ActionFunctionArgs) =>
  withContext(args, async (ctx) => {
    requireAdmin(ctx.actor);
    const form = await parseForm(args.request, z.discriminatedUnion("intent", [Restore, Save]));
    if (form.status === "error") return data(form.reply(), { status: form.code });
    const { version: seen, why } = form.value;
    const typed = form.value.intent === "save" ? ladderFrom(rowsOf(form.value)) : null;
    const wrong = typed && !typed.ok ? typed.problems : [];
    if (wrong.length > 0 || why === undefined) {
      const errors = wrong.map(({ row, problem }) => [`${problem === "nobody" ? "whom" : "percent"}${row}`, [problem]]);
      const noReason = why === undefined && { why: ["required"] };
      return data(form.reply({ errors: { ...Object.fromEntries(errors), ...noReason } }), { status: 422 });
    }
    const steps = typed?.ok ? typed.ladder : DEFAULT_LADDER;
    if (steps.length === 0) return data(form.reply({ formErrors: ["no_steps"] }), { status: 422 });
    const done = await attempt(changeLadder(ctx, { seen, steps, why }));
    if (!done.ok) return data(form.reply({ formErrors: [done.reason] }), { status: done.status });
    return redirectWithFlash(paths.admin("ladder"), "saved");
  });

const TypedRow = z.object({ percent: z.string(), whom: z.array(z.enum(WHOM)), remove: z.boolean() });

const rowsOf = (form: Record<string, unknown>) =>
  ROWS.map((row) => {
    const { percent, whom, remove } = TypedRow.parse({
      percent: form[`percent${row}`],
      whom: form[`whom${row}`],
      remove: form[`remove${row}`],
    });
    return remove ? { percent: "", whom: [] } : { percent, whom };
  });

export default function LadderPage() {
  const w = useWords();
  const { kept, promises, most, fixed } = useLoaderData<typeof loader>();
  return (
    <Page title={w.places.sections.ladder} lead={w.warnings.lead} width="form">
      <LadderForm kept={kept} promises={promises} most={most} reply={useActionData<typeof action>()} />
      <Section id="fixed" title={w.warnings.fixed}>
        <ul className="grid max-w-text list-disc gap-2 pl-5">
          <li>{w.warnings.pages(fixed.page, fixed.offer)}</li>
          <li>{w.warnings.reminders(fixed.reminders)}</li>
        </ul>
      </Section>
    </Page>
  );
}
