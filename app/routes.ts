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
  route("tickets", "routes/tickets-list.tsx"),

  route("tickets/new", "routes/tickets-new.tsx"),
  route("tickets/:number/filed", "routes/ticket-filed.tsx"),
  route("tickets/:number", "routes/ticket.tsx", [route(":doing", "routes/ticket-doing.tsx")]),
  route("alike", "routes/alike.ts"),
  route("files", "routes/files.new.ts"),
  route("files/:id", "routes/files.file.ts"),
  route("files/:id/thumb", "routes/files.thumb.ts"),

  // Engineers, second line, duty desk
  route("queue", "routes/queue.tsx"),

  // Managers, coordinators, ward leads
  route("reports", "routes/reports.tsx"),

  // Admins
  route("admin", "routes/admin.tsx", [
    index("routes/admin.overview.tsx"),
    route("settings", "routes/admin.settings.tsx"),
  ]),

  // Whoever came to an address that is none of these
  route("*", "routes/not-found.tsx"),
];
