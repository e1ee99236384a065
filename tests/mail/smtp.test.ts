import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { renderLetter } from "#app/mail/render.tsx";
import { type OpenTransport, openTransport } from "#app/mail/transport.server.ts";
import { type SmtpBehaviour, type SmtpDouble, startSmtpDouble } from "#tests/support/smtp-double.ts";
import { labelOf, sampleLetters } from "./sample-letters.ts";
import { DELIVERY, someMail } from "./some-mail.ts";

let smtp: SmtpDouble;
let transport: OpenTransport;
const open = async (url = smtp.url) => {
  transport = await openTransport(
    { SMTP_URL: url, MAIL_FROM: "tram@tram.example", DATA_DIR: "/nowhere" },
    { timeoutMs: 500 },
  );
  return transport;
};

beforeAll(async () => {
  smtp = await startSmtpDouble();
});
afterAll(() => smtp.stop());
afterEach(() => {
  transport.close();
  smtp.behaves("accepts");
});

describe("every letter arrives as it was written", () => {
  test.each([...sampleLetters("vi"), ...sampleLetters("en")].map((letter) => [labelOf(letter), letter] as const))(
    "%s",
    async (_, letter) => {
      const { send } = await open();
      expect(await send(await someMail(letter))).toEqual({ ok: true, providerId: `<${DELIVERY.id}.0@tram.example>` });
      const { recipients, mail } = smtp.received.at(-1) ?? { recipients: [], mail: null };
      const { subject, html, text } = await renderLetter(letter);
      expect(recipients).toEqual(["lan@tanbinh.example"]);
      expect(mail?.subject).toBe(subject);
      expect(mail?.text?.trim()).toBe(text.trim());
      expect(typeof mail?.html === "string" && mail.html.trim()).toBe(html.trim());
      expect(mail?.to).toMatchObject({ value: [{ address: "lan@tanbinh.example", name: "Nguyễn Thị Lan" }] });
      expect(mail?.messageId).toBe(`<${DELIVERY.id}.0@tram.example>`);
      expect(mail?.headers.get("auto-submitted")).toBe("auto-generated");
      expect(mail?.headers.get("x-auto-response-suppress")).toBe("All");
      expect([mail?.inReplyTo, mail?.references]).toEqual(
        letter.purpose === "ticket" ? Array(2).fill("<ticket-10432@tram.example>") : [undefined, undefined],
      );
    },
  );
});

const ANSWERS: [string, SmtpBehaviour, object][] = [
  ["a mailbox that is full for now", { refuses: 452 }, { retry: true, reason: "smtp 452" }],
  ["a server that is busy after the letter", { refuses: 421, at: "data" }, { retry: true, reason: "smtp 421" }],
  ["a person who is not there", { refuses: 550 }, { retry: false, reason: "smtp 550" }],
  ["a letter that is refused whole", { refuses: 554, at: "data" }, { retry: false, reason: "smtp 554" }],
  ["a connection that breaks", "drops", { retry: true, reason: expect.stringMatching(/^smtp [A-Z]+$/) }],
];
test.each(ANSWERS)("%s", async (_, behaviour, answer) => {
  const { send } = await open();
  smtp.behaves(behaviour);
  const sent = await send(await someMail());
  expect(sent).toEqual({ ok: false, ...answer });
  expect(JSON.stringify(sent)).not.toMatch(/lan@|refused/);
  smtp.behaves("accepts");
  expect(await send(await someMail())).toMatchObject({ ok: true });
});

test("nobody there", async () => {
  const gone = await startSmtpDouble();
  await gone.stop();
  const { send } = await open(gone.url);
  expect(await send(await someMail())).toMatchObject({ ok: false, retry: true });
});

test("a refused sign-in waits for the operator", async () => {
  const strict = await startSmtpDouble({
    authOptional: false,
    allowInsecureAuth: true,
    onAuth: (_auth, _session, done) => done(Object.assign(new Error("no"), { responseCode: 535 })),
  });
  const { send } = await open(strict.url.replace("//", "//tram:wrong@"));
  expect(await send(await someMail())).toMatchObject({ ok: false, retry: true, reason: "smtp 535" });
  await strict.stop();
});

describe("encryption", () => {
  // Any of 127/8 is this machine, but only the names of loopback are taken for it.
  const ELSEWHERE = "127.0.0.2";
  const OFF = "/?ignoreTLS=true&requireTLS=false&tls.rejectUnauthorized=false";
  test.each([
    ["offers none", ["STARTTLS"]],
    ["has a certificate that nobody vouches for", []],
  ])("another machine that %s gets nothing, whatever the address asks for", async (_, disabledCommands) => {
    const other = await startSmtpDouble({ disabledCommands }, ELSEWHERE);
    const { send } = await open(other.url + OFF);
    expect(await send(await someMail())).toMatchObject({ ok: false, retry: true });
    expect(other.received).toEqual([]);
    await other.stop();
  });
  test("on this machine a certificate of its own will do", async () => {
    const local = await startSmtpDouble({ disabledCommands: [] });
    const { send } = await open(local.url);
    expect(await send(await someMail())).toMatchObject({ ok: true });
    expect(local.received.length).toBe(1);
    await local.stop();
  });
});
