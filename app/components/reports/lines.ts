import type { Breakdown } from "#app/domain/reports/numbers.ts";
import type { ReportPage } from "#app/domain/reports/report-page.server.ts";
import { PRIORITIES } from "#app/domain/tickets/priority.ts";
import { listPath, type TicketFilters } from "#app/domain/tickets/queue/filters.ts";
import { TICKET_KINDS } from "#app/domain/tickets/ticket.ts";
import type { Lang } from "#app/i18n/language.ts";
import type { Words } from "#app/i18n/vi.ts";
import { placeName } from "../place-name.ts";

const kindOf = (key: string) => TICKET_KINDS.find((kind) => kind === key);
const priorityOf = (key: string) => PRIORITIES.find((priority) => priority === key);

export function lineName(breakdown: Breakdown, key: string, names: ReportPage["names"], w: Words, lang: Lang): string {
  if (breakdown === "kind") {
    const kind = kindOf(key);
    return kind ? w.tickets.kind[kind] : key;
  }
  if (breakdown === "priority") {
    const priority = priorityOf(key);
    return priority ? w.tickets.priority[priority] : key;
  }
  if (breakdown === "ward") {
    const ward = names.wards.find(({ id }) => id === Number(key));
    return ward ? placeName(ward, w) : key;
  }
  const system = names.systems.find(({ id }) => id === Number(key));
  return (lang === "en" ? system?.nameEn : system?.name) ?? key;
}

export function lineFilters(breakdown: Breakdown, key: string): Partial<TicketFilters> {
  if (breakdown === "ward") return { site: Number(key) };
  if (breakdown === "system") return { system: Number(key) };
  const [kind, priority] = [kindOf(key), priorityOf(key)];
  return kind ? { kind: [kind] } : priority ? { priority: [priority] } : {};
}

/** Where the tickets behind each number of a line are listed. */
export function linksOf(filters: Partial<TicketFilters>, { from, until, backlogAt }: ReportPage["span"]) {
  const opened = { ...filters, receivedFrom: from, receivedTo: until };
  const resolved = listPath({ ...filters, resolvedFrom: from, resolvedTo: until });
  return {
    opened: listPath(opened),
    resolved,
    backlog: listPath({ ...filters, openAt: backlogAt }),
    overdue: listPath({ ...filters, due: ["overdue"] }),
    // Whoever was answered was answered after the ticket came in: this leaves out the skipped and nobody else.
    firstResponse: listPath({ ...opened, respondedFrom: from }),
    resolution: resolved,
  };
}

/** The filters that name the place a report is about. */
export const placeFilters = (scope: ReportPage["scope"]): Partial<TicketFilters> =>
  scope.kind === "ward" ? { site: scope.id } : scope.kind === "department" ? { department: scope.id } : {};
