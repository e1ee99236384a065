import { PassThrough, Readable, type Writable } from "node:stream";
import { text } from "node:stream/consumers";
import { createElement } from "react";
import { renderToPipeableStream } from "react-dom/server";
import { expect, test } from "vitest";
import { withoutZeros } from "#app/http/without-zeros.server.ts";

const names = Array.from({ length: 400 }, (_, i) => `Phường Bình Hưng Hòa ${"ệ".repeat(i % 7)}`);
const page = createElement(
  "ul",
  null,
  names.map((name, i) => createElement("li", { key: i, title: name }, name)),
);

function rendered(through: Writable & Readable): Promise<string> {
  return new Promise((done, reject) => {
    const { pipe } = renderToPipeableStream(page, { onAllReady: () => done(text(pipe(through))), onError: reject });
  });
}

test("a page in Vietnamese arrives as it was rendered, wherever its chunks end", async () => {
  const whole = await rendered(withoutZeros());
  expect(whole).not.toContain("\0");
  expect([...whole.matchAll(/title="([^"]*)"/g)].map(([, title]) => title)).toEqual(names);
  expect(whole.match(/Hòa/g)?.length).toBe(800);
});

test("React still needs it", async () => expect(await rendered(new PassThrough())).toContain("\0"));

test("other bytes pass as they are", async () => {
  const given = Buffer.from("ệ\u0001\uffff");
  expect(await text(Readable.from([given, Buffer.from([0, 65, 0])]).pipe(withoutZeros()))).toBe("ệ\u0001\uffffA");
});
