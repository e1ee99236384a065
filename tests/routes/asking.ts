import type { AppLoadContext } from "@remix-run/node";
import type { Db } from "#app/db/connect.server.ts";
import type { Name } from "#tests/support/cast.ts";
import { signedIn } from "#tests/support/signed-in.ts";

type Args = { request: Request; context: AppLoadContext; params: Record<string, string> };
type Call = (args: Args) => Promise<unknown>;
export type Fields = Record<string, string | number | readonly string[] | File | readonly File[]>;
/** What the page would get: the status, where it leads, and the data. */
export type Answer = { status: number; to: string | null; headers: Headers; body: unknown };

/** Calls loaders and actions as Remix does, each with a request of its own. */
export function asking(db: Db, more: Partial<AppLoadContext> = {}) {
  const cookies = new Map<Name, Promise<string>>();
  const cookieOf = (name: Name) => {
    const cookie = cookies.get(name) ?? signedIn(db, name);
    cookies.set(name, cookie);
    return cookie;
  };
  const ask = async (call: Call, by: Name | null, path: string, init: RequestInit, params: Record<string, string>) => {
    const headers = new Headers(init.headers);
    if (by) headers.set("Cookie", await cookieOf(by));
    const context = { db, nonce: "n", requestId: "r", peer: "198.51.100.1", ...more } as AppLoadContext; // safe because live is not used
    const request = new Request(new URL(path, "http://tram.example"), { ...init, headers });
    return answerOf(await call({ request, context, params }).catch(thrown));
  };
  return {
    get: (call: Call, by: Name | null, path: string, params: Record<string, string> = {}) =>
      ask(call, by, path, {}, params),
    post: (call: Call, by: Name | null, path: string, fields: Fields, params: Record<string, string> = {}) =>
      ask(call, by, path, { method: "POST", body: bodyOf(fields) }, params),
  };
}

function thrown(error: unknown): Response {
  if (error instanceof Response) return error;
  throw error;
}

function bodyOf(fields: Fields): FormData | URLSearchParams {
  const entries = Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one] as const));
  if (!entries.some(([, value]) => value instanceof File)) {
    return new URLSearchParams(entries.map(([name, value]) => [name, String(value)]));
  }
  const form = new FormData();
  for (const [name, value] of entries) form.append(name, value instanceof File ? value : String(value));
  return form;
}

async function answerOf(given: unknown): Promise<Answer> {
  if (given instanceof Response) {
    const { status, headers } = given;
    const isJson = headers.get("Content-Type")?.includes("json");
    const body = isJson ? await given.json() : Buffer.from(await given.arrayBuffer());
    return { status, to: headers.get("Location"), headers, body };
  }
  if (typeof given === "object" && given !== null && "type" in given && given.type === "DataWithResponseInit") {
    const { data, init } = given as unknown as { data: unknown; init: ResponseInit | null }; // safe by its type tag
    return { status: init?.status ?? 200, to: null, headers: new Headers(init?.headers), body: data };
  }
  return { status: 200, to: null, headers: new Headers(), body: given };
}
