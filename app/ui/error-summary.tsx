import { useEffect, useRef } from "react";
import { useWords } from "#app/i18n/words.tsx";
import { fieldId } from "./field.tsx";

export type Problem = { field?: string; message: string };

/** Stands above the form, takes the focus when it appears, and each line leads to its field. */
export function ErrorSummary({ problems }: { problems: readonly Problem[] }) {
  const box = useRef<HTMLDivElement>(null);
  const w = useWords();
  const said = problems.map((problem) => problem.message).join("\n");
  useEffect(() => {
    if (said) box.current?.focus();
  }, [said]);
  if (problems.length === 0) return null;
  const fields = problems.length > 1 || problems[0]?.field !== undefined;
  return (
    <div ref={box} role="alert" tabIndex={-1} className="rounded-md border border-red-line bg-red-soft px-4 py-3">
      {fields && <p className="font-semibold">{w.common.fixThese(problems.length)}</p>}
      <ul className="grid gap-1">
        {problems.map(({ field, message }) => (
          <li key={`${field} ${message}`} className="max-w-text text-red">
            {field ? (
              <a href={`#${fieldId(field)}`} className="underline underline-offset-2">
                {message}
              </a>
            ) : (
              message
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
