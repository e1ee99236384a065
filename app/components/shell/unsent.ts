import { type ClientActionFunctionArgs, isRouteErrorResponse, type ShouldRevalidateFunction } from "@remix-run/react";
import { paths } from "#app/http/paths.ts";

const keep = (code: string) => ({ reply: { values: {}, errors: {}, formErrors: [code] }, kept: [] });
const UNSENT = keep("unsent");
const SIGNED_OUT = keep("signed_out");

/** For a clientAction: a lost connection, a busy server or an ended session leaves the form as it stands, with a word. */
export async function sendOrKeep<T>({ serverAction }: ClientActionFunctionArgs) {
  try {
    return await serverAction<T>();
  } catch (error) {
    if (asksToSignIn(error)) return SIGNED_OUT;
    const status = error instanceof Response || isRouteErrorResponse(error) ? error.status : 503;
    if (status < 500) throw error;
    return UNSENT;
  }
}

const asksToSignIn = (error: unknown) =>
  error instanceof Response && (error.headers.get("Location") ?? "").split("?")[0] === paths.login();

/** Nothing else is asked of the server then: the answer would be another page in place of the form. */
export const unlessUnsent: ShouldRevalidateFunction = ({ actionResult, defaultShouldRevalidate }) =>
  actionResult === UNSENT || actionResult === SIGNED_OUT ? false : defaultShouldRevalidate;
