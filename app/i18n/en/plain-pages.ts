import type { plainPages as Words } from "#app/i18n/vi/plain-pages.ts";

export const plainPages = {
  400: { title: "Bad request", text: "The address or the data sent is malformed. Go back and try again." },
  403: {
    title: "Request not accepted",
    text: "It did not come from a page of Trạm, so nothing was changed. Open the page again and send once more.",
  },
  404: { title: "Not found", text: "This page does not exist, or you may not see it." },
  405: { title: "Method not allowed", text: "Go back to the page before." },
  413: {
    title: "Too large",
    text: "What was sent is over the limit. Remove files or shorten the text, then send again.",
  },
  415: { title: "Unsupported type of data", text: "Trạm does not take data of this type." },
  429: { title: "Too many tries", text: "Wait a moment, then try again." },
  500: {
    title: "Something went wrong",
    text: "The error was recorded. If you just sent something, check before sending again.",
  },
  503: {
    title: "Trạm cannot serve you right now",
    text: "The system is restarting or overloaded. This page reloads by itself in a few seconds. If you just pressed save, check before sending again.",
  },
  retry: "Try again",
  home: "Go to the first page",
  code: "Request code",
} satisfies typeof Words;
