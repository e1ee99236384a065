import { expect, test } from "vitest";
import { parseEnv } from "#app/env.server.ts";

test("nothing has to be set", () => {
  const env = parseEnv({});
  expect(env).toMatchObject({ PORT: 3000, HOST: "127.0.0.1", APP_URL: "http://localhost:3000", DATA_DIR: ".data" });
  expect(env).toMatchObject({ TRAM_ROLES: ["web", "worker"], TRUST_PROXY: 0, NODE_ENV: "production" });
  expect(env.DATABASE_URL).toBeUndefined();
  expect(Object.isFrozen(env)).toBe(true);
});

test("an empty value counts as none", () => {
  expect(parseEnv({ DATABASE_URL: "", PORT: "", TRAM_DEMO: "" })).toEqual(parseEnv({}));
});

test("a machine on a desk has two names, a published address has one", () => {
  expect([...new Set(parseEnv({ PORT: "4000" }).APP_ORIGINS)]).toEqual([
    "http://localhost:4000",
    "http://127.0.0.1:4000",
  ]);
  expect(parseEnv({ APP_URL: "https://tram.example/" }).APP_ORIGINS).toEqual(["https://tram.example"]);
  expect(parseEnv({ APP_URL: "http://localhost:8080" }).APP_ORIGINS).toEqual(["http://localhost:8080"]);
});

test("roles are a list, and the demo is a clear yes or no", () => {
  expect(parseEnv({ TRAM_ROLES: "worker" }).TRAM_ROLES).toEqual(["worker"]);
  expect([parseEnv({ TRAM_DEMO: "1" }).TRAM_DEMO, parseEnv({ TRAM_DEMO: "0" }).TRAM_DEMO]).toEqual([true, false]);
});

test.each([
  { PORT: "70000" },
  { PORT: "3000x" },
  { APP_URL: "ftp://h" },
  { DATABASE_URL: "mysql://h/d" },
  { TRUST_PROXY: "true" },
  { TRAM_ROLES: "web,cook" },
  { TRAM_DEMO: "yes" },
  { LOG_LEVEL: "loud" },
])("%j is refused", (source) => {
  expect(() => parseEnv(source)).toThrow();
});

test.each([{ RESEND_API_KEY: "re_x" }, { SMTP_URL: "smtp://mail.example" }])(
  "%j needs a sender, and says so",
  (source) => {
    expect(() => parseEnv(source)).toThrow(/MAIL_FROM[\s\S]*needed with RESEND_API_KEY or SMTP_URL/);
    expect(parseEnv({ ...source, MAIL_FROM: "Trạm <tram@tram.example>" }).MAIL_FROM).toBe("Trạm <tram@tram.example>");
  },
);

test.each(["Trạm", "a@b, c@d", "Trạm <a@b> <c@d>", "Trạm <a@b>\r\nBcc: c@d", "@"])(
  "the sender %j is refused",
  (from) => {
    expect(() => parseEnv({ MAIL_FROM: from })).toThrow();
  },
);
