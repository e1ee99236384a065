import { useEffect, useState } from "react";
import { paths } from "#app/http/paths.ts";
import type { Unread } from "#app/live/tab.ts";
import type { ShownNotification } from "./notification.ts";

/** By plain fetch: what the router asks for and does not get would take the page behind the panel away. */
async function ask(): Promise<ShownNotification[] | null> {
  try {
    const answer = await fetch(paths.latestNotifications(), { redirect: "manual" });
    if (!answer.ok) return null;
    const { rows }: { rows: ShownNotification[] } = await answer.json();
    return rows.map((row) => ({ ...row, at: new Date(row.at) }));
  } catch {
    return null;
  }
}

/** The latest, asked for again whenever the count was made anew; null while they cannot be had. */
export function useLatest({ at }: Unread) {
  const [rows, setRows] = useState<ShownNotification[] | null | undefined>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: `at` says when there is something new to ask for
  useEffect(() => {
    let gone = false;
    void ask().then((found) => {
      if (!gone) setRows((before) => found ?? before ?? null);
    });
    return () => {
      gone = true;
    };
  }, [at]);
  return rows;
}
