import { Form } from "@remix-run/react";
import type { Role } from "#app/domain/policy/roles.ts";
import { useWords } from "#app/i18n/words.tsx";
import { LANGS, type Lang } from "#app/lib/lang.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { SelectField, TextField } from "#app/ui/field.tsx";
import { type Reply, useReply } from "#app/ui/form-reply.ts";
import { SubmitButton } from "#app/ui/submit-button.tsx";

type Props = { person: { fullName: string; lang: Lang; roles: Role[] }; reply?: Reply };

export function ProfileForm({ person, reply }: Props) {
  const w = useWords();
  const { error, value, problems } = useReply(reply, {
    "fullName.required": w.me.fullNameMissing,
    "fullName.too_long": w.me.fullNameLong,
  });
  return (
    <Form method="post" noValidate className="grid max-w-96 content-start gap-4">
      <ErrorSummary problems={problems} />
      <dl className="grid gap-1">
        <Fact term={w.me.roles}>{person.roles.map((role) => w.common.role[role]).join(", ") || w.common.none}</Fact>
      </dl>
      <TextField
        name="fullName"
        label={w.me.fullName}
        hint={w.me.fullNameHint}
        autoComplete="name"
        maxLength={120}
        required
        defaultValue={value("fullName") ?? person.fullName}
        error={error("fullName")}
      />
      <SelectField
        name="lang"
        label={w.me.language}
        choices={LANGS.map((lang) => ({ value: lang, label: w.common.languages[lang] }))}
        defaultValue={value("lang") ?? person.lang}
        error={error("lang")}
      />
      <SubmitButton className="justify-self-start">{w.common.save}</SubmitButton>
    </Form>
  );
}

function Fact({ term, children }: { term: string; children: string }) {
  return (
    <div className="flex flex-wrap gap-x-2">
      <dt className="text-quiet">{term}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}
