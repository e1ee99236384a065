export type Refusal = "not_found" | "forbidden" | "conflict" | "invalid" | "limited";

/** An expected refusal. `reason` is a code that i18n turns into words; `detail` carries numbers and ids for them. */
export class DomainError extends Error {
  readonly refusal: Refusal;
  readonly reason: string;
  readonly detail?: Record<string, unknown>;

  constructor(refusal: Refusal, reason: string, detail?: Record<string, unknown>) {
    super(`${refusal}: ${reason}`);
    this.name = "DomainError";
    this.refusal = refusal;
    this.reason = reason;
    this.detail = detail;
  }
}
