import { Form } from "@remix-run/react";
import type { listOwners } from "#app/domain/access/owners.server.ts";
import { useWords } from "#app/i18n/words.tsx";
import { TextField } from "#app/ui/field.tsx";
import { type Reply, useReply } from "#app/ui/form-reply.ts";
import { Section } from "#app/ui/page.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";

type Props = { owners: Awaited<ReturnType<typeof listOwners>>; reply?: Reply };

/** Who answers for a system beyond the wards. */
export function OwnerList({ owners, reply }: Props) {
  const { owner: words, problems } = useWords().accessCatalogue;
  const { error, value } = useReply(reply, problems);
  return (
    <Section id="owners" title={words.title}>
      <p className="max-w-text text-quiet">{words.lead}</p>
      {owners.length === 0 && <p>{words.none}</p>}
      <ul className="grid gap-1">
        {owners.map(({ id, fullName, position, email }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-3">
            <span>{[fullName, position, email].filter(Boolean).join(" · ")}</span>
            <Form method="post">
              <input type="hidden" name="personId" value={id} />
              <SubmitButton name="intent" value="remove-owner" variant="quiet">
                {words.remove(fullName)}
              </SubmitButton>
            </Form>
          </li>
        ))}
      </ul>
      <Form method="post" noValidate className="flex flex-wrap items-end gap-3">
        <TextField
          name="email"
          type="email"
          label={words.email}
          maxLength={254}
          defaultValue={value("email")}
          error={error("email")}
        />
        <SubmitButton name="intent" value="add-owner" variant="secondary">
          {words.add}
        </SubmitButton>
      </Form>
    </Section>
  );
}
