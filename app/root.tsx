import latin from "@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-400-normal.woff2?url";
import vietnamese from "@fontsource/be-vietnam-pro/files/be-vietnam-pro-vietnamese-400-normal.woff2?url";
import { data, type LinksFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { Links, Outlet, Scripts, ScrollRestoration, useRouteError } from "@remix-run/react";
import { type ReactNode, useEffect } from "react";
import { ErrorPage } from "#app/components/shell/error-page.tsx";
import { Flash } from "#app/components/shell/flash.tsx";
import { useNonce } from "#app/components/shell/nonce.tsx";
import { newTicketFor, placesFor } from "#app/components/shell/places.ts";
import { useRequestId } from "#app/components/shell/request-id.tsx";
import { useRootData } from "#app/components/shell/root-data.ts";
import { Shell } from "#app/components/shell/shell.tsx";
import { asTheme } from "#app/components/shell/theme.ts";
import { Title } from "#app/components/shell/title.tsx";
import { unlessUnsent } from "#app/components/shell/unsent.ts";
import { readSetting } from "#app/domain/directory/settings.server.ts";
import { countUnread } from "#app/domain/notifications/inbox.server.ts";
import { withPublicContext } from "#app/http/context.server.ts";
import { preferenceCookie } from "#app/http/preference-cookie.server.ts";
import { cookieValue, langInAddress } from "#app/i18n/language.ts";
import { useLang, WordsGate } from "#app/i18n/words.tsx";
import { NowProvider } from "#app/ui/now.tsx";
import "./app.css";

export const loader = (args: LoaderFunctionArgs) =>
  withPublicContext(args, async ({ actor, lang, now, db }) => {
    const { headers, url } = args.request;
    const [demo, count] = await Promise.all([
      readSetting(db, "demo"),
      actor.kind === "person" ? countUnread({ db, actor, now }, ticketInView(url)) : 0,
    ]);
    const root = {
      person: actor.kind === "person" ? { id: actor.personId, name: actor.name } : null,
      lang,
      theme: asTheme(cookieValue(headers.get("Cookie"), "theme")) ?? "system",
      nav: placesFor(actor),
      newTicketTo: newTicketFor(actor),
      now,
      unread: { count, at: now.getTime() },
      demo: demo === true,
    };
    return data(root, langInAddress(url) ? { headers: { "Set-Cookie": preferenceCookie("lang", lang) } } : undefined);
  });

/** Its own loader marks as seen what was told of it, at the same time. */
const ticketInView = (url: string) => Number(/^\/tickets\/(\d{1,9})(?:\/|$)/.exec(new URL(url).pathname)?.[1]) || null;

const NOTHING = { count: 0, at: 0 };

export const shouldRevalidate = unlessUnsent;

const font = (href: string) =>
  ({ rel: "preload", as: "font", type: "font/woff2", crossOrigin: "anonymous", href }) as const;

export const links: LinksFunction = () => [
  font(latin),
  font(vietnamese),
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
  { rel: "apple-touch-icon", href: "/apple-touch-icon.png" },
  { rel: "manifest", href: "/manifest.webmanifest" },
];

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce();
  const root = useRootData();
  return (
    <html lang={useLang()} data-theme={root?.theme} data-request={useRequestId() ?? undefined}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <Title />
        <Links />
      </head>
      <body>
        <Shell
          person={root?.person ?? null}
          nav={root?.nav ?? []}
          newTicketTo={root?.newTicketTo ?? null}
          unread={root?.unread ?? NOTHING}
          notice={<Flash />}
        >
          {children}
        </Shell>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function Root() {
  const root = useRootData();
  const spoken = useLang();
  const wanted = root?.lang ?? spoken;
  useEffect(() => {
    // The words in the browser are of one language; another one comes with a fresh page.
    if (wanted !== spoken) window.location.reload();
  }, [wanted, spoken]);
  return root ? (
    <NowProvider now={root.now}>
      <WordsGate>
        <Outlet />
      </WordsGate>
    </NowProvider>
  ) : (
    <Outlet />
  );
}

export function ErrorBoundary() {
  return <ErrorPage error={useRouteError()} />;
}
