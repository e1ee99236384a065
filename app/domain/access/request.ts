/** What a request must bring along for a right. */
export type Needs = {
  readonly decision?: boolean;
  readonly file?: boolean;
  readonly regulation?: boolean;
  readonly until?: boolean;
  readonly undertaking?: boolean;
};

/** The authority on paper; the switch in the software is another fact. */
export type Basis = {
  readonly decisionNumber?: string;
  /** "2026-11-24" */
  readonly decisionDate?: string;
  /** The rule by which somebody signs by order. */
  readonly regulation?: string;
  /** The person has signed to keep to the purpose. */
  readonly undertaking?: boolean;
};

export const ITEM_STATES = ["asked", "refused", "to_grant", "handed_back", "granted", "proven", "withdrawn"] as const;
export type ItemState = (typeof ITEM_STATES)[number];
/** Nothing is done for these any more. */
const SETTLED: readonly ItemState[] = ["refused", "proven", "withdrawn"];
export const isSettled = (state: ItemState) => SETTLED.includes(state);

/** Why a request was filed: somebody asks, or the register found out. */
export const CAUSES = ["asked", "left", "expiring", "review", "campaign"] as const;
export type Cause = (typeof CAUSES)[number];

/** One right for one person, as it is asked for. */
export type AskedItem = {
  readonly kind: "grant" | "revoke";
  readonly rightId: number;
  readonly personId: number;
  readonly departmentId: number | null;
  readonly position: string;
  /** Days. */
  readonly from: string;
  readonly until: string | null;
  /** What is taken away or prolonged. */
  readonly entitlementId: number | null;
};

/** A draft keeps whatever was typed, right or wrong: the form's own fields. */
export type DraftContent = Readonly<Record<string, string | string[]>>;

/** What each ward of a campaign asks for. */
export type CampaignTemplate = {
  readonly rightIds: readonly number[];
  /** Whom it is for: those of a position, or somebody in each department. */
  readonly who: { readonly positionId: number } | { readonly each: "department" };
  readonly tries: string;
  readonly fails: string;
  readonly basis: Basis;
};

export const MOST_ITEMS = 60;
