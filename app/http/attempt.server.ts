import { DomainError } from "#app/lib/domain-error.ts";

const STATUS = { forbidden: 403, conflict: 409, invalid: 422, limited: 429 } as const;

export type Refused = { ok: false; status: 403 | 409 | 422 | 429; reason: string; detail: Record<string, unknown> };

/**
 * Turns an expected refusal into an answer for the form. A verb says not_found for what the actor may not see, and
 * forbidden only about something the actor does see, so that nobody learns from it what exists.
 */
export async function attempt<T>(work: Promise<T>): Promise<{ ok: true; value: T } | Refused> {
  try {
    return { ok: true, value: await work };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    if (error.refusal === "not_found") throw new Response(null, { status: 404 });
    return { ok: false, status: STATUS[error.refusal], reason: error.reason, detail: error.detail ?? {} };
  }
}
