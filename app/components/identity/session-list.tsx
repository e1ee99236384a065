import { Form } from "@remix-run/react";
import { useWords } from "#app/i18n/words.tsx";
import { readUserAgent } from "#app/lib/user-agent.ts";
import { Badge } from "#app/ui/badge.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { Time } from "#app/ui/time.tsx";

export type SessionRow = { id: string; userAgent: string; peer: string; lastSeenAt: Date; current: boolean };

export function SessionList({ sessions }: { sessions: readonly SessionRow[] }) {
  const w = useWords();
  return (
    <>
      <ul className="divide-y divide-line">
        {sessions.map((session) => (
          <li key={session.id} className="flex items-center justify-between gap-4 py-2">
            <Device session={session} />
            {!session.current && <Revoke session={session} />}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <Form method="post" action="/me/sessions">
          <SubmitButton variant="secondary" name="intent" value="revoke_others">
            {w.me.revokeOthers}
          </SubmitButton>
        </Form>
      )}
    </>
  );
}

function Device({ session }: { session: SessionRow }) {
  const w = useWords();
  return (
    <div className="min-w-0">
      <p className="flex flex-wrap items-center gap-2 font-medium">
        {useDeviceName(session)}
        {session.current && <Badge tone="accent">{w.me.thisDevice}</Badge>}
      </p>
      <p className="text-sm text-quiet">
        {w.me.lastSeen} <Time at={session.lastSeenAt} /> {w.me.from(session.peer)}
      </p>
    </div>
  );
}

function Revoke({ session }: { session: SessionRow }) {
  const w = useWords();
  return (
    <Form method="post" action="/me/sessions">
      <input type="hidden" name="id" value={session.id} />
      <SubmitButton variant="quiet" name="intent" value="revoke" aria-label={w.me.revokeNamed(useDeviceName(session))}>
        {w.me.revoke}
      </SubmitButton>
    </Form>
  );
}

function useDeviceName({ userAgent }: SessionRow): string {
  const w = useWords();
  const device = readUserAgent(userAgent);
  return device ? w.me.device(device.browser, device.system) : w.me.unknownDevice;
}
