import { Form } from "@remix-run/react";
import type { AbbreviationKind } from "#app/domain/tickets/search/abbreviations-schema.server.ts";
import { paths } from "#app/http/paths.ts";
import { useWords } from "#app/i18n/words.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { SelectField, TextField } from "#app/ui/field.tsx";
import { type Reply, useReply } from "#app/ui/form-reply.ts";
import { SubmitButton } from "#app/ui/submit-button.tsx";

type AbbreviationFormProps = {
  /** Left out for a new one. */
  editing: { short: string; long: string; kind: AbbreviationKind; changedAt: Date } | null;
  kinds: readonly AbbreviationKind[];
  reply?: Reply;
};

export function AbbreviationForm({ editing, kinds, reply }: AbbreviationFormProps) {
  const w = useWords();
  const words = w.places.abbreviations;
  const { error, value, problems } = useReply(reply, w.places.problems);
  return (
    <Form method="post" noValidate className="grid content-start gap-3">
      <ErrorSummary problems={problems} />
      {editing && (
        <>
          <input type="hidden" name="short" value={editing.short} />
          <input type="hidden" name="seen" value={editing.changedAt.toISOString()} />
        </>
      )}
      <div className="flex flex-wrap items-start gap-3">
        {editing ? (
          <p className="grid gap-1">
            <span className="font-medium">{words.short}</span>
            <strong className="py-1">{editing.short}</strong>
          </p>
        ) : (
          <TextField
            name="short"
            label={words.short}
            defaultValue={value("short") ?? ""}
            error={error("short")}
            maxLength={20}
            autoComplete="off"
            autoCapitalize="none"
            className="w-36 max-sm:w-full"
          />
        )}
        <TextField
          name="long"
          label={words.long}
          defaultValue={value("long") ?? editing?.long ?? ""}
          error={error("long")}
          maxLength={120}
          autoComplete="off"
          className="min-w-0 grow sm:max-w-96 max-sm:w-full"
        />
        <SelectField
          name="kind"
          label={words.kind}
          choices={kinds.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
          defaultValue={value("kind") ?? editing?.kind ?? "office"}
          error={error("kind")}
          className="max-sm:w-full"
        />
      </div>
      <div className="flex gap-2">
        <SubmitButton name="intent" value={editing ? "change" : "add"} variant={editing ? "primary" : "secondary"}>
          {editing ? w.common.save : w.places.add}
        </SubmitButton>
        {editing && (
          <ButtonLink to={paths.admin("abbreviations")} variant="quiet">
            {w.common.cancel}
          </ButtonLink>
        )}
      </div>
    </Form>
  );
}
