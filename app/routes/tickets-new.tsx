import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type ClientActionFunctionArgs, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { ReportForm as ReportFields } from "#app/components/report/report-form.tsx";
import { sendOrKeep, unlessUnsent } from "#app/components/shell/unsent.ts";
import { FILE_FAULTS, FILES_MAX } from "#app/domain/tickets/files/file-limits.ts";
import { listDraftFiles } from "#app/domain/tickets/files/files.server.ts";
import { openTicket } from "#app/domain/tickets/opening.server.ts";
import { getReportPage, listFilingWards } from "#app/domain/tickets/report-page.server.ts";
import { attempt } from "#app/http/attempt.server.ts";
import { withContext, withVisit } from "#app/http/context.server.ts";
import { countFiling } from "#app/http/filing-limit.server.ts";
import { type FormReply, parseForm } from "#app/http/forms.server.ts";
import { paths } from "#app/http/paths.ts";
import { receiveFiles } from "#app/http/receive-files.server.ts";
import type { Words } from "#app/i18n/vi.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { Page } from "#app/ui/page.tsx";
import { ReportForm, refusalErrors, sensitiveErrors, ticketOf } from "./tickets-new-form.server.ts";

/** What a link may fill in; anything else is as if it were not there. */
const Wish = z.object({
  siteId: z.coerce.number().int().optional().catch(undefined),
  systemId: z.coerce.number().int().optional().catch(undefined),
  title: z.string().optional().catch(undefined),
});

export const handle = { title: (w: Words) => w.report.title };

export const loader = (args: LoaderFunctionArgs) =>
  withContext(args, (ctx) => {
    const asked = Wish.parse(Object.fromEntries(new URL(args.request.url).searchParams));
    return getReportPage(ctx, { ...asked, lang: ctx.lang });
  });

export const action = async (args: ActionFunctionArgs) => {
  const received = await receiveFiles(args);
  const form = await parseForm(args.request, ReportForm);
  const sensitive = form.status === "success" ? sensitiveErrors(form.value) : {};
  const [refused] = received.faults;
  const sound = form.status === "success" && !refused && Object.keys(sensitive).length === 0;
  const count = () => withVisit(args, ({ db }) => countFiling(db, received.personId), { uploads: true });
  const turn = sound ? await count() : null;

  return withContext(args, async (ctx) => {
    const asked = form.status === "success" ? form.value : null;
    const fileIds = [...new Set([...(asked?.fileIds ?? typedIds(form.reply())), ...received.ids])];
    const answer = async (status: number, more: Partial<FormReply> = {}, headers?: HeadersInit) => {
      const reply = form.reply(more);
      const kept = await listDraftFiles(ctx, fileIds);
      // A used command id would answer the corrected form with the first one.
      const values = {
        ...reply.values,
        ...(more.formErrors?.includes("command_reused") && { commandId: randomUUID() }),
      };
      return data({ reply: { ...reply, values }, kept }, { status, headers });
    };
    const faults = refused ? { errors: { files: [refused.fault] } } : {};
    if (!asked) return answer(form.status === "error" ? form.code : 422, faults);
    if (refused) return answer(FILE_FAULTS[refused.fault], faults);
    if (fileIds.length > FILES_MAX) return answer(413, { errors: { files: ["too_many_files"] } });
    if (Object.keys(sensitive).length > 0) return answer(422, { errors: sensitive });
    if (turn && !turn.ok) {
      return answer(429, { formErrors: ["limited_tickets"] }, { "Retry-After": String(turn.retryAfterSeconds) });
    }
    const wards = await listFilingWards(ctx);
    const siteId = asked.siteId ?? (wards.length === 1 ? wards[0]?.id : undefined);
    if (siteId === undefined) {
      return answer(wards.length > 0 ? 422 : 403, {
        errors: { siteId: [wards.length > 0 ? "required" : "not_your_ward"] },
      });
    }
    const opened = await attempt(openTicket(ctx, ticketOf(asked, siteId, fileIds)));
    if (!opened.ok) return answer(opened.status, refusalErrors(opened.reason));
    return redirect(paths.ticketPart(opened.value.number, "filed"));
  });
};

/** Sending again goes under the same id, so it makes no second ticket. */
export const clientAction = (args: ClientActionFunctionArgs) => sendOrKeep<typeof action>(args);
export const shouldRevalidate = unlessUnsent;

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const typedIds = ({ values }: FormReply) =>
  [values.fileIds ?? []]
    .flat()
    .filter((id) => UUID.test(id))
    .slice(0, FILES_MAX);

export default function NewTicket() {
  const w = useWords();
  const page = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  return (
    <Page title={w.report.title} lead={page ? w.report.lead : undefined} width="form">
      {page ? (
        <ReportFields page={page} reply={answered?.reply} kept={answered?.kept ?? []} />
      ) : (
        <Empty title={w.report.nowhere}>{w.report.nowhereWhy}</Empty>
      )}
    </Page>
  );
}
