import type { Words } from "../vi.ts";

export const errors: Words["errors"] = {
  notFound: {
    title: "This page was not found",
    what: "The address may have changed, or the ticket is outside what you may see.",
    next: "Check the ticket number, or go back to the main page.",
  },
  forbidden: {
    title: "You may not do this yet",
    what: "This account has no permission on this page. Nothing was changed.",
    next: "If you need it, ask an administrator for the permission.",
  },
  limited: {
    title: "The system is busy",
    what: "Many requests came from this address at once. Nothing is lost.",
    next: "Wait a minute, then reload the page.",
  },
  refused: {
    title: "This was not done",
    what: "The server did not accept the request. Nothing was changed.",
    next: "Go back, reload the page and do it again.",
  },
  broken: {
    title: "This page has a problem",
    what: "The fault is on the server and has been recorded. Everything you saved is safe.",
    next: "Reload the page. If it stays and citizens are waiting at the counter, call the duty desk and read out the code below.",
  },
  offline: {
    title: "No connection to the server",
    what: "This computer cannot reach Trạm. Everything you saved is safe.",
    next: "Check the network, then reload the page.",
  },
  code: "Code to look it up",
  home: "To the main page",
};
