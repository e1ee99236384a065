import { Link, useLocation } from "@remix-run/react";
import { ChevronDown } from "lucide-react";
import { paths } from "#app/http/paths.ts";
import { useWords } from "#app/i18n/words.tsx";
import { cx } from "#app/ui/cx.ts";
import { Menu } from "#app/ui/menu.tsx";
import { SECTIONS, sectionAt, sectionPath } from "./sections.ts";

/** The sections of the admin area: one line where there is room, a menu on a phone. */
export function AdminNav() {
  const w = useWords();
  const here = sectionAt(useLocation().pathname);
  const links = [
    { key: "overview", to: paths.admin(), label: w.places.overview, current: here === null },
    ...SECTIONS.map((key) => ({
      key,
      to: sectionPath(key),
      label: w.places.sections[key],
      current: here === key,
    })),
  ];
  const list = (className: string, link: string) => (
    <ul className={className}>
      {links.map(({ key, to, label, current }) => (
        <li key={key}>
          <Link
            to={to}
            aria-current={current ? "page" : undefined}
            className={cx(link, current ? HERE : "border-transparent text-quiet")}
          >
            {label}
          </Link>
        </li>
      ))}
    </ul>
  );
  const opened = links.find(({ current }) => current)?.label;
  return (
    <nav aria-label={w.places.nav} data-shell className="border-b border-line px-4 lg:px-10">
      <div className="py-2 lg:hidden">
        <Menu
          align="start"
          className="target inline-flex items-center gap-2 font-medium"
          label={
            <>
              {w.places.here(opened ?? "")}
              <ChevronDown aria-hidden className="size-[18px] text-quiet" />
            </>
          }
        >
          {list("grid", "target flex items-center rounded-sm border-transparent px-3 no-underline hover:bg-sunken")}
        </Menu>
      </div>
      {list(
        "-mx-3 flex flex-wrap max-lg:hidden",
        "-mb-px flex min-h-11 items-center border-b-2 px-3 font-medium no-underline hover:text-ink",
      )}
    </nav>
  );
}

const HERE = "border-accent text-accent";
