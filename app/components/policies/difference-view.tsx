import { CONDITIONS, type Policy, TARGETS } from "#app/domain/sla/policy.ts";
import { isDifferent, type ListDifference } from "#app/domain/sla/policy-list.ts";
import {
  conditionText,
  matchText,
  namesOf,
  policyName,
  promiseText,
  type Speech,
  targetText,
} from "#app/domain/sla/policy-words.ts";

type Line = { field: string; before: string; after: string };

/** What came, what went, and what became of what stayed, field by field. */
export function DifferenceView({ difference, speech }: { difference: ListDifference; speech: Speech }) {
  const { w, lang } = speech;
  const words = w.policies.difference;
  const { added, removed, changed, order } = difference;
  if (!isDifferent(difference)) return <p className="text-quiet">{words.none}</p>;
  return (
    <ul className="grid gap-3">
      {added.map((policy) => (
        <Whole key={policy.key} title={words.added} policy={policy} speech={speech} />
      ))}
      {removed.map((policy) => (
        <Whole key={policy.key} title={words.removed} policy={policy} speech={speech} />
      ))}
      {changed.map(({ before, after }) => (
        <li key={after.key}>
          <p>
            <span className="text-quiet">{words.changed}</span> <strong>{policyName(after, lang)}</strong>
          </p>
          <dl className="grid gap-0.5 pl-4">
            {linesOf(before, after, speech).map((line) => (
              <Became key={line.field} {...line} />
            ))}
          </dl>
        </li>
      ))}
      {order && (
        <li>
          <dl>
            <Became field={words.order} before={namesOf(order.before, lang)} after={namesOf(order.after, lang)} />
          </dl>
        </li>
      )}
    </ul>
  );
}

function Whole({ title, policy, speech }: { title: string; policy: Policy; speech: Speech }) {
  return (
    <li>
      <p>
        <span className="text-quiet">{title}</span> <strong>{policyName(policy, speech.lang)}</strong>
      </p>
      <p className="max-w-text pl-4">{matchText(policy, speech)}</p>
      <p className="max-w-text pl-4">{promiseText(policy, speech)}</p>
    </li>
  );
}

function Became({ field, before, after }: Line) {
  return (
    <div className="flex flex-wrap gap-x-2">
      <dt className="text-quiet">{field}</dt>
      <dd className="min-w-0 max-w-text break-words">
        <del className="text-quiet no-underline">{before}</del>
        <span aria-hidden> → </span>
        <ins className="no-underline">{after}</ins>
      </dd>
    </div>
  );
}

function linesOf(before: Policy, after: Policy, speech: Speech): Line[] {
  const { conditions, targets, difference, vendorStops, vendorCounts, all } = speech.w.policies;
  const vendor = (policy: Policy) => (policy.vendorStops ? vendorStops : vendorCounts);
  const line = (field: string, text: (policy: Policy) => string) => ({
    field,
    before: text(before),
    after: text(after),
  });
  return [
    line(difference.name, ({ name }) => name),
    line(difference.nameEn, ({ nameEn }) => nameEn),
    ...CONDITIONS.map((one) => line(conditions[one], (policy) => conditionText(policy, one, speech) || all)),
    ...TARGETS.map((target) => line(targets[target], (policy) => targetText(policy.targets[target], speech))),
    line(difference.vendor, vendor),
  ].filter((one) => one.before !== one.after);
}
