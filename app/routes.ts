import { index, route } from "@remix-run/route-config";

/** Every address of the app, grouped by who uses it. */
export default [
  // Anybody
  route("login", "routes/login.tsx"),
  route("logout", "routes/logout.ts"),
  route("preferences", "routes/preferences.ts"),
  route("password/forgot", "routes/password.forgot.tsx"),
  route("password/reset/:token?", "routes/password.reset.tsx"),
  route("invitation/:token?", "routes/invitation.tsx"),
  route("address/:token?", "routes/me.address-confirm.tsx"),

  // Everybody who is signed in
  route("/", "routes/home.ts", { index: true }),
  route("me", "routes/me.tsx"),
  route("me/password", "routes/me.password.tsx"),
  route("me/address", "routes/me.address.tsx"),
  route("me/sessions", "routes/me.sessions.ts"),
  route("me/delegations", "routes/me.delegations.tsx"),
  route("me/notifications", "routes/me.notifications.tsx"),
  route("notifications", "routes/notifications.tsx"),
  route("notifications/latest", "routes/notifications.latest.ts"),
  route("tickets", "routes/tickets-list.tsx"),
  route("search", "routes/search.tsx"),

  route("tickets/new", "routes/tickets-new.tsx"),
  route("tickets/:number/filed", "routes/ticket-filed.tsx"),
  route("tickets/:number/clock", "routes/ticket-clock.tsx"),
  route("tickets/:number", "routes/ticket.tsx", [route(":doing", "routes/ticket-doing.tsx")]),
  route("alike", "routes/alike.ts"),
  route("files", "routes/files.new.ts"),
  route("files/:id", "routes/files.file.ts"),
  route("files/:id/thumb", "routes/files.thumb.ts"),

  route("access", "routes/access.tsx"),
  route("access/new", "routes/access-new.tsx"),
  route("access/register", "routes/access-register.tsx"),
  route("access/register/export", "routes/access-register-export.ts"),
  route("access/register/new", "routes/access-recorded.tsx"),
  route("access/reviews", "routes/access-reviews.ts"),
  route("access/reviews/:id", "routes/access-review.tsx"),
  route("access/register/:id", "routes/access-entitlement.tsx"),
  route("access/:number", "routes/access-request.tsx"),

  // Engineers, second line, duty desk
  route("queue", "routes/queue.tsx"),

  // Managers, coordinators, ward leads
  route("reports", "routes/reports.tsx"),

  // Admins
  route("admin/settings/mail", "routes/admin.settings-mail.ts"),
  route("admin", "routes/admin.tsx", [
    index("routes/admin.overview.tsx"),
    route("people", "routes/admin.people.tsx"),
    route("people/new", "routes/admin.people.new.tsx"),
    route("people/export", "routes/admin.people.export.ts"),
    route("people/import", "routes/admin.people.import.tsx"),
    route("people/import/template", "routes/admin.people.template.ts"),
    route("people/import/:id", "routes/admin.people.import-plan.tsx"),
    route("people/:id", "routes/admin.people.person.tsx"),
    route("people/:id/move", "routes/admin.people.move.tsx"),
    route("sites", "routes/admin.sites.tsx"),
    route("sites/new", "routes/admin.sites.new.tsx"),
    route("sites/:id", "routes/admin.sites.site.tsx"),
    route("sites/:id/end", "routes/admin.sites.end.tsx"),
    route("systems", "routes/admin.systems.tsx"),
    route("systems/new", "routes/admin.systems.new.tsx"),
    route("systems/:id", "routes/admin.systems.system.tsx"),
    route("rights", "routes/admin.rights.tsx"),
    route("rights/new", "routes/admin.rights.new.tsx"),
    route("rights/:id", "routes/admin.rights.right.tsx"),
    route("positions", "routes/admin.positions.tsx"),
    route("positions/new", "routes/admin.positions.new.tsx"),
    route("positions/:id", "routes/admin.positions.position.tsx"),
    route("teams", "routes/admin.teams.tsx"),
    route("teams/new", "routes/admin.teams.new.tsx"),
    route("teams/:id", "routes/admin.teams.team.tsx"),
    route("deliveries", "routes/admin.deliveries.tsx"),
    route("deliveries/:id", "routes/admin.deliveries.delivery.tsx"),
    route("abbreviations", "routes/admin.abbreviations.tsx"),
    route("calendars", "routes/admin.calendars.tsx"),
    route("calendars/new", "routes/admin.calendars.new.tsx"),
    route("calendars/:id", "routes/admin.calendars.calendar.tsx"),
    route("calendars/:id/versions", "routes/admin.calendars.versions.tsx"),
    route("calendars/:id/import", "routes/admin.calendars.import.tsx"),
    route("recomputations", "routes/admin.recomputations.tsx"),
    route("policies", "routes/admin.policies.tsx"),
    route("policies/new", "routes/admin.policies.new.tsx"),
    route("policies/review", "routes/admin.policies.review.tsx"),
    route("policies/versions", "routes/admin.policies.versions.tsx"),
    route("policies/:id", "routes/admin.policies.policy.tsx"),
    route("ladder", "routes/admin.ladder.tsx"),
    route("history", "routes/admin.history.tsx"),
    route("history/export", "routes/admin.history.export.ts"),
    route("settings", "routes/admin.settings.tsx"),
  ]),

  // Where there is a demo, or a developer
  route("mailbox", "routes/mailbox.tsx"),
  route("mailbox/:id", "routes/mailbox.letter.tsx"),
  route("mailbox/:id/html", "routes/mailbox.html.ts"),
  route("mail-preview", "routes/mail-preview.tsx"),
  route("mail-preview/html", "routes/mail-preview.html.ts"),

  // Whoever came to an address that is none of these
  route("*", "routes/not-found.tsx"),
];
