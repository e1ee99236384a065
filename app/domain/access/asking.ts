import type { ApprovalWay } from "./approval.ts";
import type { AskedItem, Basis, Needs } from "./request.ts";

export type AskingProblem =
  | "position_missing"
  | "decision_missing"
  | "regulation_missing"
  | "until_missing"
  | "undertaking_missing"
  | "ends_before_it_begins"
  | "entitlement_missing";

/** Everything for which an item cannot be asked for as it is. Files are looked at where they are attached. */
export function askingProblems(item: AskedItem, needs: Needs, basis: Basis): AskingProblem[] {
  if (item.kind === "revoke") return item.entitlementId === null ? ["entitlement_missing"] : [];
  const problems: Record<Exclude<AskingProblem, "entitlement_missing">, boolean> = {
    position_missing: item.position === "",
    decision_missing: needs.decision === true && !(basis.decisionNumber && basis.decisionDate),
    regulation_missing: needs.regulation === true && !basis.regulation,
    undertaking_missing: needs.undertaking === true && !basis.undertaking,
    until_missing: needs.until === true && item.until === null,
    ends_before_it_begins: item.until !== null && item.until < item.from,
  };
  // Safe because these are the record's own keys.
  return (Object.keys(problems) as (keyof typeof problems)[]).filter((problem) => problems[problem]);
}

/** Items that go the same way to their approval share a track. What is taken away goes with what replaces it. */
export function tracksOf(items: readonly { item: AskedItem; way: ApprovalWay }[]): {
  ways: ApprovalWay[];
  of: number[];
} {
  const ways: ApprovalWay[] = [];
  const keys: string[] = [];
  const of = items.map(({ item, way }) => {
    const byRoom = way.some(({ who }) => who.some(({ by }) => by === "room_lead"));
    const byOwner = way.some(({ who }) => who.some(({ by }) => by === "owner"));
    const key = JSON.stringify([way, byRoom ? item.departmentId : null, byOwner ? item.rightId : null]);
    const known = keys.indexOf(key);
    if (known >= 0) return known;
    keys.push(key);
    return ways.push(way) - 1;
  });
  return { ways, of };
}

const TITLE_MOST = 200;

/** What the lists call it. People may change it like any title. */
export function titleOf(asked: readonly { item: AskedItem; right: { name: string }; name: string }[]): string {
  const rights = [...new Set(asked.map(({ right }) => right.name))];
  const names = [...new Set(asked.map(({ name }) => name))];
  const more = (list: readonly string[]) => (list.length > 2 ? `${list[0]} (+${list.length - 1})` : list.join(", "));
  return `${more(rights)}: ${more(names)}`.slice(0, TITLE_MOST);
}
