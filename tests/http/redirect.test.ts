import { expect, test } from "vitest";
import { loginFor, readFlash, redirectWithFlash, safeRedirectTarget } from "#app/http/redirect.server.ts";

const FOREIGN = [
  ...["//e", "/\\e", "\\\\e", "https:e", "https://e.example", "http:/e", "javascript:alert(1)", "data:text/html,x"],
  ...[
    "/%09/e",
    "/%2f/e",
    "/%2fe",
    "/%5ce",
    "/%255ce",
    "/\t/e",
    "/\n/e",
    "/\u0000",
    "///e",
    "/x//e",
    "https://u:p@e",
    " //e",
    "",
    "tickets",
  ],
  ...["/%", `/${"a".repeat(600)}`],
];

test.each(FOREIGN)("%j leads to the first page", (target) => expect(safeRedirectTarget(target)).toBe("/"));

test.each([null, undefined, 7, {}])("%j leads to the first page", (target) =>
  expect(safeRedirectTarget(target)).toBe("/"),
);

test.each(["/", "/tickets", "/tickets/10001?tab=log#m3", "/search?q=m%C3%A1y%20in", "/search?q=100%25"])(
  "%s is one of ours",
  (target) => {
    expect(safeRedirectTarget(target)).toBe(target);
  },
);

test("whoever is not signed in comes back to the page, not to a form that was sent", () => {
  const to = (url: string, method = "GET") => loginFor(new Request(url, { method })).headers.get("Location");
  expect(to("http://h/tickets/5?tab=log")).toBe("/login?to=%2Ftickets%2F5%3Ftab%3Dlog");
  expect(to("http://h/tickets/5?tab=log", "POST")).toBe("/login?to=%2Ftickets%2F5");
  expect(to("http://h/")).toBe("/login");
});

test("a flash is a code in the address", () => {
  const location = redirectWithFlash("/tickets/5#m1", "ticket.resolved").headers.get("Location");
  expect(location).toBe("/tickets/5?done=ticket.resolved#m1");
  expect(readFlash(new Request(`http://h${location}`))).toBe("ticket.resolved");
  expect(readFlash(new Request("http://h/?done=%3Cscript%3E"))).toBeNull();
});
