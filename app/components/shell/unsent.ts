import { type ClientActionFunctionArgs, isRouteErrorResponse, type ShouldRevalidateFunction } from "@remix-run/react";

const REPLY = { values: {}, errors: {}, formErrors: ["unsent"] };

/** For a clientAction: a lost connection or a busy server leaves the form as it stands, with a word about it. */
export async function sendOrKeep<T>({ serverAction }: ClientActionFunctionArgs) {
  try {
    return await serverAction<T>();
  } catch (error) {
    const status = error instanceof Response || isRouteErrorResponse(error) ? error.status : 503;
    if (status < 500) throw error;
    return { reply: REPLY, kept: [] };
  }
}

/** Nothing else is asked of a server that is away: the answer would be an error page in place of the form. */
export const unlessUnsent: ShouldRevalidateFunction = ({ actionResult, defaultShouldRevalidate }) =>
  actionResult?.reply === REPLY ? false : defaultShouldRevalidate;
