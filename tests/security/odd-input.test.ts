import "#tests/support/own-data-dir.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { noteOnTicket } from "#app/domain/tickets/conversation.server.ts";
import { ORIGIN } from "#tests/http/small-app.ts";
import { startBuiltApp } from "#tests/security/built-app.ts";
import { castOf, type Name, seedCast } from "#tests/support/cast.ts";
import { signedIn } from "#tests/support/signed-in.ts";

let world: Awaited<ReturnType<typeof startBuiltApp>>;
let number: number;
const cookies = new Map<Name, string>();

beforeAll(async () => {
  world = await startBuiltApp();
  await seedCast(world.db);
  const cast = castOf(world.db);
  number = (await cast.open("lan")).number;
  await cast.as("minh", "2026-11-02T09:00+07:00", (ctx) =>
    noteOnTicket(ctx, { number }, { body: "Bí mật của tổ hỗ trợ" }),
  );
  for (const name of ["lan", "hoa", "minh", "admin"] as const) cookies.set(name, await signedIn(world.db, name));
});
afterAll(() => world.stop());

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
  ...["short", "long", "seen"],
];
const DOINGS = ["take", "assign", "hold", "resolve", "reclassify", "move", "link", "hand-over", "undo"];
const FORMS: [Name | null, string][] = [
  ...([
    [null, "/login"],
    [null, "/preferences"],
    [null, "/password/forgot"],
    [null, "/password/reset/x"],
    [null, "/invitation"],
    [null, "/address/x"],
    ["lan", "/me"],
    ["lan", "/me/password"],
    ["lan", "/me/address"],
    ["lan", "/me/sessions"],
  ] as const),
  ...([
    ["lan", "/tickets/new"],
    ["lan", "/alike"],
    ["lan", "/files"],
    ["minh", "/queue"],
    ["admin", "/admin/settings"],
    ["admin", "/admin/sites/new"],
    ["admin", "/admin/sites/2"],
    ["admin", "/admin/sites/2/end"],
    ["admin", "/admin/systems"],
    ["admin", "/admin/systems/new"],
    ["admin", "/admin/systems/1"],
    ["admin", "/admin/teams/new"],
    ["admin", "/admin/teams/1"],
    ["admin", "/admin/abbreviations"],
    ["admin", "/admin/people/new"],
    ["admin", "/admin/people/import"],
    ["admin", "/admin/people/12"],
    ["admin", "/admin/people/12/move"],
  ] as const),
].map(([by, path]) => [by, path]);

async function post(by: Name | null, path: string, body: string) {
  const headers = {
    origin: ORIGIN,
    "content-type": "application/x-www-form-urlencoded",
    cookie: (by && cookies.get(by)) ?? "",
  };
  return world.app.fetch(path, {
    method: "POST",
    headers: { ...headers, "content-length": String(Buffer.byteLength(body)) },
    body,
  });
}
const bodies = () => [
  ...ODD.map((odd) => String(new URLSearchParams(FIELDS.map((field) => [field, odd])))),
  ...ODD_BYTES.map((odd) => FIELDS.map((field) => `${encodeURIComponent(field)}=${odd}`).join("&")),
  FIELDS.map((field) => `${encodeURIComponent(field)}=1&${encodeURIComponent(field)}=2`).join("&"),
];

describe("whatever a form holds, nothing fails", () => {
  const cases = [
    ...FORMS,
    ["minh", "/tickets/:number"] as const,
    ...DOINGS.map((d) => ["minh", `/tickets/:number/${d}`] as const),
  ];
  test.each(cases)(
    "%s %s",
    async (by, path) => {
      for (const body of bodies()) {
        const { status } = await post(by, path.replace(":number", String(number)), body);
        expect(status, body.slice(0, 80)).toBeLessThan(500);
      }
    },
    60_000,
  );
});

test.each(["session=%", "session=%00.a", "x=%ff; session=%ED%A0%80.b", "lang=%; theme=%"])(
  "the cookie %j is nobody's on every kind of answer",
  async (cookie) => {
    for (const path of ["/login", "/queue", "/queue.data", "/live"])
      expect((await world.app.fetch(path, { headers: { cookie } })).status, path).toBeLessThan(500);
  },
);

test("fields that are not the form's change nothing", async () => {
  const facts = { kind: "other", systemId: "1", title: "Một việc", impact: "one_person", peopleWaiting: "0" };
  const smuggled = {
    status: "closed",
    assigneeId: "11",
    filedById: "31",
    number: "5",
    version: "9",
    createdAt: "2020-01-01",
  };
  const made = await post(
    "lan",
    "/tickets/new",
    String(new URLSearchParams({ ...facts, ...smuggled, priority: "p1" })),
  );
  const made2 = Number(/\d+/.exec(made.headers.location ?? "")?.[0]);
  const [row] = await world.owner
    .sql`select status, assignee_id, filed_by_id, version from tickets where number = ${made2}`;
  expect(row).toEqual({ status: "new", assignee_id: null, filed_by_id: 11, version: 1 });
});

test("a page holds nothing that its reader may not know", async () => {
  for (const by of ["lan", "hoa"] as const)
    for (const path of [
      `/tickets/${number}`,
      `/tickets/${number}.data`,
      "/tickets",
      "/tickets.data",
      "/tickets/new.data",
      "/me.data",
    ]) {
      const { body, headers } = await world.app.fetch(path, { headers: { cookie: cookies.get(by) ?? "" } });
      expect(body, path).not.toMatch(/Bí mật|argon2|secretHash|passwordHash|minh@tram\.example/);
      if (by === "hoa") expect(body, path).not.toContain("Không ký phát hành");
      expect(headers["cache-control"], path).toBe("no-store");
    }
});
