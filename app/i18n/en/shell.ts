import type { Words } from "../vi.ts";

export const shell: Words["shell"] = {
  skip: "Skip to the content",
  mainNav: "Main pages",
  places: { queue: "Queue", tickets: "Tickets", access: "Access", reports: "Reports", admin: "Administration" },
  newTicket: "New ticket",
  search: "Find tickets by number, words, names",
  bell: (unread) => (unread ? `Notifications, ${unread} unread` : "Notifications"),
  more: "More",
  personMenu: (name) => `Account of ${name}`,
  me: "My page",
  language: "Language",
  theme: "Appearance",
  themes: { system: "Like the system", light: "Light", dark: "Dark" },
  signOut: "Sign out",
  signIn: "Sign in",
  demo: "Demonstration: the people and tickets here are made up.",
};
