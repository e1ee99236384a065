import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Letter } from "#app/mail/letter.ts";
import { renderLetter } from "#app/mail/render.tsx";
import { openTransport } from "#app/mail/transport.server.ts";
import { PAYLOADS } from "#tests/support/payloads.ts";
import { type SmtpDouble, startSmtpDouble } from "#tests/support/smtp-double.ts";
import { sampleLetters, someNews } from "./sample-letters.ts";
import { someMail } from "./some-mail.ts";

/** A letter in which everything that people can write is the payload. */
const lettersOf = (payload: string): Letter[] => {
  const happened = someNews().happened.map((one) => ({ ...one, sentence: payload, who: payload, text: payload }));
  return sampleLetters("vi", payload, someNews({ title: payload, happened }));
};

const TAGS = /<[a-z!/][^>]*>/gi;
const OURS =
  /^<(\/?(html|head|title|style|body|table|tbody|tr|td|div|p|span|strong|a|br|hr|i)\b|meta |!--(\$|\/\$|\[if mso\]| -->)|!DOCTYPE |!\[endif\])/i;
const risky = (html: string) =>
  (html.match(TAGS) ?? []).filter(
    (tag) => !OURS.test(tag) || /\son\w+=|(href|src)=(?!"https:\/\/tram\.example\/)/i.test(tag),
  );

describe.each(PAYLOADS)("%j", (payload) => {
  test("is text in every letter", async () => {
    for (const letter of lettersOf(payload)) {
      const { html, subject } = await renderLetter(letter);
      expect(risky(html)).toEqual([]);
      expect(subject).not.toMatch(/[\r\n\u2028\u2029]/);
      for (const [, href] of html.matchAll(/href="([^"]*)"/g)) expect(href).toMatch(/^https:\/\/tram\.example\//);
    }
  });
});

const NAMES = [
  "Lan\r\nBcc: evil@evil.example",
  "Lan\nSubject: evil",
  "Lan <evil@evil.example>",
  "Lan, evil@evil.example",
  'Lan" <evil@evil.example>, "x',
  "Lan; evil@evil.example",
  "Lan\u0000evil",
  "=?utf-8?q?Lan=0d=0aBcc:_evil@evil.example?=",
  "Lan\u202egnol",
  "(evil@evil.example)",
  "",
];

let smtp: SmtpDouble;
beforeAll(async () => {
  smtp = await startSmtpDouble();
});
afterAll(() => smtp.stop());

test.each(NAMES)("a person named %j is one recipient, and no header", async (name) => {
  const transport = await openTransport({ SMTP_URL: smtp.url, MAIL_FROM: "tram@tram.example", DATA_DIR: "/nowhere" });
  const [, , plain] = lettersOf(name);
  const letter = plain as Letter;
  expect(await transport.send(await someMail(letter))).toMatchObject({ ok: true });
  transport.close();
  const { recipients, mail, raw } = smtp.received.at(-1) ?? { recipients: [], mail: null, raw: "" };
  expect(recipients).toEqual(["lan@tanbinh.example"]);
  expect(mail?.to).toMatchObject({ value: [{ address: "lan@tanbinh.example" }] });
  expect([mail?.cc, mail?.bcc]).toEqual([undefined, undefined]);
  const [head = ""] = raw.split("\r\n\r\n");
  expect(head).not.toMatch(/^(bcc|cc):/im);
  expect(head.match(/^(to|subject|from):/gim)?.length).toBe(3);
  expect(mail?.subject).toMatch(/^\[Trạm\] 10432 ·/);
});

test.each([
  "lan@tanbinh.example, evil@evil.example",
  "lan@tanbinh.example\r\nBcc: evil@evil.example",
  "lan@tanbinh.example\nevil@evil.example",
  "<lan@tanbinh.example> evil@evil.example",
  "lan",
  "",
])("the address %j gets nothing", async (address) => {
  const transport = await openTransport({ SMTP_URL: smtp.url, MAIL_FROM: "tram@tram.example", DATA_DIR: "/nowhere" });
  const before = smtp.received.length;
  const [letter] = sampleLetters("vi");
  const sent = await transport.send(await someMail(letter, { name: "Lan", address }));
  expect(sent).toEqual({ ok: false, retry: false, reason: "bad address" });
  expect(smtp.received.length).toBe(before);
});
