import { useFetcher } from "@remix-run/react";
import { useRef } from "react";
import type { ReportPage } from "#app/domain/tickets/report-page.server.ts";
import { paths } from "#app/http/paths.ts";

const QUIET_MS = 350;

/** Asks, once the typing rests, for open tickets of the ward and system that look like this one. */
export function useAlike(page: ReportPage) {
  const fetcher = useFetcher<{ alike: ReportPage["alike"] }>();
  const asked = useRef("");
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const look = (form: HTMLFormElement) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      const typed = new FormData(form);
      const systemId = typed.get("systemId");
      if (!systemId) return;
      const q = String(typed.get("title") ?? "").slice(0, 300);
      const address = paths.alike({ siteId: page.ward.id, systemId: String(systemId), q });
      if (address === asked.current) return;
      asked.current = address;
      fetcher.load(address);
    }, QUIET_MS);
  };
  return { alike: fetcher.data?.alike ?? page.alike, look };
}
