import { dayText } from "#app/components/admin/dates.tsx";
import type { Background } from "#app/domain/access/request-page.server.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Section } from "#app/ui/page.tsx";
import { useNamed } from "./access-home-view.tsx";

/** What an approver looks at beside the request: what the person has, and who else has what is asked. */
export function BackgroundView({ background }: { background: Background }) {
  const words = useWords().accessPages.request;
  return (
    <>
      <Section id="has" title={words.has}>
        <Lines lines={background.filter(({ what }) => what === "has")} none={words.hasNothing} />
      </Section>
      <Section id="others" title={words.others}>
        <Lines lines={background.filter(({ what }) => what === "others")} none={words.othersNothing} />
      </Section>
    </>
  );
}

function Lines({ lines, none }: { lines: Background; none: string }) {
  const home = useWords().accessPages.home;
  const named = useNamed();
  if (lines.length === 0) return <p className="text-quiet">{none}</p>;
  return (
    <ul className="grid gap-1">
      {lines.map(({ person, position, until, ...right }) => (
        <li key={`${person}${right.name}`}>
          {[person, position, named(right), until && home.until(dayText(until))].filter(Boolean).join(" · ")}
        </li>
      ))}
    </ul>
  );
}
