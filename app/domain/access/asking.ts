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

/** Why an item cannot be asked for as it is; null when it can. Files are looked at where they are attached. */
export function askingProblem(item: AskedItem, needs: Needs, basis: Basis): AskingProblem | null {
  if (item.kind === "revoke") return item.entitlementId === null ? "entitlement_missing" : null;
  if (item.position === "") return "position_missing";
  if (needs.decision && !(basis.decisionNumber && basis.decisionDate)) return "decision_missing";
  if (needs.regulation && !basis.regulation) return "regulation_missing";
  if (needs.undertaking && !basis.undertaking) return "undertaking_missing";
  if (needs.until && item.until === null) return "until_missing";
  if (item.until !== null && item.until < item.from) return "ends_before_it_begins";
  return null;
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
