import { Link } from "@remix-run/react";
import { LINK } from "#app/components/admin/link.ts";
import { placeName } from "#app/components/place-name.ts";
import type { listDrafts } from "#app/domain/access/drafts.server.ts";
import { paths } from "#app/http/paths.ts";
import { useWords } from "#app/i18n/words.tsx";
import { formatDateTime } from "#app/lib/format.ts";
import { Section } from "#app/ui/page.tsx";

/** Requests that were begun and not sent. */
export function DraftList({ drafts }: { drafts: Awaited<ReturnType<typeof listDrafts>> }) {
  const w = useWords();
  const words = w.accessPages.ask;
  if (drafts.length === 0) return null;
  return (
    <Section id="drafts" title={words.drafts}>
      <ul className="grid gap-1">
        {drafts.map(({ id, ward, changedAt, tries }) => (
          <li key={id}>
            <Link to={paths.newAccessRequest({ draft: id })} className={LINK}>
              {(tries ?? "").slice(0, 80) || words.untitled}
            </Link>{" "}
            <span className="text-sm text-quiet">{words.draftOf(placeName(ward, w), formatDateTime(changedAt))}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
