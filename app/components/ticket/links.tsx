import { Link } from "@remix-run/react";
import { X } from "lucide-react";
import { paths } from "#app/http/paths.ts";
import { useWords } from "#app/i18n/words.tsx";
import { cx } from "#app/ui/cx.ts";
import type { PageData } from "./page-data.ts";
import { QuickForm } from "./quick-form.tsx";

/** Tickets that were linked by hand, and open ones that sound the same. */
export function Links({ page }: { page: PageData }) {
  const w = useWords();
  const { links, alike, offered } = page;
  return (
    <>
      {links.length > 0 && (
        <Group id="links" title={w.ticket.fact.links}>
          {links.map((link) => (
            <li key={link.number} className="flex items-start justify-between gap-2">
              <One number={link.number} title={link.title ?? w.ticket.fact.hiddenLink} hidden={link.title === null}>
                {w.tickets.linkKind[link.kind]}
                {link.status && ` · ${w.tickets.status[link.status]}`}
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
      {alike.length > 0 && (
        <Group id="alike" title={w.ticket.fact.alike} className="print:hidden">
          {alike.map((one) => (
            <li key={one.number}>
              <One number={one.number} title={one.title}>
                {w.tickets.status[one.status]}
              </One>
            </li>
          ))}
        </Group>
      )}
    </>
  );
}

type GroupProps = { id: string; title: string; className?: string; children: React.ReactNode };

function Group({ id, title, className, children }: GroupProps) {
  return (
    <section aria-labelledby={id} className={cx("grid gap-2 border-t border-line pt-3", className)}>
      <h2 id={id} className="text-sm font-normal text-quiet">
        {title}
      </h2>
      <ul className="grid gap-2">{children}</ul>
    </section>
  );
}

type OneProps = { number: number; title: string; hidden?: boolean; children: React.ReactNode };

function One({ number, title, hidden = false, children }: OneProps) {
  const said = (
    <>
      <span className="figures">{number}</span> {title}
    </>
  );
  return (
    <div className="min-w-0">
      {hidden ? (
        <span className="text-quiet">{said}</span>
      ) : (
        <Link to={paths.ticket(number)} className="line-clamp-2 hover:underline">
          {said}
        </Link>
      )}
      <span className="block text-sm text-quiet">{children}</span>
    </div>
  );
}
