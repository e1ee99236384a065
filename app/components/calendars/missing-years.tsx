import { Link } from "@remix-run/react";
import { useWords } from "#app/i18n/words.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { LINK } from "../admin/link.ts";

type MissingYearsProps = { years: readonly number[]; today: string; importPath: string };

/** A year whose holidays are not written down: it would be counted as if there were none. */
export function MissingYears({ years, today, importPath }: MissingYearsProps) {
  const { missing } = useWords().calendars;
  return years.map((year) => {
    const begun = String(year) === today.slice(0, 4);
    return (
      <Notice
        key={year}
        tone={begun ? "bad" : "warning"}
        action={
          <Link to={importPath} className={LINK}>
            {missing.import}
          </Link>
        }
      >
        {begun ? missing.now(String(year)) : missing.next(String(year))}
      </Notice>
    );
  });
}
