export type Query = Record<string, string | number | undefined>;

export function withQuery(path: string, query: Query = {}): string {
  const given = Object.entries(query).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]]));
  return given.length > 0 ? `${path}?${new URLSearchParams(given)}` : path;
}

/** Every address of the app, but for those within access (access-paths.ts). Links and redirects are built here and nowhere else. */
export const paths = {
  home: () => "/",
  login: (to?: string) => withQuery("/login", { to }),
  forgotPassword: () => "/password/forgot",
  forgotPasswordSent: () => "/password/forgot?sent=1",
  me: () => "/me",
  ownAddress: () => "/me/address",
  latestNotifications: () => "/notifications/latest",
  myNotifications: () => "/me/notifications",
  notifications: (query?: Query) => withQuery("/notifications", query),

  tickets: (query?: Query) => withQuery("/tickets", query),
  newTicket: (query?: Query) => withQuery("/tickets/new", query),
  ticket: (number: number, query?: Query) => withQuery(`/tickets/${number}`, query),
  ticketPart: (number: number, part: string) => `/tickets/${number}/${part}`,
  alike: (query?: Query) => withQuery("/alike", query),
  files: () => "/files",
  file: (id: string) => `/files/${id}`,
  fileThumb: (id: string) => `/files/${id}/thumb`,
  queue: (query?: Query) => withQuery("/queue", query),
  search: (q?: string) => withQuery("/search", { q }),

  access: (query?: Query) => withQuery("/access", query),
  newAccessRequest: (query?: Query) => withQuery("/access/new", query),
  accessDrafts: () => "/access/drafts",
  myDelegations: (query?: Query) => withQuery("/me/delegations", query),
  accessRequest: (number: number) => `/access/${number}`,
  reports: (query?: Query) => withQuery("/reports", query),
  mailSettings: () => "/admin/settings/mail",
  mailbox: (id?: string) => (id ? `/mailbox/${id}` : "/mailbox"),
  mailboxLetter: (id: string) => `/mailbox/${id}/html`,
  mailPreviewLetter: (query: Query) => withQuery("/mail-preview/html", query),
  admin: (part?: string | number, query?: Query) => withQuery(part ? `/admin/${part}` : "/admin", query),

  live: (query?: Query) => withQuery("/live", query),
};
