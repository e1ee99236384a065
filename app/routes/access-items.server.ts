import { readAskedPeople } from "#app/domain/access/asked-people.server.ts";
import type { AskedItem } from "#app/domain/access/request.ts";
import type { PageCtx } from "#app/http/context.server.ts";
import { dateIn } from "#app/lib/time.ts";

type Typed = {
  rightIds: readonly number[];
  personIds: readonly number[];
  successorOf: readonly number[];
  position?: string;
  from?: string;
  until?: string;
};

/** Each right for each person, from today unless said otherwise; and what predecessors give up. */
export async function itemsAsked(ctx: PageCtx, typed: Typed): Promise<AskedItem[]> {
  const { people, holdings } = await readAskedPeople(ctx, typed);
  const today = dateIn(ctx.now);
  const given = typed.personIds.flatMap((personId) =>
    typed.rightIds.map((rightId): AskedItem => {
      const person = people.get(personId);
      return {
        ...{ kind: "grant", rightId, personId, departmentId: person?.departmentId ?? null, entitlementId: null },
        ...{
          position: typed.position ?? person?.position ?? "",
          from: typed.from ?? today,
          until: typed.until ?? null,
        },
      };
    }),
  );
  const taken = holdings.map(
    ({ id, ...held }): AskedItem => ({ ...held, kind: "revoke", from: today, until: null, entitlementId: id }),
  );
  return [...given, ...taken];
}
