import { ANY_OTHER, type Reach } from "#app/domain/sla/policy-reach.ts";
import {
  kindName,
  namesOf,
  policyName,
  priorityName,
  type Speech,
  siteName,
  systemName,
} from "#app/domain/sla/policy-words.ts";
import { Notice } from "#app/ui/notice.tsx";

/** Tickets that nothing is promised to and, where the list is not beside it, policies that no ticket gets. */
export function ReachWarnings({ reach, speech, every = false }: { reach: Reach; speech: Speech; every?: boolean }) {
  const { w, lang } = speech;
  const lost = every ? reach.unreached : [];
  if (!reach.unpromised && lost.length === 0) return null;
  return (
    <div className="grid gap-2">
      {reach.unpromised && (
        <Notice tone="warning">{w.policies.unpromised(exampleText(reach.unpromised, speech))}</Notice>
      )}
      {lost.map(({ policy, by }) => (
        <Notice key={policy.key} tone="warning">
          {w.policies.unreachedInText(policyName(policy, lang), namesOf(by, lang))}
        </Notice>
      ))}
    </div>
  );
}

function exampleText(facts: NonNullable<Reach["unpromised"]>, speech: Speech): string {
  const { otherSystem, otherUnit } = speech.w.policies;
  const site = facts.siteIds.at(-1) ?? ANY_OTHER;
  const system = facts.systemId === ANY_OTHER ? otherSystem : systemName(facts.systemId, speech);
  // Where no policy names any, it makes no difference which it is.
  return [
    kindName(facts.kind, speech),
    priorityName(facts.priority, speech),
    ...(isEmpty(speech.names.systems) ? [] : [system]),
    ...(isEmpty(speech.names.sites) ? [] : [site === ANY_OTHER ? otherUnit : siteName(site, speech)]),
  ].join(", ");
}

const isEmpty = (named: object) => Object.keys(named).length === 0;
