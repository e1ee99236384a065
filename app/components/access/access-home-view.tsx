import { Link } from "@remix-run/react";
import { DataTable } from "#app/components/admin/data-table.tsx";
import { dayText } from "#app/components/admin/dates.tsx";
import { placeName } from "#app/components/place-name.ts";
import type { AccessHome } from "#app/domain/access/home.server.ts";
import { paths } from "#app/http/paths.ts";
import { useLang, useWords } from "#app/i18n/words.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { Section } from "#app/ui/page.tsx";
import { Time } from "#app/ui/time.tsx";
import { PhaseStatus } from "./phase-status.tsx";

const RequestLink = ({ number, title }: { number: number; title: string }) => (
  <Link to={paths.accessRequest(number)}>{`${number} · ${title}`}</Link>
);

/** What waits for this person, what they asked for, and what they have. */
export function AccessHomeView({ home: { todo, mine, held } }: { home: AccessHome }) {
  const w = useWords();
  const named = useNamed();
  const words = w.accessPages.home;
  return (
    <>
      <Section id="waits" title={words.waits}>
        {todo.length === 0 ? (
          <p className="text-quiet">{words.nothingWaits}</p>
        ) : (
          <DataTable
            caption={words.waits}
            rows={todo}
            keyOf={({ number, todo: what }) => `${number}${what}`}
            columns={[
              { label: w.access.request, cell: (row) => <RequestLink {...row} /> },
              { label: words.waits, cell: ({ todo: what }) => words.todo[what] },
              { label: w.accessPages.ask.unit, cell: ({ ward }) => placeName(ward, w) },
              { label: words.asked, cell: ({ receivedAt }) => <Time at={receivedAt} /> },
            ]}
          />
        )}
      </Section>
      <Section id="mine" title={words.mine}>
        {mine.length === 0 ? (
          <Empty title={words.none}>{words.noneHint}</Empty>
        ) : (
          <DataTable
            caption={words.mine}
            rows={mine}
            keyOf={({ number }) => number}
            columns={[
              { label: w.access.request, cell: (row) => <RequestLink {...row} /> },
              { label: words.state, cell: (row) => <PhaseStatus {...row} /> },
              { label: words.asked, cell: ({ receivedAt }) => <Time at={receivedAt} /> },
            ]}
          />
        )}
      </Section>
      <Section id="held" title={words.held}>
        {held.length === 0 ? (
          <p className="text-quiet">{words.noneHeld}</p>
        ) : (
          <DataTable
            caption={words.held}
            rows={held}
            keyOf={({ id }) => id}
            columns={[
              { label: w.access.right, cell: ({ right }) => named(right) },
              { label: w.access.system, cell: ({ system }) => named(system) },
              { label: w.access.position, cell: ({ position }) => position },
              { label: w.access.from, cell: ({ validFrom }) => dayText(validFrom) },
              {
                label: w.access.until,
                cell: ({ validUntil }) => (validUntil ? dayText(validUntil) : w.access.untilEnded),
              },
            ]}
          />
        )}
      </Section>
    </>
  );
}

/** A name in the reader's language, where it has one in it. */
export function useNamed() {
  const en = useLang() === "en";
  return ({ name, nameEn }: { name: string; nameEn: string }) => (en && nameEn ? nameEn : name);
}
