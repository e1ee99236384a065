import { Link } from "@remix-run/react";
import { useWords } from "#app/i18n/words.tsx";

export function Brand() {
  const w = useWords();
  return (
    <Link to="/" className="target inline-flex items-center gap-2 rounded-md text-lg font-semibold no-underline">
      <Mark />
      {w.common.appName}
    </Link>
  );
}

/** A station: a roof over a platform. */
function Mark() {
  return (
    <svg aria-hidden="true" viewBox="0 0 24 24" className="size-6 text-accent">
      <path d="M3 10.2 12 4l9 6.2v2.3H3z" fill="currentColor" />
      <path d="M6.5 14.5v5M12 14.5v5M17.5 14.5v5" stroke="currentColor" strokeWidth="2.4" />
      <path d="M3 20.5h18" stroke="currentColor" strokeWidth="2" />
    </svg>
  );
}
