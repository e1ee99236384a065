import { z } from "zod";
import type { RightFacts } from "#app/domain/access/catalogue-admin.server.ts";
import type { TypedApprover, TypedStep } from "#app/domain/access/way.server.ts";
import { count, id, line, optionalLine, optionalLines } from "#app/http/fields.server.ts";

const NEEDS = ["decision", "file", "regulation", "until", "undertaking"] as const;
const who = z.array(z.enum(["ward_lead", "room_lead", "owner", "coordinator"])).default([]);
const need = z.enum(["any", "all", "2", "3"]).default("any");
const STEP = { who, position: id.optional(), person: optionalLine(254), need };
type StepFields<N extends number> = { [K in keyof typeof STEP as `${K}${N}`]: (typeof STEP)[K] };
const stepFields = <N extends number>(n: N) =>
  // Safe because these are the names that the type makes of them.
  Object.fromEntries(Object.entries(STEP).map(([name, field]) => [`${name}${n}`, field])) as StepFields<N>;

/** What the form of a right sends, each step with fields of its own. */
export const Right = z.object({
  ...{ name: line(120), nameEn: optionalLine(120), about: optionalLines(500), teamId: id.optional() },
  needs: z.array(z.enum(NEEDS)).default([]),
  ...{ ...stepFields(0), ...stepFields(1), ...stepFields(2), ...stepFields(3) },
  ...{ howToGrant: optionalLines(2_000), howToRevoke: optionalLines(2_000) },
  ...{ howToProve: optionalLines(2_000), evidence: optionalLines(500) },
});
export const version = count(1_000_000);
type Typed = z.infer<typeof Right>;

export function factsFrom(typed: Typed): RightFacts {
  const { name, nameEn = "", about, teamId = null, howToGrant, howToRevoke, howToProve, evidence } = typed;
  return {
    ...{ name, nameEn, about, teamId, howToGrant, howToRevoke, howToProve, evidence },
    needs: Object.fromEntries(typed.needs.map((one) => [one, true])),
    steps: ([0, 1, 2, 3] as const).map((n) => stepFrom(typed, n)),
  };
}

function stepFrom(typed: Typed, n: 0 | 1 | 2 | 3): TypedStep {
  const [positionId, email] = [typed[`position${n}`], typed[`person${n}`]];
  const named: TypedApprover[] = typed[`who${n}`].map((by) => ({ by }));
  if (positionId !== undefined) named.push({ by: "position", positionId });
  if (email !== undefined) named.push({ by: "address", email: email.toLowerCase() });
  return { who: named, need: typed[`need${n}`] };
}
