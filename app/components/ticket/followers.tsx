import { useWords } from "#app/i18n/words.tsx";
import type { PageData } from "./page-data.ts";
import { QuickForm } from "./quick-form.tsx";

/** Who else hears of it; the last line joins or leaves. */
export function Followers({ page }: { page: PageData }) {
  const w = useWords();
  const { followers, me } = page;
  return (
    <section aria-labelledby="followers" className="grid gap-1 border-t border-line pt-3">
      <h2 id="followers" className="text-sm font-normal text-quiet">
        {w.ticket.fact.followers} · {followers.length}
      </h2>
      <ul>
        {followers.map(({ id, name, position, relation }) => (
          <li key={id} className="wrap-anywhere">
            {name}
            {(relation === "affected" || position) && (
              <span className="text-sm text-quiet">
                {" · "}
                {relation === "affected" ? w.ticket.fact.alsoAffected : position}
              </span>
            )}
          </li>
        ))}
      </ul>
      <QuickForm
        page={page}
        doing={me.follows ? "unfollow" : "follow"}
        variant="quiet"
        className="-ml-3 print:hidden"
      />
    </section>
  );
}
