import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type OpenTransport, openTransport } from "#app/mail/transport.server.ts";
import { type Behaviour, type ResendDouble, startResendDouble } from "#tests/support/resend-double.ts";
import { DELIVERY, someLetter, someMail } from "./some-mail.ts";

let resend: ResendDouble;
let transport: OpenTransport;
const open = (url = resend.url) =>
  openTransport(
    { RESEND_API_KEY: "re_test", RESEND_BASE_URL: url, MAIL_FROM: "Trạm <tram@tram.example>", DATA_DIR: "/nowhere" },
    { timeoutMs: 400 },
  );

beforeAll(async () => {
  resend = await startResendDouble();
});
afterAll(() => resend.stop());
afterEach(() => transport.close());

const after = async (...behaviours: Behaviour[]) => {
  transport = await open();
  resend.behaves(...behaviours);
  return transport.send(await someMail());
};

test("a letter goes to the address that is set, whole, with its key", async () => {
  const mail = await someMail();
  transport = await open(`${resend.url}/`);
  expect(transport.name).toBe("resend");
  expect(await transport.send(mail)).toEqual({ ok: true, providerId: expect.stringMatching(/^letter-/) });
  const asked = resend.asked.at(-1);
  expect(asked).toMatchObject({
    path: "/emails",
    authorization: "Bearer re_test",
    idempotencyKey: mail.idempotencyKey,
  });
  expect(asked?.body).toMatchObject({
    to: '"Nguyễn Thị Lan" <lan@tanbinh.example>',
    subject: mail.subject,
    html: mail.html,
    text: mail.text,
    headers: {
      "Message-ID": `<${DELIVERY.id}.0@tram.example>`,
      "In-Reply-To": "<ticket-10432@tram.example>",
      References: "<ticket-10432@tram.example>",
      "Auto-Submitted": "auto-generated",
    },
  });
});

const inTwoMinutes = () => new Date(Date.now() + 120_000).toUTCString();
test("asked to wait, it says how long", async () => {
  const wait = async (retryAfter?: string) => after({ kind: "limits", retryAfter });
  expect(await wait("7")).toEqual({ ok: false, retry: true, afterSeconds: 7, reason: "resend 429" });
  const dated = await wait(inTwoMinutes());
  expect(dated.ok ? 0 : dated.afterSeconds).toBeGreaterThan(115);
  expect(dated.ok ? 0 : dated.afterSeconds).toBeLessThanOrEqual(120);
  expect(await wait("99999999")).toMatchObject({ afterSeconds: 86_400 });
  expect(await wait("soon")).toMatchObject({ ok: false, retry: true, afterSeconds: undefined });
  expect(await wait()).toMatchObject({ ok: false, retry: true, afterSeconds: undefined });
});

const refused = (status: number, name: string): Behaviour => ({
  kind: "fails",
  status,
  body: JSON.stringify({ statusCode: status, name, message: "lan@tanbinh.example is wrong" }),
});
test("when the day's letters are used up, it waits an hour", async () => {
  expect(await after(refused(429, "daily_quota_exceeded"))).toMatchObject({ retry: true, afterSeconds: 3_600 });
});

describe("what may pass is tried again", () => {
  const PASSING: [string, Behaviour, string][] = [
    ["a failing service", { kind: "fails", status: 500, body: "<html>oh no</html>" }, "resend 500 application_error"],
    ["a service that says so", refused(503, "internal_server_error"), "resend 503 internal_server_error"],
    ["no answer in time", { kind: "silent" }, "resend timeout"],
    ["a connection that breaks", { kind: "resets" }, "resend unreachable"],
    ["an answer that is no JSON", { kind: "nonsense", body: "200 fine" }, "resend unreachable"],
    ["an answer without an id", { kind: "nonsense", body: "{}" }, "resend answered nonsense"],
    ["an answer that is null", { kind: "nonsense", body: "null" }, "resend answered nonsense"],
    ["an error that is no object", { kind: "fails", status: 500, body: "[]" }, "resend unreachable"],
    ["a key that is no longer good", refused(401, "invalid_api_key"), "resend 401 invalid_api_key"],
    ["a letter that is being sent already", refused(409, "concurrent_idempotent_requests"), "resend 409 concurrent"],
  ];
  test.each(PASSING)("%s", async (_, behaviour, reason) => {
    const sent = await after(behaviour);
    expect(sent).toMatchObject({ ok: false, retry: true, reason: expect.stringContaining(reason.slice(0, 25)) });
    expect(JSON.stringify(sent)).not.toMatch(/lan|tanbinh|wrong/);
  });
  test("nobody there", async () => {
    const gone = await startResendDouble();
    await gone.stop();
    transport = await open(gone.url);
    expect(await transport.send(await someMail())).toMatchObject({ ok: false, retry: true });
  });
});

test.each([
  [422, "validation_error"],
  [400, "invalid_parameter"],
])("a letter that is wrong itself (%i) is not tried again", async (status, name) => {
  expect(await after(refused(status, name))).toEqual({ ok: false, retry: false, reason: `resend ${status} ${name}` });
});

test("every attempt carries the same key, so what arrived but was not answered arrives once", async () => {
  const double = await startResendDouble();
  transport = await open(double.url);
  const mail = await someMail();
  double.behaves({ kind: "fails", status: 500, body: "" }, { kind: "accepts" }, { kind: "accepts" });
  for (let i = 0; i < 3; i++) await transport.send(mail);
  expect(new Set(double.asked.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
  expect(double.letters()).toBe(1);
  await double.stop();
});

test("another link, another round or other words make another letter", async () => {
  const letter = someLetter("password_reset");
  if (letter.purpose !== "password_reset") throw new Error("sample");
  const keys = await Promise.all(
    [letter, { ...letter }, { ...letter, url: "https://tram.example/password/reset/b" }].map(
      async (one) => (await someMail(one)).idempotencyKey,
    ),
  );
  expect(keys[0]).toBe(keys[1]);
  expect(keys[0]).not.toBe(keys[2]);
  expect(keys[0]).toMatch(new RegExp(`^${DELIVERY.id}-0-[0-9a-f]{16}$`));
});

test("a stop from outside ends the wait", async () => {
  transport = await open();
  resend.behaves({ kind: "silent" });
  const stop = AbortSignal.timeout(30);
  const began = Date.now();
  expect(await transport.send(await someMail(), stop)).toMatchObject({ ok: false, retry: true });
  expect(Date.now() - began).toBeLessThan(390);
});

test("it is well until the last sends all failed, and again after one that worked", async () => {
  transport = await open();
  const mail = await someMail();
  const trouble: Behaviour = { kind: "fails", status: 500, body: "" };
  const send = async (behaviour: Behaviour) => {
    resend.behaves(behaviour);
    await transport.send(mail);
    return transport.isWell();
  };
  expect(transport.isWell()).toBe(true);
  expect([await send(trouble), await send(trouble), await send(trouble)]).toEqual([true, true, false]);
  expect(await send(refused(422, "validation_error"))).toBe(true);
  expect(await send({ kind: "accepts" })).toBe(true);
});
