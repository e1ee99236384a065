import type { Road } from "#app/domain/access/road.server.ts";
import { useWords } from "#app/i18n/words.tsx";
import { formatDateTime } from "#app/lib/format.ts";
import { Section } from "#app/ui/page.tsx";
import { useNamed } from "./access-home-view.tsx";

/** The road ahead of a request: who decides, who grants, by when. */
export function RoadView({ road: { ways, promise } }: { road: Road }) {
  const w = useWords();
  const named = useNamed();
  const words = w.accessPages.ask;
  const { need } = w.accessPages.request;
  const by = (Object.keys(words.roadBy) as (keyof typeof words.roadBy)[]).flatMap((key) => {
    const at = promise[key];
    return at ? [words.roadBy[key](formatDateTime(at))] : [];
  });
  return (
    <Section id="road" title={words.road}>
      {ways.map(({ rights, steps, granters }) => (
        <div key={rights.map(({ name }) => name).join()} className="grid gap-1">
          <p className="font-medium">{rights.map(named).join(", ")}</p>
          <ol className="grid gap-1">
            {steps.map(({ need: wanted, approvers, raised }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a step is known by its place
              <li key={at}>
                {words.roadStep(at + 1, need(wanted), approvers.join(", "))}
                {raised && <span className="block text-sm text-quiet">{w.accessPages.request.raised}</span>}
              </li>
            ))}
            <li>
              {words.roadGrants(
                granters.map((team) => (team ? named(team) : w.accessCatalogue.right.wardEngineers)).join(", "),
              )}
            </li>
          </ol>
        </div>
      ))}
      <p className="max-w-text">{by.length > 0 ? `${by.join(". ")}.` : words.noPromise}</p>
    </Section>
  );
}
