import { Link } from "@remix-run/react";
import { ChevronLeft } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "./cx.ts";

type PageProps = {
  title: string;
  /** One sentence under the title. */
  lead?: ReactNode;
  /** The page this one was opened from. */
  back?: { to: string; label: string };
  actions?: ReactNode;
  width?: "form" | "page" | "full";
  children: ReactNode;
};

const WIDTHS = { form: "max-w-form", page: "max-w-page", full: "" };

/** One title, one left edge. */
export function Page({ title, lead, back, actions, width = "page", children }: PageProps) {
  return (
    <div className={cx("px-4 py-6 lg:px-10 lg:py-8", WIDTHS[width], width !== "full" && "lg:box-content")}>
      {back && (
        <Link
          to={back.to}
          className="target -ml-1 inline-flex items-center gap-1 text-quiet no-underline hover:text-ink print:hidden"
        >
          <ChevronLeft aria-hidden className="size-[18px]" />
          {back.label}
        </Link>
      )}
      <header className="mb-6 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <h1 className="text-xl">{title}</h1>
          {lead && <p className="mt-1 max-w-text text-quiet">{lead}</p>}
        </div>
        {actions && <div className="flex flex-wrap gap-2 max-sm:w-full">{actions}</div>}
      </header>
      {children}
    </div>
  );
}

export function Section({ title, id, children }: { title: string; id?: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="grid content-start gap-4 border-t border-line py-6">
      <h2 id={id} className="text-lg">
        {title}
      </h2>
      {children}
    </section>
  );
}
