/** Who may approve, as the catalogue names them. */
export type Approver =
  /** Leads the ward. */
  | { readonly by: "ward_lead" }
  /** Leads the department that the right is for, or the ward. */
  | { readonly by: "room_lead" }
  /** Holds this position at the ward. */
  | { readonly by: "position"; readonly positionId: number }
  /** Answers for the system. */
  | { readonly by: "owner" }
  | { readonly by: "person"; readonly personId: number }
  /** The duty desk of the city. */
  | { readonly by: "coordinator" };

/** "any", "all", or how many of them: "2". */
export type Need = string;
type ApprovalStep = { readonly who: readonly Approver[]; readonly need: Need };
/** One after the other. */
export type ApprovalWay = readonly ApprovalStep[];

export const APPROVAL_STATES = ["waiting", "open", "approved", "refused", "overtaken"] as const;

/** How many of the `count` approvers that it names a step needs. */
export const neededOf = (need: Need, count: number): number =>
  need === "any" ? 1 : need === "all" ? Math.max(1, count) : Number(need);

export type Verdict = "approved" | "refused";

/** One refusal refuses; otherwise as many approvals as the step needs. */
export function outcomeOf(need: Need, approvers: number, verdicts: readonly Verdict[]): "open" | Verdict {
  if (verdicts.includes("refused")) return "refused";
  return verdicts.length >= neededOf(need, approvers) ? "approved" : "open";
}

/** Who may decide in this person's name: themselves, or in whose place. Nobody for themselves. */
export function placesOf(
  me: number,
  {
    approvers,
    standIns,
    affected,
    decided,
  }: {
    approvers: readonly number[];
    /** Who has left their decisions to whom, today. */
    standIns: readonly { fromId: number; toId: number }[];
    /** Whom the request is for. */
    affected: readonly number[];
    /** Those whose word has been given, by themselves or by somebody in their place. */
    decided: readonly number[];
  },
): { forId: number | null }[] {
  if (affected.includes(me)) return [];
  const free = (id: number) => approvers.includes(id) && !affected.includes(id) && !decided.includes(id);
  const own = free(me) ? [{ forId: null }] : [];
  const inPlace = standIns
    .filter(({ fromId, toId }) => toId === me && free(fromId))
    .map(({ fromId }) => ({ forId: fromId }));
  return [...own, ...inPlace];
}
