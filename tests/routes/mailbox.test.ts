import { rmSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTransport } from "#app/mail/transport.server.ts";
import { loader as login } from "#app/routes/login.tsx";
import { loader as frame } from "#app/routes/mailbox.html.ts";
import { loader as one } from "#app/routes/mailbox.letter.tsx";
import { loader as list } from "#app/routes/mailbox.tsx";
import { someLetter, someMail } from "#tests/mail/some-mail.ts";
import { asking } from "#tests/routes/asking.ts";
import { seedCast } from "#tests/support/cast.ts";
import { openTestDatabase } from "#tests/support/db.ts";
import { home } from "#tests/support/own-data-dir.ts";

const world = await openTestDatabase();
const { get } = asking(world.db);
const { sql } = world.owner;
let id: string;
beforeAll(async () => {
  await seedCast(world.db);
  const { send } = await openTransport();
  await send(await someMail(someLetter("password_reset")));
  const sent = await send(await someMail());
  id = sent.ok ? String(sent.providerId) : "";
});
afterAll(async () => {
  await world.close();
  rmSync(home, { recursive: true, force: true });
});

const pages = async () => [
  await get(list, null, "/mailbox"),
  await get(one, null, `/mailbox/${id}`, { id }),
  await get(frame, null, `/mailbox/${id}/html`, { id }),
];

test("in a real installation nobody finds a mailbox, whoever they are", async () => {
  expect((await pages()).map(({ status }) => status)).toEqual([404, 404, 404]);
  for (const by of ["admin", "lan"] as const) expect((await get(list, by, "/mailbox")).status).toBe(404);
});

test("in a demo everybody reads every letter: the list, the text, and the HTML under a policy of its own", async () => {
  await sql`insert into settings (key, value, changed_at) values ('demo', 'true', now())`;
  const [listed, letter, html] = await pages();
  expect(listed?.body).toMatchObject({
    letters: [
      { id, to: "Nguyễn Thị Lan", subject: "[Trạm] 10432 · Phiếu hỗ trợ" },
      { subject: "[Trạm] Đặt lại mật khẩu" },
    ],
  });
  expect(letter?.body).toMatchObject({
    subject: "[Trạm] 10432 · Phiếu hỗ trợ",
    text: expect.stringContaining("Kính gửi anh/chị Nguyễn Thị Lan"),
    to: { address: "lan@tanbinh.example" },
    headers: expect.arrayContaining([["In-Reply-To", "<ticket-10432@tram.example>"]]),
  });
  expect(String(html?.body)).toContain("Kính gửi anh/chị Nguyễn Thị Lan");
  const policy = html?.headers.get("Content-Security-Policy") ?? "";
  expect(policy).toMatch(/^default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self';.*sandbox/);
  expect(policy).not.toMatch(/script|allow-same-origin|allow-top|allow-forms/);
});

test("it says how many letters wait for later, and until when", async () => {
  expect((await get(list, null, "/mailbox")).body).toMatchObject({ ahead: null });
  const [later] = await sql`
    insert into deliveries (person_id, purpose, created_at, due_at)
    select id, 'test', now(), date_trunc('second', now()) + interval '5 hours' from people where id in (11, 12) returning due_at`;
  expect((await get(list, null, "/mailbox")).body).toMatchObject({
    ahead: { letters: 2, nextAt: new Date(later?.due_at) },
  });
});

test.each(["", "nowhere", "../../etc/passwd", "0000000000000-0000000000000000"])(
  "the letter %j is not there",
  async (id) => {
    for (const loader of [one, frame]) expect((await get(loader, null, "/mailbox/x", { id })).status).toBe(404);
  },
);

test("whoever may sign in as somebody of the demo finds the way to the mailbox", async () => {
  expect((await get(login, null, "/login")).body).toMatchObject({ people: [], mailbox: false });
  await sql`update people set is_demo = true where id = 11`;
  expect((await get(login, null, "/login")).body).toMatchObject({ mailbox: true });
});
