import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Pager } from "#app/components/admin/pager.tsx";
import { SearchForm } from "#app/components/admin/search-form.tsx";
import { DeliveryTable } from "#app/components/deliveries/delivery-table.tsx";
import {
  COUNT_BOUND,
  countDeliveries,
  DELIVERY_STATES,
  listDeliveries,
  resendFailed,
} from "#app/domain/notifications/deliveries.server.ts";
import { requireAdmin } from "#app/domain/policy/require-admin.ts";
import { withContext } from "#app/http/context.server.ts";
import { parseForm } from "#app/http/forms.server.ts";
import { paths } from "#app/http/paths.ts";
import { redirectWithFlash } from "#app/http/redirect.server.ts";
import { searchWords } from "#app/http/search-words.server.ts";
import type { Words } from "#app/i18n/vi.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { SelectField } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";

const ResendAll = z.object({ intent: z.literal("resend-all") });
const CURSOR = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)_([0-9a-f-]{36})$/;

export const handle = { title: (w: Words) => w.places.sections.deliveries };

export const loader = (args: LoaderFunctionArgs) =>
  withContext(args, async (ctx) => {
    requireAdmin(ctx.actor);
    const { searchParams } = new URL(args.request.url);
    const q = searchWords(searchParams);
    const state = DELIVERY_STATES.find((one) => one === searchParams.get("state")) ?? null;
    const [, at, id] = CURSOR.exec(searchParams.get("after") ?? "") ?? [];
    const after = at && id && !Number.isNaN(Date.parse(at)) ? { at: new Date(at), id } : undefined;
    const { rows, next } = await listDeliveries(ctx, { state, q, after });
    const cursor = next && `${next.createdAt.toISOString()}_${next.id}`;
    return { q, state, states: DELIVERY_STATES, counts: await countDeliveries(ctx), most: COUNT_BOUND, rows, cursor };
  });

export const action = (args: ActionFunctionArgs) =>
  withContext(args, async (ctx) => {
    requireAdmin(ctx.actor);
    const form = await parseForm(args.request, ResendAll);
    if (form.status === "error") return data(form.reply(), { status: form.code });
    await resendFailed(ctx);
    return redirectWithFlash(paths.admin("deliveries"), "letter_resent");
  });

export default function Deliveries() {
  const w = useWords();
  const { q, state, states, counts, most, rows, cursor } = useLoaderData<typeof loader>();
  const words = w.deliveries;
  const filtered = q !== "" || state !== null;
  const choices = states.map((value) => ({
    value,
    label: `${words.states[value]} (${words.counted(counts[value], most)})`,
  }));
  return (
    <Page title={w.places.sections.deliveries} lead={words.lead}>
      {counts.failed > 0 && (
        <div className="mb-6">
          <Notice
            tone="bad"
            action={
              <Form method="post">
                <SubmitButton name="intent" value="resend-all" variant="secondary">
                  {words.resendAll}
                </SubmitButton>
              </Form>
            }
          >
            {words.failedNotice(words.counted(counts.failed, most))}
          </Notice>
        </div>
      )}
      <SearchForm q={q} stateKey={state ?? ""} label={words.search} hint={words.searchHint}>
        <SelectField
          name="state"
          label={words.state}
          defaultValue={state ?? ""}
          choices={[{ value: "", label: words.all }, ...choices]}
          className="max-sm:grow"
        />
      </SearchForm>
      {rows.length > 0 && <DeliveryTable rows={rows} />}
      {rows.length === 0 && (
        <Empty title={filtered ? words.noneFound : words.none}>{filtered ? words.noneFoundHint : words.noneHint}</Empty>
      )}
      <Pager next={cursor} />
    </Page>
  );
}
