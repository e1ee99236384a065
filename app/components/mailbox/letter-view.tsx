import type { ReactNode } from "react";
import { useWords } from "#app/i18n/words.tsx";
import { Section } from "#app/ui/page.tsx";
import { Time } from "#app/ui/time.tsx";

type Party = { name: string; address: string };
type LetterViewProps = {
  /** Where the HTML is served under a policy of its own. */
  src: string;
  text: string;
  about?: { to: Party; from: Party; at: Date };
  headers?: readonly (readonly [name: string, value: string])[];
};

/** A letter as its reader gets it: the HTML in a frame that can do nothing, the text, and the headers. */
export function LetterView({ src, text, about, headers = [] }: LetterViewProps) {
  const w = useWords().mail.mailbox;
  return (
    <>
      {about && (
        <Facts
          facts={[
            [w.to, written(about.to)],
            [w.from, written(about.from)],
            [w.sent, <Time key="at" at={about.at} exact />],
          ]}
        />
      )}
      <Section id="letter" title={w.letter}>
        <iframe
          key={src}
          src={src}
          title={w.letter}
          sandbox="allow-popups allow-popups-to-escape-sandbox"
          className="h-[44rem] w-full max-w-[44rem] rounded-md border border-line bg-raised"
        />
      </Section>
      <Section id="text" title={w.text}>
        <p className="max-w-text whitespace-pre-wrap">{text}</p>
      </Section>
      {headers.length > 0 && (
        <Section id="headers" title={w.headers}>
          <Facts facts={headers} />
        </Section>
      )}
    </>
  );
}

const written = ({ name, address }: Party) => (name ? `${name} <${address}>` : address);

function Facts({ facts }: { facts: readonly (readonly [label: string, value: ReactNode])[] }) {
  return (
    <dl className="mb-6 grid gap-x-4 gap-y-1 sm:grid-cols-[minmax(6rem,auto)_minmax(0,1fr)]">
      {facts.map(([label, value]) => (
        <div key={label} className="contents">
          <dt className="text-quiet">{label}</dt>
          <dd className="min-w-0 break-words max-sm:mb-2">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
