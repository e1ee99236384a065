import { useSearchParams } from "@remix-run/react";
import { useEffect } from "react";
import { useWords } from "#app/i18n/words.tsx";
import { Notice } from "#app/ui/notice.tsx";

/** Says what was just done, and takes the code out of the address so that a reload does not say it again. */
export function Flash() {
  const done = useSearchParams()[0].get("done");
  const said = Object.entries(useWords().flash).find(([code]) => code === done)?.[1];
  useEffect(() => {
    if (!done) return;
    const url = new URL(window.location.href);
    url.searchParams.delete("done");
    window.history.replaceState(window.history.state, "", url);
  }, [done]);
  if (!said) return null;
  return (
    <div data-shell className="flex px-4 pt-4 lg:px-10">
      <Notice tone="good" live>
        {said}
      </Notice>
    </div>
  );
}
