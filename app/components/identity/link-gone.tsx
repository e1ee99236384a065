import type { ReactNode } from "react";
import type { LinkProblem } from "#app/domain/identity/links.ts";
import { paths } from "#app/http/paths.ts";
import { useWords } from "#app/i18n/words.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Page } from "#app/ui/page.tsx";

type Props = { problem: LinkProblem; again: { to: string; label: string }; children?: ReactNode };

/** A mailed link that opens nothing: why, and the way to another one. */
export function LinkGone({ problem, again, children }: Props) {
  const w = useWords();
  const said = w.accounts.gone[problem];
  return (
    <Page title={said.title} width="form">
      <div className="grid justify-items-start gap-4">
        <p className="max-w-text">{said.what}</p>
        {children}
        <p className="flex flex-wrap gap-2">
          <ButtonLink to={again.to} variant="primary">
            {again.label}
          </ButtonLink>
          <ButtonLink to={paths.login()}>{w.accounts.toSignIn}</ButtonLink>
        </p>
      </div>
    </Page>
  );
}
