import "#tests/support/own-data-dir.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ORIGIN } from "#tests/http/small-app.ts";
import { startBuiltApp } from "#tests/security/built-app.ts";
import { seedCast } from "#tests/support/cast.ts";
import { PAYLOADS } from "#tests/support/payloads.ts";
import { signedIn } from "#tests/support/signed-in.ts";
import { liveMarkup } from "./live-markup.ts";

let world: Awaited<ReturnType<typeof startBuiltApp>>;
let cookie: string;
beforeAll(async () => {
  world = await startBuiltApp();
  await seedCast(world.db);
  cookie = await signedIn(world.db, "lan");
});
afterAll(() => world.stop());

function post(path: string, fields: Record<string, string>) {
  const body = String(new URLSearchParams(fields));
  const headers = { origin: ORIGIN, cookie, "content-type": "application/x-www-form-urlencoded" };
  const length = { "content-length": String(Buffer.byteLength(body)) };
  return world.app.fetch(path, { method: "POST", headers: { ...headers, ...length }, body });
}

test("what people write is text on every page that shows it, and ends no script of ours", async () => {
  await post("/me", { fullName: PAYLOADS.slice(0, 3).join("").slice(0, 110), lang: "vi" });
  const facts = {
    kind: "software_error",
    systemId: "1",
    impact: "one_person",
    saw: PAYLOADS.join(" "),
    errorMessage: PAYLOADS.join(" "),
  };
  const text = PAYLOADS.join("\n\n");
  for (const payload of PAYLOADS) {
    const made = await post("/tickets/new", { ...facts, title: payload, body: text, affectedName: payload });
    const number = /\d+/.exec(made.headers.location ?? "")?.[0];
    expect(number, payload).toBeDefined();
    await post(`/tickets/${number}`, { body: text });
    for (const path of [`/tickets/${number}`, `/tickets/${number}/filed`, "/tickets", "/me"]) {
      const { body, headers, status } = await world.app.fetch(path, { headers: { cookie } });
      expect(status).toBe(200);
      expect(liveMarkup(body, headers["content-security-policy"]), `${path} after ${payload}`).toEqual([]);
      expect(body.match(/<script/gi)?.length).toBe(body.match(/<script[^>]* nonce=/gi)?.length);
    }
  }
}, 60_000);
