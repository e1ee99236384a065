import { FILE_ACCEPT } from "#app/domain/tickets/files/file-limits.ts";
import type { FileCard } from "#app/domain/tickets/files/files.server.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Field } from "#app/ui/field.tsx";

type Props = { id: string; label: string; kept?: readonly FileCard[]; error?: string | null };

/** Pictures and documents with a step of a request; what the server has of a form that came back stays with it. */
export function FileField({ id, label, kept = [], error }: Props) {
  const words = useWords().accessPages.request;
  return (
    <Field id={id} name="files" label={label} hint={words.filesHint} optional error={error}>
      {(wiring) => (
        <>
          {kept.map((file) => (
            <p key={file.id}>
              <input type="hidden" name="fileIds" value={file.id} />
              {file.name}
            </p>
          ))}
          <input type="file" multiple accept={FILE_ACCEPT} className="field" {...wiring} />
        </>
      )}
    </Field>
  );
}
