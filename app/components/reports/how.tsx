import { useWords } from "#app/i18n/words.tsx";

export function How() {
  const w = useWords();
  return (
    <details className="mt-8 border-t border-line pt-3">
      <summary className="target inline-flex items-center font-medium text-accent">{w.reports.how}</summary>
      <ul className="grid max-w-text list-disc gap-1 pl-5 text-quiet">
        {w.reports.howLines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  );
}
