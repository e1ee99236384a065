import {
  type AppLoadContext,
  createReadableStreamFromReadable,
  type DataFunctionArgs,
  type EntryContext,
} from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { renderToPipeableStream } from "react-dom/server";
import { Nonce } from "#app/components/shell/nonce.tsx";
import { RequestIdProvider } from "#app/components/shell/request-id.tsx";
import { withoutZeros } from "#app/http/without-zeros.server.ts";
import { asLang, resolveLang } from "#app/i18n/language.ts";
import { WordsProvider } from "#app/i18n/words.tsx";
import { wordsFor } from "#app/i18n/words-for.server.ts";
import { log } from "#app/lib/log.server.ts";

/** Templates are TSX, which Node does not run as it is: jobs take the renderer from the build, by this name. */
export { renderLetter } from "#app/mail/render.tsx";

export const streamTimeout = 5_000;
const ABORT_MS = streamTimeout + 1_000;

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { nonce, requestId }: AppLoadContext,
): Promise<Response> {
  const lang = langOf(request, remixContext);
  for (const [name, value] of refusalHeadersOf(remixContext)) headers.set(name, value);
  return new Promise((resolve, reject) => {
    let answer = status;
    const { pipe, abort } = renderToPipeableStream(
      <RequestIdProvider id={requestId}>
        <WordsProvider lang={lang} words={wordsFor(lang)}>
          <Nonce.Provider value={nonce}>
            <RemixServer context={remixContext} url={request.url} abortDelay={ABORT_MS} nonce={nonce} />
          </Nonce.Provider>
        </WordsProvider>
      </RequestIdProvider>,
      {
        nonce,
        onShellReady() {
          const body = withoutZeros();
          headers.set("Content-Type", "text/html; charset=utf-8");
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status: answer }));
          pipe(body);
        },
        onShellError: reject,
        onError(err) {
          answer = 500;
          log.error({ err, requestId }, "A page could not be rendered");
        },
      },
    );
    setTimeout(abort, ABORT_MS).unref();
  });
}

/** Remix drops an action's headers unless its route says otherwise; these are for whoever was refused, on any page. */
const refusalHeadersOf = ({ staticHandlerContext: { actionHeaders } }: EntryContext) =>
  Object.values(actionHeaders ?? {}).flatMap((given) =>
    [...given].filter(([name]) => name === "retry-after" || name === "allow"),
  );

function langOf(request: Request, remixContext: EntryContext) {
  const root = remixContext.staticHandlerContext.loaderData?.root as { lang?: unknown } | undefined;
  return asLang(root?.lang) ?? resolveLang({ url: request.url, cookie: request.headers.get("Cookie") });
}

export function handleError(err: unknown, { request, context }: DataFunctionArgs): void {
  if (!request.signal.aborted) log.error({ err, requestId: context.requestId }, "A request failed");
}
