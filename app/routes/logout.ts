import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { signOut } from "#app/domain/identity/sign-in.server.ts";
import { withPublicContext, withVisit } from "#app/http/context.server.ts";
import { paths } from "#app/http/paths.ts";

/** Following a link signs nobody out. */
export const loader = (args: LoaderFunctionArgs) => withPublicContext(args, async () => redirect(paths.home()));

export const action = (args: ActionFunctionArgs) =>
  withVisit(args, async ({ db, now, cookieHeader }) => {
    const headers = new Headers({ "Clear-Site-Data": '"cache", "storage"' });
    for (const cookie of await signOut({ db, now }, cookieHeader)) headers.append("Set-Cookie", cookie);
    return redirect(`${paths.login()}?done=signed_out`, { headers });
  });
