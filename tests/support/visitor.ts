/** A browser without JavaScript: cookies, forms, redirects that are shown and not followed. */
export type Visitor = Awaited<ReturnType<typeof visit>>;

export async function visit(url: string, email?: string, password = "station-demo-2026") {
  let cookie = "";
  const send = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const headers = { Origin: url, ...(cookie && { Cookie: cookie }), ...init.headers };
    const answer = await fetch(url + path, {
      redirect: "manual",
      signal: AbortSignal.timeout(15_000),
      ...init,
      headers,
    });
    for (const set of answer.headers.getSetCookie())
      if (/^(__Host-)?session=/.test(set)) cookie = set.split(";")[0] ?? "";
    return answer;
  };
  const visitor = {
    cookie: () => cookie,
    get: (path: string) => send(path),
    page: async (path: string) => (await send(path)).text(),
    post: (path: string, fields: Record<string, string | number>) =>
      send(path, {
        method: "POST",
        body: new URLSearchParams(Object.entries(fields).map(([key, value]) => [key, String(value)])),
      }),
    postFiles: (path: string, form: FormData) => send(path, { method: "POST", body: form }),
  };
  if (email) {
    const answer = await visitor.post("/login", { email, password });
    if (answer.status !== 302) throw new Error(`${email} could not sign in: ${answer.status}`);
  }
  return visitor;
}

/** The value of a hidden field as a form on the page would send it. */
export function hidden(html: string, name: string): string {
  const input = html.match(/<input[^>]*>/g)?.find((tag) => tag.includes(`name="${name}"`));
  const value = /value="([^"]*)"/.exec(input ?? "")?.[1];
  if (value === undefined) throw new Error(`no hidden field ${name} on the page`);
  return value;
}

/** The number of a ticket in an address like /tickets/10001/filed. */
export const numberIn = (address: string | null): number => Number(/\/tickets\/(\d+)/.exec(address ?? "")?.[1]);
