import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { asTheme } from "#app/components/shell/theme.ts";
import { withPublicContext } from "#app/http/context.server.ts";
import { paths } from "#app/http/paths.ts";
import { preferenceCookie } from "#app/http/preference-cookie.server.ts";
import { safeRedirectTarget } from "#app/http/redirect.server.ts";
import { asLang } from "#app/i18n/language.ts";

export const loader = (args: LoaderFunctionArgs) => withPublicContext(args, async () => redirect(paths.home()));

export const action = (args: ActionFunctionArgs) =>
  withPublicContext(args, async () => {
    const form = await args.request.formData();
    const lang = asLang(form.get("lang"));
    const theme = asTheme(form.get("theme"));
    const headers = new Headers();
    if (lang) headers.append("Set-Cookie", preferenceCookie("lang", lang));
    if (theme) headers.append("Set-Cookie", preferenceCookie("theme", theme));
    return redirect(safeRedirectTarget(form.get("to")), { headers });
  });
