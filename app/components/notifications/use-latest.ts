import { useEffect, useState } from "react";
import { paths } from "#app/http/paths.ts";
import type { Unread } from "#app/live/tab.ts";
import type { ShownNotification } from "./notification.ts";

/** With the clock of the server, from which their times are counted. */
type Latest = { now: Date; rows: ShownNotification[] };

/** By plain fetch: what the router asks for and does not get would take the page behind the panel away. */
async function ask(): Promise<Latest | null> {
  try {
    const answer = await fetch(paths.latestNotifications(), { redirect: "manual" });
    if (!answer.ok) return null;
    const { now, rows }: Latest = await answer.json();
    return { now: new Date(now), rows: rows.map((row) => ({ ...row, at: new Date(row.at) })) };
  } catch {
    return null;
  }
}

/** The latest, asked for again whenever the count was made anew; null while they cannot be had. */
export function useLatest({ at }: Unread) {
  const [latest, setLatest] = useState<Latest | null | undefined>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: `at` says when there is something new to ask for
  useEffect(() => {
    let gone = false;
    void ask().then((found) => {
      if (!gone) setLatest((before) => found ?? before ?? null);
    });
    return () => {
      gone = true;
    };
  }, [at]);
  return latest;
}
