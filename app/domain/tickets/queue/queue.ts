import type { PlaceName } from "../../directory/site.ts";
import type { TimeLeft } from "../../sla/time-left.ts";
import type { Impact, Priority } from "../priority.ts";
import type { AccessPhase, HoldReason, TicketKind, TicketStatus } from "../ticket.ts";
import type { Sort } from "./filters.ts";

/** The engineer's page, in this order. */
export const QUEUE_GROUPS = ["new", "mine", "held", "confirm", "others"] as const;
/** The officer's page, in this order. `all` is everything the person may see, in one list. */
export const OWN_GROUPS = ["answer", "sent", "following", "unit", "done", "all"] as const;
export type GroupKey = (typeof QUEUE_GROUPS)[number] | (typeof OWN_GROUPS)[number];

/** Officers have no "last changed": internal notes change it too, and would show through the order. */
export const QUEUE_SORTS = [
  "urgent",
  "due",
  "oldest",
  "newest",
  "waiting",
  "updated",
] as const satisfies readonly Sort[];
export const OWN_SORTS = ["newest", "oldest", "urgent", "due", "waiting"] as const satisfies readonly Sort[];

/** Counts stop here: one more is shown as "99+". */
export const COUNT_BOUND = 100;
export const GROUP_ROWS = 25;
export const PAGE_ROWS = 50;

export type Named = { name: string; nameEn: string };

export type QueueRow = {
  number: number;
  version: number;
  title: string;
  kind: TicketKind;
  status: TicketStatus;
  duplicateOf: number | null;
  /** Of a request for access. */
  accessPhase: AccessPhase | null;
  holdReason: HoldReason | null;
  holdUntil: Date | null;
  priority: Priority;
  impact: Impact;
  peopleWaiting: number;
  system: Named;
  ward: PlaceName;
  department: string | null;
  reporter: string;
  assigneeId: number | null;
  assignee: string | null;
  team: Named | null;
  receivedAt: Date;
  resolvedAt: Date | null;
  /** When silence closes it. */
  closesAt: Date | null;
  /** The clock that presses first, where one runs or is paused. */
  left: TimeLeft | null;
  unread: boolean;
};

export type QueueGroup = {
  key: GroupKey;
  /** Never more than COUNT_BOUND. */
  count: number;
  rows: QueueRow[];
  /** Where the next page begins; null on the last one. */
  next: string | null;
};

export const BULK_MAX = 100;
export const BULK_INTENTS = ["take", "assign", "hold", "priority", "resume"] as const;
export type BulkIntent = (typeof BULK_INTENTS)[number];
export type BulkFailure = { number: number; reason: string };
export type BulkResult = { intent: BulkIntent; done: number[]; failed: BulkFailure[] };
