import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { MoveForm } from "#app/components/people/move-form.tsx";
import { MovePlanView } from "#app/components/people/move-plan.tsx";
import { listPlaceChoices } from "#app/domain/directory/people-places.server.ts";
import { movePerson, planMove } from "#app/domain/policy/moves.server.ts";
import { getPersonPage } from "#app/domain/policy/person-page.server.ts";
import { requireAdmin } from "#app/domain/policy/require-admin.ts";
import { attempt } from "#app/http/attempt.server.ts";
import { withContext } from "#app/http/context.server.ts";
import { parseForm } from "#app/http/forms.server.ts";
import { paths } from "#app/http/paths.ts";
import { recordId } from "#app/http/record-id.server.ts";
import { redirectWithFlash } from "#app/http/redirect.server.ts";
import type { Words } from "#app/i18n/vi.ts";
import { useWords } from "#app/i18n/words.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { useReply } from "#app/ui/form-reply.ts";
import { Page } from "#app/ui/page.tsx";
import { MoveOrder, moveOf, readMoveQuery } from "./admin-people-move.server.ts";

export const handle = { title: (w: Words) => w.people.move.title };
export const shouldRevalidate = () => true;

export const loader = (args: LoaderFunctionArgs) =>
  withContext(args, async (ctx) => {
    requireAdmin(ctx.actor);
    const page = await getPersonPage(ctx, recordId(args.params));
    const places = await listPlaceChoices(ctx);
    const asked = readMoveQuery(new URL(args.request.url).searchParams);
    const mistaken = Object.keys(asked.reply?.errors ?? {}).length > 0;
    if (asked.move === null) return data({ page, places, ...asked, plan: null }, { status: mistaken ? 422 : 200 });
    const done = await attempt(planMove(ctx, page.person, asked.move));
    if (done.ok) return data({ page, places, ...asked, plan: done.value });
    return data(
      { page, places, reply: asked.reply && { ...asked.reply, formErrors: [done.reason] }, move: null, plan: null },
      { status: done.status },
    );
  });

export const action = (args: ActionFunctionArgs) =>
  withContext(args, async (ctx) => {
    requireAdmin(ctx.actor);
    const personId = recordId(args.params);
    const form = await parseForm(args.request, MoveOrder);
    if (form.status === "error") return data(form.reply(), { status: form.code });
    const done = await attempt(movePerson(ctx, { personId, version: form.value.version }, moveOf(form.value)));
    if (!done.ok) return data(form.reply({ formErrors: [done.reason] }), { status: done.status });
    return redirectWithFlash(paths.admin(`people/${personId}`), "saved");
  });

export default function MovePerson() {
  const w = useWords();
  const { page, places, reply, move, plan } = useLoaderData<typeof loader>();
  const said = useReply(useActionData<typeof action>() ?? reply, { ...w.people.form.errors, ...w.people.refused });
  const { person } = page;
  return (
    <Page
      title={w.people.move.of(person.fullName)}
      lead={w.people.move.lead}
      width="form"
      back={{ to: paths.admin(`people/${person.id}`), label: person.fullName }}
    >
      <div className="mb-4 empty:hidden">{said.problems.length > 0 && <ErrorSummary problems={said.problems} />}</div>
      {plan && move ? (
        <MovePlanView page={page} plan={plan} move={move} />
      ) : (
        <MoveForm page={page} places={places} reply={reply ?? undefined} />
      )}
    </Page>
  );
}
