import { Link } from "@remix-run/react";
import { useEffect } from "react";
import { paths } from "#app/http/paths.ts";
import { useWords } from "#app/i18n/words.tsx";
import { useRefresh } from "#app/live/use-refresh.ts";

const EVERY_MS = 2_000;

/** Keeps the progress moving; without JavaScript, a link does. */
export function WhileRunning() {
  const words = useWords().recomputations;
  const refresh = useRefresh();
  useEffect(() => {
    const timer = setInterval(() => document.visibilityState === "visible" && refresh(), EVERY_MS);
    return () => clearInterval(timer);
  }, [refresh]);
  return (
    <noscript>
      <p className="mb-4">
        <Link to={paths.admin("recomputations")}>{words.reload}</Link>
      </p>
    </noscript>
  );
}
