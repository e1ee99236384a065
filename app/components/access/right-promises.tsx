import { Link } from "@remix-run/react";
import type { Policy } from "#app/domain/sla/policy.ts";
import { policyName, promiseText } from "#app/domain/sla/policy-words.ts";
import { paths } from "#app/http/paths.ts";
import { useLang, useWords } from "#app/i18n/words.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { LINK } from "../admin/link.ts";

type Props = { promises: readonly Policy[]; rightId: number };

/** By when a right is decided, granted and proven, where that is promised to it by name. */
export function RightPromises({ promises, rightId }: Props) {
  const w = useWords();
  const lang = useLang();
  const words = w.accessCatalogue.right;
  return (
    <div className="grid max-w-text gap-3">
      {promises.length === 0 && <p>{words.targetsLead}</p>}
      {promises.map((policy) => (
        <p key={policy.key}>
          <Link to={paths.admin(`policies/${policy.key}`)} className={LINK}>
            {policyName(policy, lang)}
          </Link>
          <span className="block text-quiet">{promiseText(policy, { w }, ["approval", "grant", "proof"])}</span>
        </p>
      ))}
      <div className="flex flex-wrap gap-2">
        <ButtonLink to={`${paths.admin("policies/new")}?right=${rightId}`}>{words.ownTargets}</ButtonLink>
        <ButtonLink to={paths.admin("policies")} variant="quiet">
          {words.toPolicies}
        </ButtonLink>
      </div>
    </div>
  );
}
