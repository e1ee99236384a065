import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { dropDraft, saveDraft } from "#app/domain/access/drafts.server.ts";
import { attempt } from "#app/http/attempt.server.ts";
import { withContext } from "#app/http/context.server.ts";
import { commandId, id } from "#app/http/fields.server.ts";
import { readForm } from "#app/http/form-data.server.ts";
import { paths } from "#app/http/paths.ts";

export const loader = (args: LoaderFunctionArgs) => withContext(args, () => Promise.resolve(redirect(paths.access())));

/** What a draft keeps: fields of the form, as they were typed. */
const KEPT = [
  ...["rightIds", "personIds", "successorOf", "position", "from", "until", "tries", "fails", "impact"],
  ...["decisionNumber", "decisionDate", "regulation", "undertaking", "campaignId"],
];
/** Of a field of words. */
const LONGEST = 2_000;
const LISTS = ["rightIds", "personIds", "successorOf"];

/** Saves what is typed while it is typed, or drops it; `carry`: a report has turned out to be about access. */
export const action = (args: ActionFunctionArgs) =>
  withContext(args, async (ctx) => {
    const { fields } = await readForm(args.request, { uploads: false });
    const one = (name: string) => fields.get(name)?.[0];
    const [draft, site] = [commandId.safeParse(one("commandId")), id.safeParse(one("siteId"))];
    if (!draft.success || !site.success) return data({ saved: null }, { status: 400 });
    if (one("intent") === "drop") {
      await dropDraft(ctx, draft.data);
      return redirect(paths.access());
    }
    const carried = one("intent") === "carry";
    if (carried) {
      for (const name of KEPT) fields.delete(name);
      fields.set("tries", [(one("title") ?? "").slice(0, LONGEST)]);
      fields.set("fails", [(one("body") ?? "").slice(0, LONGEST)]);
    }
    const content = Object.fromEntries(
      KEPT.flatMap((name) => {
        const typed = (fields.get(name) ?? []).filter(Boolean);
        return typed.length === 0 ? [] : [[name, LISTS.includes(name) ? typed : (typed[0] ?? "")]];
      }),
    );
    const saved = await attempt(saveDraft(ctx, { id: draft.data, siteId: site.data, content }));
    if (!saved.ok) return data({ saved: null }, { status: saved.status });
    if (carried) return redirect(paths.newAccessRequest({ draft: draft.data, systemId: one("systemId") }));
    return one("intent") === "draft" ? redirect(paths.access()) : data({ saved: ctx.now });
  });
