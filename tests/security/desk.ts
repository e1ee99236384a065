import { type Answer, ORIGIN } from "#tests/http/small-app.ts";
import { startBuiltApp } from "#tests/security/built-app.ts";
import { castOf, type Name, seedCast } from "#tests/support/cast.ts";
import { signedIn } from "#tests/support/signed-in.ts";

type Fields = Record<string, string | number>;
type Options = Parameters<typeof startBuiltApp>[0];

/** The built app with the whole cast in it, each of whom signs in once; `null` is whoever has not. */
export async function openDesk(options: Options = {}) {
  const world = await startBuiltApp(options);
  await seedCast(world.db);
  const cookies = new Map<Name, Promise<string>>();
  const cookieOf = (by: Name): Promise<string> => {
    const cookie = cookies.get(by) ?? signedIn(world.db, by);
    cookies.set(by, cookie);
    return cookie;
  };

  async function ask(method: string, by: Name | null, path: string, body = ""): Promise<Answer> {
    const headers: Record<string, string> = by ? { cookie: await cookieOf(by) } : {};
    if (method === "GET" || method === "HEAD") return world.app.fetch(path, { method, headers });
    const form = { "content-type": "application/x-www-form-urlencoded", origin: ORIGIN };
    const length = { "content-length": String(Buffer.byteLength(body)) };
    return world.app.fetch(path, { method, headers: { ...headers, ...form, ...length }, body });
  }

  return {
    ...world,
    cast: castOf(world.db),
    cookieOf,
    ask,
    get: (by: Name | null, path: string) => ask("GET", by, path),
    post: (by: Name | null, path: string, fields: Fields) =>
      ask("POST", by, path, String(new URLSearchParams(Object.entries(fields).map(([k, v]) => [k, String(v)])))),
    /** With the next request they are somebody who has just signed in. */
    signInAnew: (by: Name) => cookies.delete(by),
  };
}
export type Desk = Awaited<ReturnType<typeof openDesk>>;
