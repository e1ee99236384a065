import { Form, Link } from "@remix-run/react";
import { ChevronRight } from "lucide-react";
import { describePost, type Post } from "#app/components/identity/post.ts";
import { paths } from "#app/http/paths.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Avatar } from "#app/ui/avatar.tsx";

type DemoPerson = Post & { id: number; fullName: string };

type DemoPeopleProps = { people: readonly DemoPerson[]; to: string; mailbox: boolean };

/** The people of the demonstration, each one press away. */
export function DemoPeople({ people, to, mailbox }: DemoPeopleProps) {
  const w = useWords();
  return (
    <section aria-labelledby="demo" className="grid content-start gap-2">
      <h2 id="demo" className="text-lg">
        {w.login.demoTitle}
      </h2>
      <p className="max-w-text text-quiet">{w.login.demoHint}</p>
      <ul className="mt-2 divide-y divide-line border-y border-line">
        {people.map((person) => (
          <li key={person.id}>
            <Form method="post">
              <input type="hidden" name="intent" value="demo" />
              <input type="hidden" name="personId" value={person.id} />
              <input type="hidden" name="to" value={to} />
              <button type="submit" className={ROW}>
                <Avatar name={person.fullName} />
                <span className="min-w-0">
                  <span className="block font-medium">{person.fullName}</span>
                  <span className="block text-sm text-quiet">{describePost(w, person)}</span>
                </span>
                <ChevronRight aria-hidden className="ml-auto size-[18px] shrink-0 text-quiet" />
              </button>
            </Form>
          </li>
        ))}
      </ul>
      {mailbox && (
        // A page with frames has another policy than this one, so it is opened afresh.
        <p className="mt-2">
          <Link to={paths.mailbox()} reloadDocument>
            {w.login.demoMailbox}
          </Link>
        </p>
      )}
    </section>
  );
}

const ROW = "flex min-h-12 w-full items-center gap-3 px-2 py-2 text-left hover:bg-sunken";
