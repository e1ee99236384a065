import { X } from "lucide-react";
import { useWords } from "#app/i18n/words.tsx";
import { Time } from "#app/ui/time.tsx";
import { AlikeList } from "./alike-list.tsx";
import { Group, One } from "./other-tickets.tsx";
import type { PageData } from "./page-data.ts";
import { QuickForm } from "./quick-form.tsx";
import { useStatusWord } from "./status-badge.tsx";

/** Tickets that are the same, tickets that were linked by hand, and open ones that sound alike. */
export function Links({ page }: { page: PageData }) {
  const w = useWords();
  const statusWord = useStatusWord();
  const { links, offered } = page;
  return (
    <>
      <AlsoAffected page={page} />
      {links.length > 0 && (
        <Group id="links" title={w.ticket.fact.links}>
          {links.map((link) => (
            <li key={link.number} className="flex items-start justify-between gap-2">
              <One number={link.number} title={link.title ?? w.ticket.fact.hiddenLink} hidden={link.title === null}>
                {w.ticketFacts.linkKind[link.kind]}
                {link.status && ` · ${statusWord(link.status, link.duplicateOf)}`}
              </One>
              {offered.includes("link") && link.title !== null && (
                <QuickForm
                  page={page}
                  doing="unlink"
                  variant="quiet"
                  label={w.ticket.unlinkNamed(link.number)}
                  icon={<X aria-hidden />}
                  extra={{ to: link.number }}
                  className="target-square px-0 text-quiet print:hidden"
                />
              )}
            </li>
          ))}
        </Group>
      )}
      <AlikeList page={page} />
    </>
  );
}

/** How many more have it, and the tickets that said the same, for those who may read them. */
function AlsoAffected({ page }: { page: PageData }) {
  const { duplicate } = useWords().ticket;
  const people = page.followers.filter(({ relation }) => relation === "affected").length;
  const { duplicates } = page;
  if (people + duplicates.length === 0) return null;
  return (
    <Group id="also" title={`${duplicate.alsoTerm}: ${duplicate.also(people, duplicates.length)}`}>
      {duplicates.map((one) => (
        <li key={one.number}>
          <One number={one.number} title={one.title}>
            <Time at={one.receivedAt} />
          </One>
        </li>
      ))}
    </Group>
  );
}
