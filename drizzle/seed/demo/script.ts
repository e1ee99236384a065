import type { Impact } from "#app/domain/tickets/priority.ts";
import type { TicketKind } from "#app/domain/tickets/ticket.ts";
import { DOCUMENTS } from "#drizzle/seed/data/scripts/documents.ts";
import { IDENTITY } from "#drizzle/seed/data/scripts/identity.ts";
import { NETWORK } from "#drizzle/seed/data/scripts/network.ts";
import { ONESTOP } from "#drizzle/seed/data/scripts/onestop.ts";
import { readTable } from "#drizzle/seed/tables.ts";

/** What is typed on tickets of one kind of trouble: by the ward, and by those who work on it. */
type Script = {
  titles: readonly string[];
  bodies: readonly string[];
  tried: readonly string[];
  fixes: readonly (readonly [cause: string, done: string])[];
};
export type Scripts = Record<number, Script>;

/** Where a ticket ends: at the ward, at the city's second line, or with a vendor or ministry. */
export type Tier = "ward" | "city" | "vendor";

export type Template = Script & {
  rank: number;
  kind: TicketKind;
  system: string;
  impact: Impact;
  weight: number;
  manyWards: boolean;
  needsApproval: boolean;
  tiers: readonly Tier[];
};

type Row = Record<
  "rank" | "title_vi" | "kind" | "system" | "impact" | "resolution_path" | "resolver" | "weight" | "multi_ward",
  string
>;

const SCRIPTS: Scripts = { ...DOCUMENTS, ...IDENTITY, ...NETWORK, ...ONESTOP };
/** Most of what only a vendor can end for good is first answered at the ward or in the city. */
const TIERS: readonly [RegExp, readonly Tier[]][] = [
  [/^T1$/, ["ward"]],
  [/^T1\/T2/, ["ward", "ward", "city"]],
  [/^T1\//, ["ward", "ward", "vendor"]],
  [/^T2\/T3/, ["ward", "city", "city", "vendor"]],
  [/^T2/, ["ward", "city", "city"]],
  [/^T3/, ["ward", "city", "vendor", "vendor"]],
];

export function readTemplates(): Template[] {
  return readTable<Row>("issue-templates.csv").map((row) => {
    const rank = Number(row.rank);
    const script = SCRIPTS[rank];
    if (!script) throw new Error(`template ${row.rank} has no script`);
    return {
      ...script,
      rank,
      titles: [row.title_vi.replace("quầy 2", "quầy {q}"), ...script.titles],
      kind: row.kind as TicketKind, // safe because the table is ours and a test opens every row
      system: row.system === "nhieu" ? "khac" : row.system,
      impact: row.impact as Impact,
      weight: Number(row.weight),
      manyWards: row.multi_ward !== "no",
      needsApproval: /^D\b/.test(row.resolution_path) || row.resolution_path.includes("→ D"),
      tiers: TIERS.find(([resolver]) => resolver.test(row.resolver))?.[1] ?? ["city"],
    };
  });
}
