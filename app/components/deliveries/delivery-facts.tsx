import type { ReactNode } from "react";
import type { DeliveryRow } from "#app/domain/notifications/deliveries.server.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Time } from "#app/ui/time.tsx";
import { aboutOf, outcomeOf, StateBadge } from "./state-badge.tsx";

export function DeliveryFacts({ letter }: { letter: DeliveryRow }) {
  const w = useWords();
  const words = w.deliveries;
  const providers: Record<string, string> = words.providers;
  const { provider, sentAt, state } = letter;
  const leaves = state === "waiting" || state === "queued";
  const facts: [string, ReactNode][] = [
    [words.state, <StateBadge key="state" state={letter.state} />],
    [words.error, outcomeOf(letter, w)],
    [words.about, aboutOf(letter, w)],
    [words.to, `${letter.personName} ${letter.address}`],
    [words.written, <Time key="written" at={letter.createdAt} exact />],
    [words.due, leaves ? <Time key="due" at={letter.dueAt} exact /> : null],
    [words.sentAt, sentAt && <Time at={sentAt} exact />],
    [words.attempts, letter.attempts],
    [words.rounds, letter.round === 0 ? null : letter.round],
    [words.provider, provider && (providers[provider] ?? provider)],
    [words.providerId, letter.providerId],
  ];
  return (
    <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[max-content_1fr]">
      {facts.map(([label, value]) =>
        value === null || value === undefined ? null : (
          <div key={label} className="grid grid-cols-subgrid sm:col-span-2">
            <dt className="text-quiet">{label}</dt>
            <dd className="wrap-anywhere">{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
