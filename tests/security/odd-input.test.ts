import "#tests/support/own-data-dir.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { NAMES } from "#app/components/ticket/doing-names.ts";
import type { Name } from "#tests/support/cast.ts";
import { type Desk, openDesk } from "./desk.ts";
import { addressOf, keepOneOfEach } from "./kept-things.ts";
import { ACTORS, TABLE } from "./matrix-table.ts";

let desk: Desk;
let number: number;
beforeAll(async () => {
  desk = await openDesk();
  number = await keepOneOfEach(desk);
});
beforeEach(() => desk.owner.sql`delete from rate_limits`);
afterAll(() => desk.stop());

const ODD = [
  ...[
    "",
    " ",
    "\0",
    "a\0b",
    "\u{1f4a5}".repeat(40),
    "-1",
    "NaN",
    "Infinity",
    "1e309",
    "2147483648",
    "9223372036854775808",
  ],
  ...[
    "__proto__",
    "[object Object]",
    "null",
    "0001-01-01T00:00",
    "275760-09-14T00:00",
    "' or 1=1 --",
    "\r\nSet-Cookie: a=b",
  ],
];
const ODD_BYTES = ["%ED%A0%80", "%FF%FE", "%", "%00"];
const FIELDS = [
  ...[
    "email",
    "password",
    "to",
    "personId",
    "intent",
    "id",
    "current",
    "next",
    "address",
    "fullName",
    "lang",
    "theme",
    "commandId",
  ],
  ...[
    "version",
    "siteId",
    "reporterId",
    "systemId",
    "kind",
    "title",
    "body",
    "impact",
    "urgency",
    "peopleWaiting",
    "until",
  ],
  ...[
    "occurredAt",
    "affectedPersonId",
    "fileIds",
    "number",
    "pick",
    "quick",
    "toId",
    "priority",
    "assigneeId",
    "teamId",
  ],
  ...["toSiteId", "reason", "why", "preset", "visibility", "__proto__", "constructor.prototype", "a[b]", "cell"],
  ...["name", "nameEn", "key", "unitKind", "formerArea", "validFrom", "keepOldName", "on", "mergedIntoId", "id"],
  ...[
    "short",
    "long",
    "seen",
    "role",
    "at",
    "from",
    "grantId",
    "lastDay",
    "phone",
    "position",
    "begin",
    "keep",
    "invite",
  ],
  ...[
    "hash",
    "only",
    "mentions",
    "of",
    "stay",
    "upTo",
    "inPlace",
    "preset",
    "content",
    "tried",
    "done",
    "cause",
    "code",
  ],
];
/** What a form does, where one address has several. */
const INTENTS: Record<string, string[]> = {
  "/me/sessions": ["revoke", "revoke_others"],
  "/me/notifications": ["save", "watch", "unwatch"],
  "/queue": ["take", "assign", "hold", "priority", "resume"],
  "/admin/people/:id": [
    ...["details", "grant", "end", "end_now", "no_end", "prolong", "disable", "enable", "cancel_move"],
    ...["invite", "lock_out", "lock", "unlock"],
  ],
  "/admin/sites/:id": ["change", "reopen", "up", "down"],
  "/admin/systems": ["up", "down"],
  "/admin/systems/:id": ["change", "retire", "bring-back"],
  "/admin/abbreviations": ["add", "change", "remove"],
  "/admin/deliveries": ["resend-all"],
  "/admin/deliveries/:id": ["resend", "drop"],
  "/admin/settings": ["session"],
  "/admin/policies": ["up", "down", "remove", "undo", "discard", "matrix"],
  "/admin/policies/review": ["save", "renew"],
  "/admin/policies/versions": ["put-back"],
  "/admin/settings/mail": ["content", "test"],
};
/** Every address that takes a form, from the list of routes, by the first of these who may send it. */
const FORMS = Object.entries(TABLE)
  .filter(([address, [, changes]]) => changes.includes("y") && !/:doing|^.(logout|\*)/.test(address))
  .map(([address, [, changes]]): [Name | null, string] => {
    const mays = (["minh", "lan", "admin", null] as const).filter((by) => changes[ACTORS.indexOf(by)] === "y");
    return [mays[0] ?? null, address];
  });

const bodies = (intent?: string) => [
  ...ODD.map((odd) => String(new URLSearchParams(FIELDS.map((field) => [field, wanted(field, odd, intent)])))),
  ...ODD_BYTES.map((odd) =>
    FIELDS.map((field) => `${encodeURIComponent(field)}=${wanted(field, odd, intent)}`).join("&"),
  ),
  FIELDS.map((field) => `${encodeURIComponent(field)}=1&${encodeURIComponent(field)}=2`).join("&"),
];

function wanted(field: string, odd: string, intent?: string): string {
  return intent && field === "intent" ? intent : odd;
}

describe("whatever a form holds, nothing fails", () => {
  const doings = NAMES.map((doing): [Name, string] => ["minh", `/tickets/:number/${doing}`]);
  test.each([...FORMS, ...doings])("%s %s", { timeout: 60_000 }, async (by, address) => {
    const path = addressOf(address, number);
    const sent = [
      ...bodies(),
      ...(INTENTS[address] ?? []).flatMap((intent) => bodies(intent).filter((_, i) => i % 3 === 0)),
    ];
    for (const [i, body] of sent.entries()) {
      // As data no page is drawn; one in eight is shown again as the person would see it.
      const answer = await desk.ask("POST", by, i % 8 ? `${path}.data` : path, body);
      expect(answer.status, body.slice(0, 80)).toBeLessThan(500);
    }
  });
});

test.each(["session=%", "session=%00.a", "x=%ff; session=%ED%A0%80.b", "lang=%; theme=%"])(
  "the cookie %j is nobody's on every kind of answer",
  async (cookie) => {
    for (const path of ["/login", "/queue", "/queue.data", "/live"])
      expect((await desk.app.fetch(path, { headers: { cookie } })).status, path).toBeLessThan(500);
  },
);
