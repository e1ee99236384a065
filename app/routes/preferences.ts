import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { z } from "zod";
import { THEMES } from "#app/components/shell/theme.ts";
import { withPublicContext } from "#app/http/context.server.ts";
import { parseForm } from "#app/http/forms.server.ts";
import { paths } from "#app/http/paths.ts";
import { preferenceCookie } from "#app/http/preference-cookie.server.ts";
import { safeRedirectTarget } from "#app/http/redirect.server.ts";
import { LANGS } from "#app/lib/lang.ts";

const Preferences = z.object({
  lang: z.enum(LANGS).optional(),
  theme: z.enum(THEMES).optional(),
  to: z.string().optional(),
});

export const loader = (args: LoaderFunctionArgs) => withPublicContext(args, async () => redirect(paths.home()));

export const action = (args: ActionFunctionArgs) =>
  withPublicContext(args, async () => {
    const form = await parseForm(args.request, Preferences);
    if (form.status === "error") throw new Response(null, { status: form.code });
    const { lang, theme, to } = form.value;
    const headers = new Headers();
    if (lang) headers.append("Set-Cookie", preferenceCookie("lang", lang));
    if (theme) headers.append("Set-Cookie", preferenceCookie("theme", theme));
    return redirect(safeRedirectTarget(to), { headers });
  });
