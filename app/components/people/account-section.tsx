import type { PersonPage } from "#app/domain/policy/person-page.server.ts";
import { useWords } from "#app/i18n/words.tsx";
import { formatDateTime } from "#app/lib/format.ts";
import { Status, type Tone } from "#app/ui/badge.tsx";
import { dayText } from "../admin/dates.tsx";
import type { AccountFacts } from "./person-view.tsx";
import { Press } from "./press.tsx";

/** How the person comes in, and the buttons that change it; what is not possible now is not there. */
export function AccountSection({ page, account }: { page: PersonPage; account: AccountFacts }) {
  const w = useWords();
  const words = w.people.account;
  const { person } = page;
  const carries = { version: person.version };
  if (person.disabledAt) {
    return (
      <div className="grid justify-items-start gap-3">
        <Status tone="grey">{words.disabled(formatDateTime(person.disabledAt))}</Status>
        {person.disabledReason && <p>{words.reason(person.disabledReason)}</p>}
        <p className="text-quiet">{words.keepsGrants(page.grants.now.length + page.grants.later.length)}</p>
        <Press intent="enable" carries={carries}>
          {words.enable}
        </Press>
      </div>
    );
  }
  const invited = account.invitation !== null && account.invitation.state !== "none";
  return (
    <div className="grid justify-items-start gap-3">
      <State account={account} />
      {person.leavesOn && (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <Status tone="amber">{words.leaving(dayText(person.leavesOn))}</Status>
          <Press intent="enable" carries={carries}>
            {words.stay}
          </Press>
        </div>
      )}
      {person.leavesOn && person.disabledReason && <p>{words.reason(person.disabledReason)}</p>}
      {account.joined ? (
        <dl className="grid gap-3">
          <Doing hint={words.lockOutHint}>
            <Press intent="lock_out">{words.lockOut}</Press>
          </Doing>
          <Doing hint={account.locked ? null : words.lockHint}>
            {account.locked ? (
              <Press intent="unlock">{words.unlock}</Press>
            ) : (
              <Press intent="lock" variant="danger">
                {words.lock}
              </Press>
            )}
          </Doing>
        </dl>
      ) : (
        <Press intent="invite">{invited ? words.inviteAgain : words.invite}</Press>
      )}
    </div>
  );
}

function Doing({ hint, children }: { hint: string | null; children: React.ReactNode }) {
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <dt>{children}</dt>
      {hint && <dd className="max-w-text text-sm text-quiet">{hint}</dd>}
    </div>
  );
}

function State({ account }: { account: AccountFacts }) {
  const words = useWords().people.account;
  const at = account.invitation?.at ? formatDateTime(account.invitation.at) : "";
  if (account.locked) return <Status tone="red">{words.locked}</Status>;
  if (account.joined) return <Status tone="green">{at ? words.used(at) : words.joined}</Status>;
  const state = account.invitation?.state ?? "none";
  const said: Record<typeof state, readonly [Tone, string]> = {
    none: ["amber", words.none],
    waiting: ["blue", words.waiting],
    failed: ["red", words.failed],
    sent: ["blue", words.sent(at)],
    expired: ["amber", words.expired],
    used: ["green", words.used(at)],
  };
  const [tone, text] = said[state];
  return <Status tone={tone}>{text}</Status>;
}
