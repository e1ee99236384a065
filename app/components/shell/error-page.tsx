import { isRouteErrorResponse, useLocation } from "@remix-run/react";
import type { Words } from "#app/i18n/vi.ts";
import { useWords } from "#app/i18n/words.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Page } from "#app/ui/page.tsx";
import { useRequestId } from "./request-id.tsx";

type Case = Exclude<keyof Words["errors"], "code" | "home">;

/** What happened, what is safe, what to do now, and the code that finds it in the log. */
export function ErrorPage({ error }: { error: unknown }) {
  const w = useWords();
  const kind = errorCase(error);
  const { pathname, search } = useLocation();
  const here = pathname + search;
  const requestId = useRequestId();
  const said = w.errors[kind];
  const ours = kind === "broken" || kind === "offline" || kind === "limited";
  return (
    <Page title={said.title} width="form">
      <div className="grid justify-items-start gap-4">
        <p className="max-w-text">{said.what}</p>
        <p className="max-w-text">{said.next}</p>
        <p className="flex flex-wrap gap-2">
          {ours && (
            <ButtonLink to={here} reloadDocument variant="primary">
              {w.common.reload}
            </ButtonLink>
          )}
          <ButtonLink to="/" reloadDocument variant={ours ? "secondary" : "primary"}>
            {w.errors.home}
          </ButtonLink>
        </p>
        {kind === "broken" && requestId && (
          <p className="text-sm text-quiet">
            {w.errors.code}: <code className="figures font-sans break-all text-ink select-all">{requestId}</code>
          </p>
        )}
      </div>
    </Page>
  );
}

export function errorCase(error: unknown): Case {
  if (!isRouteErrorResponse(error)) return isNetworkError(error) ? "offline" : "broken";
  if (error.status === 404) return "notFound";
  if (error.status === 403) return "forbidden";
  if (error.status === 429) return "limited";
  return error.status < 500 ? "refused" : "broken";
}

const isNetworkError = (error: unknown) =>
  typeof navigator !== "undefined" &&
  (!navigator.onLine || (error instanceof TypeError && /fetch/i.test(error.message)));
