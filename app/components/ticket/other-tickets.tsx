import { Link } from "@remix-run/react";
import { paths } from "#app/http/paths.ts";
import { cx } from "#app/ui/cx.ts";

type GroupProps = { id: string; title: string; className?: string; children: React.ReactNode };

export function Group({ id, title, className, children }: GroupProps) {
  return (
    <section aria-labelledby={id} className={cx("grid gap-2 border-t border-line pt-3", className)}>
      <h2 id={id} className="text-sm font-normal text-quiet">
        {title}
      </h2>
      <ul className="grid gap-2 empty:hidden">{children}</ul>
    </section>
  );
}

type OneProps = { number: number; title: string; hidden?: boolean; children: React.ReactNode };

export function One({ number, title, hidden = false, children }: OneProps) {
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
