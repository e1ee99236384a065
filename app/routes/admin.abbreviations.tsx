import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { AbbreviationForm } from "#app/components/admin/abbreviation-form.tsx";
import { AbbreviationList } from "#app/components/admin/abbreviation-list.tsx";
import { Pager } from "#app/components/admin/pager.tsx";
import { SearchForm } from "#app/components/admin/search-form.tsx";
import { TryOut } from "#app/components/admin/try-out.tsx";
import { requireAdmin } from "#app/domain/policy/require-admin.ts";
import * as kept from "#app/domain/tickets/search/abbreviations-admin.server.ts";
import { ABBREVIATION_KINDS } from "#app/domain/tickets/search/abbreviations-schema.server.ts";
import { attempt } from "#app/http/attempt.server.ts";
import { type PageCtx, withContext } from "#app/http/context.server.ts";
import { line, moment } from "#app/http/fields.server.ts";
import { parseForm } from "#app/http/forms.server.ts";
import { paths } from "#app/http/paths.ts";
import { redirectWithFlash } from "#app/http/redirect.server.ts";
import { searchWords } from "#app/http/search-words.server.ts";
import type { Words } from "#app/i18n/vi.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { SelectField } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";

const facts = { short: line(20), long: line(120), kind: z.enum(ABBREVIATION_KINDS) };
const Add = z.object({ intent: z.literal("add"), ...facts });
const Change = z.object({ intent: z.literal("change"), ...facts, seen: moment });
const Remove = z.object({ intent: z.literal("remove"), short: facts.short });
const AbbreviationChange = z.discriminatedUnion("intent", [Add, Change, Remove]);

export const handle = { title: (w: Words) => w.places.sections.abbreviations };
export const shouldRevalidate = () => true;

export const loader = (args: LoaderFunctionArgs) =>
  withContext(args, async (ctx) => {
    requireAdmin(ctx.actor);
    const { searchParams: search } = new URL(args.request.url);
    const asked = (name: string) => searchWords(search, name);
    const kind = ABBREVIATION_KINDS.find((one) => one === search.get("kind")) ?? null;
    const list = await kept.listAbbreviations(ctx, { q: asked("q"), kind, after: asked("after") || null });
    const typed = asked("try");
    return {
      ...{ q: asked("q"), kind, kinds: ABBREVIATION_KINDS, rows: list.rows },
      next: list.more ? (list.rows.at(-1)?.short ?? null) : null,
      editing: await kept.findAbbreviation(ctx, asked("edit")),
      removed: await kept.findRemoved(ctx, asked("removed")),
      ...{ typed, readings: await kept.tryOut(ctx, typed) },
    };
  });

export const action = (args: ActionFunctionArgs) =>
  withContext(args, async (ctx) => {
    requireAdmin(ctx.actor);
    const form = await parseForm(args.request, AbbreviationChange);
    if (form.status === "error") return data(form.reply(), { status: form.code });
    const done = await attempt(change(ctx, form.value));
    if (!done.ok) return data(form.reply({ formErrors: [done.reason] }), { status: done.status });
    const removed = form.value.intent === "remove" ? form.value.short : undefined;
    return redirectWithFlash(paths.admin("abbreviations", { removed }), "saved");
  });

function change(ctx: PageCtx, typed: z.infer<typeof AbbreviationChange>): Promise<void> {
  if (typed.intent === "add") return kept.addAbbreviation(ctx, typed);
  return typed.intent === "change" ? kept.changeAbbreviation(ctx, typed) : kept.removeAbbreviation(ctx, typed.short);
}

export default function Abbreviations() {
  const w = useWords();
  const words = w.places.abbreviations;
  const { q, kind, kinds, rows, next, editing, removed, typed, readings } = useLoaderData<typeof loader>();
  return (
    <Page title={w.places.sections.abbreviations} lead={words.lead}>
      {removed && (
        <div className="mb-6">
          <Notice
            action={
              <Form method="post">
                {(["short", "long", "kind"] as const).map((name) => (
                  <input key={name} type="hidden" name={name} value={removed[name]} />
                ))}
                <SubmitButton name="intent" value="add" variant="secondary">
                  {w.common.undo}
                </SubmitButton>
              </Form>
            }
          >
            {words.removed(removed.short, removed.long)}
          </Notice>
        </div>
      )}
      <Section id="form" title={editing ? words.editTitle : words.addTitle}>
        <AbbreviationForm
          key={editing?.changedAt.getTime() ?? "new"}
          editing={editing}
          kinds={kinds}
          reply={useActionData<typeof action>()}
        />
      </Section>
      <Section id="try" title={words.tryTitle}>
        <TryOut typed={typed} readings={readings} />
      </Section>
      <Section id="list" title={words.list}>
        <SearchForm q={q} stateKey={kind ?? ""} label={words.search}>
          <SelectField
            name="kind"
            id="filter-kind"
            label={words.kind}
            empty={w.common.all}
            defaultValue={kind ?? ""}
            choices={kinds.map((value) => ({ value, label: words.kinds[value] }))}
            className="max-sm:grow"
          />
        </SearchForm>
        {rows.length === 0 ? <Empty title={words.none} /> : <AbbreviationList rows={rows} />}
        <Pager next={next} />
      </Section>
    </Page>
  );
}
