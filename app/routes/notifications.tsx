import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import type { NotificationPage } from "#app/components/notifications/notification.ts";
import { NotificationPageView } from "#app/components/notifications/notification-page-view.tsx";
import { listNotifications, markAllSeen } from "#app/domain/notifications/inbox.server.ts";
import { withContext } from "#app/http/context.server.ts";
import { checkbox } from "#app/http/fields.server.ts";
import { parseForm } from "#app/http/forms.server.ts";
import { paths } from "#app/http/paths.ts";
import type { Words } from "#app/i18n/vi.ts";

const Seen = z.object({ upTo: z.coerce.number().int().positive(), inPlace: checkbox });

export const handle = { title: (w: Words) => w.notifications.title };

export const loader = (args: LoaderFunctionArgs) =>
  withContext(args, async (ctx): Promise<NotificationPage> => {
    const asked = new URL(args.request.url).searchParams;
    const before = wholeNumber(asked.get("before"));
    const { rows, more } = await listNotifications(ctx, { before, lang: ctx.lang });
    const me = ctx.actor.personId;
    return {
      rows: rows.map((row) => ({ ...row, me })),
      older: more ? (rows.at(-1)?.id ?? null) : null,
      newest: rows[0]?.id ?? null,
      first: before === undefined,
    };
  });

export const action = (args: ActionFunctionArgs) =>
  withContext(args, async (ctx) => {
    const form = await parseForm(args.request, Seen);
    if (form.status === "error") return data(form.reply(), { status: form.code });
    await markAllSeen(ctx, form.value.upTo);
    return form.value.inPlace ? null : redirect(paths.notifications());
  });

const wholeNumber = (text: string | null) => (text && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : undefined);

export default function Notifications() {
  return <NotificationPageView page={useLoaderData<typeof loader>()} />;
}
