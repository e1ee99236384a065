import type { AppLoadContext } from "@remix-run/node";
import type { Actor } from "#app/domain/policy/actor.ts";
import "#app/http/load-context.ts";

const WHY = { 403: "forbidden", 404: "not_found", 429: "limited" } as const;
const isRefusal = (status: number): status is keyof typeof WHY => Object.hasOwn(WHY, status);

/** What a loader or action gave or threw: a Response, `data(…, { status })`, or anything else. */
function statusOf(answer: unknown): number {
  if (answer instanceof Response) return answer.status;
  if (typeof answer !== "object" || answer === null || !("init" in answer)) return 200;
  const { init } = answer;
  return typeof init === "object" && init !== null && "status" in init ? Number(init.status) : 200;
}

/**
 * Has a refusal kept for the audit history. `missing` says that what is not there counts as well, because it may be
 * somebody else's: on pages that are for people who are signed in.
 */
export function noteRefusal(
  { request, context }: { request: Request; context: AppLoadContext },
  actor: Actor,
  answer: unknown,
  missing: boolean,
): void {
  const status = statusOf(answer);
  if (!isRefusal(status) || (status === 404 && !missing)) return;
  const { method, url } = request;
  const { peer, requestId } = context;
  context.onRefused?.({ why: WHY[status], status, method, path: new URL(url).pathname, peer, requestId, actor });
}
