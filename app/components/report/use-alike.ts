import { useEffect, useRef, useState } from "react";
import type { ReportPage } from "#app/domain/tickets/report-page.server.ts";
import { paths } from "#app/http/paths.ts";

type Alike = ReportPage["alike"];

const QUIET_MS = 350;

/**
 * Asks, once the typing rests, for open tickets of the ward and system that look like this one. By plain fetch: what
 * the router asks for and does not get (an ended session, a lost connection) takes the page and its words away.
 */
export function useAlike(page: ReportPage) {
  const [alike, setAlike] = useState<Alike>(page.alike);
  const asked = useRef("");
  const timer = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => () => clearTimeout(timer.current), []);
  const look = (form: HTMLFormElement) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(async () => {
      const typed = new FormData(form);
      const systemId = typed.get("systemId");
      if (!systemId) return;
      const q = String(typed.get("title") ?? "").slice(0, 300);
      const address = paths.alike({ siteId: page.ward.id, systemId: String(systemId), q });
      if (address === asked.current) return;
      asked.current = address;
      const found = await ask(address);
      if (found && address === asked.current) setAlike(found);
    }, QUIET_MS);
  };
  return { alike, look };
}

async function ask(address: string): Promise<Alike | null> {
  try {
    const answer = await fetch(address, { redirect: "manual" });
    if (!answer.ok) return null;
    const { alike }: { alike: Alike } = await answer.json();
    return alike.map((ticket) => ({ ...ticket, receivedAt: new Date(ticket.receivedAt) }));
  } catch {
    return null;
  }
}
