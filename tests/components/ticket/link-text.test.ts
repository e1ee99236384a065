import { describe, expect, test } from "vitest";
import { piecesOf } from "#app/components/ticket/link-text.ts";

const linksIn = (text: string) => piecesOf(text).flatMap((piece) => (piece.kind === "link" ? [piece.text] : []));
const ticketsIn = (text: string) => piecesOf(text).flatMap((piece) => (piece.kind === "ticket" ? [piece.number] : []));

describe("links in what people typed", () => {
  test.each([
    ["Xem https://vanban.example/a?b=1#c rồi bấm lại", ["https://vanban.example/a?b=1#c"]],
    ["https://vanban.example.", ["https://vanban.example"]],
    ["(https://vanban.example/trang)", ["https://vanban.example/trang"]],
    ["https://vi.example/wiki/Hue_(city)", ["https://vi.example/wiki/Hue_(city)"]],
    ["“https://vanban.example”, http://a.example", ["https://vanban.example", "http://a.example"]],
    ["HTTPS://VANBAN.EXAMPLE/A", ["HTTPS://VANBAN.EXAMPLE/A"]],
    ["https://a.example\nhttps://b.example", ["https://a.example", "https://b.example"]],
    ["https://a.example/<script>alert(1)</script>", ["https://a.example/"]],
    ['https://a.example/"onmouseover="alert(1)', ["https://a.example/"]],
    ["https://good.example\\@bad.example/", ["https://good.example"]],
    ["https://a.example/\u202Etxt.exe", ["https://a.example/"]],
  ])("%s", (text, links) => expect(linksIn(text)).toEqual(links));

  test.each([
    "javascript:alert(1)",
    "JaVaScRiPt:alert(document.cookie)",
    "java\tscript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
    "//evil.example/x",
    "\\\\evil.example\\share",
    "https:evil.example",
    "https:\\\\evil.example",
    "ht\ntps://evil.example",
    "https://user:secret@evil.example/",
    "https://vanban.example@evil.example/",
    "https://",
    "https://[",
    "file:///etc/passwd",
    "xhttps://evil.example",
    "www.evil.example",
    `https://a.example/${"a".repeat(3_000)}`,
  ])("%s stays plain text", (text) => expect(linksIn(text)).toEqual([]));
});

describe("ticket numbers", () => {
  test.each([
    ["Giống #10432, xem lại", [10432]],
    ["#10432 và (#10433)", [10432, 10433]],
    ["https://a.example/#10432", []],
    ["phòng #12", []],
    ["a#10432", []],
    ["&#10432;", []],
    ["#1043200000000", []],
    ["#10432a", []],
  ])("%s", (text, numbers) => expect(ticketsIn(text)).toEqual(numbers));
});

test.each(["", "Không có gì", "Xem https://a.example. Hoặc #10432\n\nXong", "(((https://a)))).,,"])(
  "the pieces of %j are the text again",
  (text) =>
    expect(
      piecesOf(text)
        .map((piece) => piece.text)
        .join(""),
    ).toBe(text),
);

test.each(["(".repeat(100_000), "a".repeat(100_000), `https://a.example/${")".repeat(100_000)}`, "#".repeat(100_000)])(
  "a hundred thousand characters are read at once",
  (text) => {
    const from = performance.now();
    piecesOf(text);
    expect(performance.now() - from).toBeLessThan(50);
  },
);
