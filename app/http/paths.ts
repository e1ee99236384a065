type Query = Record<string, string | number | undefined>;

function withQuery(path: string, query: Query = {}): string {
  const given = Object.entries(query).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]]));
  return given.length > 0 ? `${path}?${new URLSearchParams(given)}` : path;
}

/** Every address of the app. Links and redirects are built here and nowhere else. */
export const paths = {
  home: () => "/",
  login: (to?: string) => withQuery("/login", { to }),
  logout: () => "/logout",
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

  incidents: (query?: Query) => withQuery("/incidents", query),
  incident: (number: number) => `/incidents/${number}`,
  access: (query?: Query) => withQuery("/access", query),
  newAccessRequest: (query?: Query) => withQuery("/access/new", query),
  accessDrafts: () => "/access/drafts",
  changeAccessRequest: (number: number) => `/access/${number}/change`,
  register: (query?: Query) => withQuery("/access/register", query),
  registerExport: () => "/access/register/export",
  recordedRight: () => "/access/register/new",
  accessGaps: (query?: Query) => withQuery("/access/gaps", query),
  accessCampaigns: () => "/access/campaigns",
  newAccessCampaign: (query?: Query) => withQuery("/access/campaigns/new", query),
  accessCampaign: (id: number) => `/access/campaigns/${id}`,
  accessReviews: () => "/access/reviews",
  accessReview: (id: number) => `/access/reviews/${id}`,
  entitlement: (id: number) => `/access/register/${id}`,
  myDelegations: (query?: Query) => withQuery("/me/delegations", query),
  accessRequest: (number: number) => `/access/${number}`,
  roster: (query?: Query) => withQuery("/roster", query),
  reports: (query?: Query) => withQuery("/reports", query),
  report: (name: string, query?: Query) => withQuery(`/reports/${name}`, query),
  status: () => "/status",
  knowledge: (query?: Query) => withQuery("/knowledge", query),
  article: (id: number) => `/knowledge/${id}`,
  mailSettings: () => "/admin/settings/mail",
  mailbox: (id?: string) => (id ? `/mailbox/${id}` : "/mailbox"),
  mailboxLetter: (id: string) => `/mailbox/${id}/html`,
  mailPreview: (query?: Query) => withQuery("/mail-preview", query),
  mailPreviewLetter: (query: Query) => withQuery("/mail-preview/html", query),
  admin: (part?: string | number, query?: Query) => withQuery(part ? `/admin/${part}` : "/admin", query),

  live: (query?: Query) => withQuery("/live", query),
};
