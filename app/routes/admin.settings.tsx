import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { MailSettings } from "#app/components/mail-settings/mail-settings.tsx";
import { MatrixForm } from "#app/components/settings/matrix-form.tsx";
import { SessionPresetForm } from "#app/components/settings/session-preset-form.tsx";
import { SESSION_PRESETS, type SessionPreset } from "#app/domain/identity/limits.ts";
import { chooseSessionPreset, readSessionPreset } from "#app/domain/identity/session-settings.server.ts";
import { readMailContent } from "#app/domain/notifications/mail-content.server.ts";
import { requireAdmin } from "#app/domain/policy/require-admin.ts";
import { chooseMatrix, readMatrix } from "#app/domain/tickets/matrix.server.ts";
import { IMPACTS, matrixCell, PRIORITIES, type PriorityMatrix, URGENCIES } from "#app/domain/tickets/priority.ts";
import { withContext } from "#app/http/context.server.ts";
import { parseForm } from "#app/http/forms.server.ts";
import { paths } from "#app/http/paths.ts";
import { redirectWithFlash } from "#app/http/redirect.server.ts";
import type { Words } from "#app/i18n/vi.ts";
import { useWords } from "#app/i18n/words.tsx";
import { MAIL_CONTENTS } from "#app/mail/letter.ts";
import { transportName } from "#app/mail/transport.server.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { useReply } from "#app/ui/form-reply.ts";
import { Page, Section } from "#app/ui/page.tsx";

const presets = Object.keys(SESSION_PRESETS) as [SessionPreset, ...SessionPreset[]]; // safe because the object is a literal
const cells = IMPACTS.flatMap((impact) =>
  URGENCIES.map((urgency) => [matrixCell(impact, urgency), z.enum(PRIORITIES)]),
);
const Session = z.object({ intent: z.literal("session"), preset: z.enum(presets) });
const Matrix = z.object({ intent: z.literal("matrix"), ...(Object.fromEntries(cells) as Record<string, z.ZodEnum>) });
const SettingsForm = z.discriminatedUnion("intent", [Session, Matrix]);

export const handle = { title: (w: Words) => w.settings.title };

export const loader = (args: LoaderFunctionArgs) =>
  withContext(args, async (ctx) => {
    requireAdmin(ctx.actor);
    const mail = { way: transportName(), content: await readMailContent(ctx), choices: MAIL_CONTENTS };
    return { preset: await readSessionPreset(ctx), matrix: await readMatrix(ctx), mail };
  });

export const action = (args: ActionFunctionArgs) =>
  withContext(args, async (ctx) => {
    requireAdmin(ctx.actor);
    const form = await parseForm(args.request, SettingsForm);
    if (form.status === "error") return data(form.reply(), { status: form.code });
    if (form.value.intent === "session") await chooseSessionPreset(ctx, form.value.preset);
    else await chooseMatrix(ctx, matrixOf(form.value));
    return redirectWithFlash(paths.admin("settings"), "saved");
  });

const matrixOf = (typed: Record<string, unknown>) =>
  Object.fromEntries(
    IMPACTS.map((impact) => [
      impact,
      Object.fromEntries(URGENCIES.map((urgency) => [urgency, typed[matrixCell(impact, urgency)]])),
    ]),
  ) as PriorityMatrix; // safe because the schema has every cell, and chooseMatrix parses it once more

export default function Settings() {
  const w = useWords();
  const { preset, matrix, mail } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const cellNames = IMPACTS.flatMap((impact) =>
    URGENCIES.map((urgency) => [
      matrixCell(impact, urgency),
      w.settings.cell(w.tickets.impact[impact], w.tickets.urgency[urgency]),
    ]),
  );
  const { problems } = useReply(refused, {}, { preset: w.settings.sessionChoice, ...Object.fromEntries(cellNames) });
  return (
    <Page title={w.settings.title} width="form">
      <ErrorSummary
        problems={refused ? [{ message: w.settings.notSaved }, ...problems.map(({ message }) => ({ message }))] : []}
      />
      <Section id="session" title={w.settings.session}>
        <SessionPresetForm presets={presets} current={preset} />
      </Section>
      <Section id="matrix" title={w.settings.matrix}>
        <MatrixForm matrix={matrix} />
      </Section>
      <Section id="mail" title={w.mail.settings.title}>
        <MailSettings {...mail} />
      </Section>
    </Page>
  );
}
