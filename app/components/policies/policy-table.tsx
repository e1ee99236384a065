import { Form, Link } from "@remix-run/react";
import { type Policy, TARGETS, type Target, TICKET_TARGETS } from "#app/domain/sla/policy.ts";
import type { Reach } from "#app/domain/sla/policy-reach.ts";
import { matchText, namesOf, policyName, promiseText, type Speech } from "#app/domain/sla/policy-words.ts";
import { paths } from "#app/http/paths.ts";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { DataTable } from "../admin/data-table.tsx";
import { OrderButtons } from "../admin/order-buttons.tsx";

type Props = { list: readonly Policy[]; reach?: Reach; speech: Speech; editable?: boolean };

const isOfTickets = (target: Target) => TICKET_TARGETS.some((one) => one === target);
const REQUEST_TARGETS = TARGETS.filter((target) => !isOfTickets(target));

/** In the order in which they are looked at; each with why no ticket gets it, where none does. */
export function PolicyTable({ list, reach, speech, editable = false }: Props) {
  const { w, lang } = speech;
  const words = w.policies;
  return (
    <DataTable
      caption={words.list}
      rows={list}
      keyOf={({ key }) => key}
      columns={[
        {
          label: words.name,
          cell: (policy) => (
            <>
              <span className="figures mr-2 text-quiet">{list.indexOf(policy) + 1}</span>
              {editable ? (
                <Link to={paths.admin(`policies/${policy.key}`)}>{policyName(policy, lang)}</Link>
              ) : (
                policyName(policy, lang)
              )}
            </>
          ),
        },
        {
          label: words.appliesTo,
          plain: true,
          cell: (policy) => {
            const lost = reach?.unreached.find((one) => one.policy.key === policy.key);
            return (
              <div className="max-w-text">
                {matchText(policy, speech)}
                {lost && (
                  <p className="font-medium text-amber">
                    {lost.by.length > 0 ? words.unreached(namesOf(lost.by, lang)) : null}
                  </p>
                )}
              </div>
            );
          },
        },
        {
          label: words.promises,
          plain: true,
          cell: (policy) => (
            <>
              {promiseText(policy, speech, TICKET_TARGETS) || words.nothingPromised}
              <span className="block text-sm text-quiet empty:hidden">
                {promiseText(policy, speech, REQUEST_TARGETS)}
              </span>
              {policy.vendorStops && <span className="block text-sm text-quiet">{words.vendorStops}</span>}
            </>
          ),
        },
        ...(editable
          ? [{ label: "", plain: true, cell: (policy: Policy) => <Steps policy={policy} speech={speech} /> }]
          : []),
      ]}
    />
  );
}

function Steps({ policy, speech: { w, lang } }: { policy: Policy; speech: Speech }) {
  const name = policyName(policy, lang);
  return (
    <div className="flex items-center gap-1 md:justify-end">
      <OrderButtons id={policy.key} up={w.policies.up(name)} down={w.policies.down(name)} />
      <Form method="post" preventScrollReset className="-my-1 print:hidden">
        <input type="hidden" name="id" value={policy.key} />
        <SubmitButton name="intent" value="remove" variant="quiet" aria-label={w.policies.remove(name)}>
          {w.common.remove}
        </SubmitButton>
      </Form>
    </div>
  );
}
