import { redirect } from "@remix-run/node";
import { paths } from "#app/http/paths.ts";

const HERE = "http://here.invalid";

/** The given path when it is one of ours, else the first page. Whatever a browser might read as another host is not. */
export function safeRedirectTarget(wanted: unknown, otherwise = "/"): string {
  if (typeof wanted !== "string" || wanted.length > 500 || !wanted.startsWith("/")) return otherwise;
  let path = wanted.split(/[?#]/)[0] ?? "";
  try {
    // Twice, for a proxy in between may decode once more.
    for (let layer = 0; layer < 2; layer++) path = decodeURIComponent(path);
  } catch {
    return otherwise;
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers drop control characters from addresses
  const risky = /[\\\u0000-\u001f\u007f]/;
  if (risky.test(wanted) || risky.test(path) || path.includes("//")) return otherwise;
  const url = new URL(wanted, HERE);
  return url.origin === HERE ? url.pathname + url.search + url.hash : otherwise;
}

/** To the sign-in page, and from there back to the page that was asked for. */
export function loginFor(request: Request): Response {
  const { pathname, search } = new URL(request.url);
  const to = safeRedirectTarget(request.method === "GET" ? pathname + search : pathname);
  return redirect(paths.login(to === "/" ? undefined : to));
}

/** `done` is a code of what was just done; the page that follows says it in words and takes it out of the address. */
export function redirectWithFlash(to: string, done: string, headers?: HeadersInit): Response {
  const url = new URL(safeRedirectTarget(to), HERE);
  url.searchParams.set("done", done);
  return redirect(url.pathname + url.search + url.hash, { headers });
}

/** The code, or null; a page shows words it knows for it and nothing of the address itself. */
export function readFlash(request: Request): string | null {
  const done = new URL(request.url).searchParams.get("done");
  return done && /^[a-z][a-z_.]{0,40}$/.test(done) ? done : null;
}
