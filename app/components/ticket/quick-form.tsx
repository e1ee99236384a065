import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { paths } from "#app/http/paths.ts";
import { useWords } from "#app/i18n/words.tsx";
import type { ButtonVariant } from "#app/ui/button.tsx";
import { menuItemClass } from "#app/ui/menu.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { type DoingName, wordOf } from "./doing-names.ts";
import type { PageData } from "./page-data.ts";

type QuickFormProps = {
  page: Pick<PageData, "ticket" | "commandIds">;
  doing: DoingName;
  variant?: ButtonVariant | "menu";
  /** Read out instead of the word when only an icon is shown. */
  label?: string;
  icon?: ReactNode;
  extra?: Record<string, string | number>;
  className?: string;
};

/** One button that does one thing, with what the ticket looked like when it was pressed. */
export function QuickForm({ page, doing, variant = "secondary", label, icon, extra = {}, className }: QuickFormProps) {
  const w = useWords();
  const { number, version } = page.ticket;
  return (
    <Form method="post" action={paths.ticketPart(number, doing)} preventScrollReset>
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="commandId" value={page.commandIds[doing]} />
      {Object.entries(extra).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {variant === "menu" ? (
        <button type="submit" className={menuItemClass}>
          {w.ticket.action[wordOf(doing)]}
        </button>
      ) : (
        <SubmitButton name="intent" value={doing} aria-label={label} variant={variant} className={className}>
          {icon ?? w.ticket.action[wordOf(doing)]}
        </SubmitButton>
      )}
    </Form>
  );
}
