import type { NotificationRow } from "#app/domain/notifications/inbox.server.ts";

/** A line as its reader sees it. */
export type ShownNotification = NotificationRow & { me: number };
export type NotificationPage = {
  rows: ShownNotification[];
  /** Where the page before this one ends; null when this is the oldest. */
  older: number | null;
  /** Nothing newer stands on a page before this one. */
  first: boolean;
  /** Seen are all up to here when the reader says so. */
  newest: number | null;
};
