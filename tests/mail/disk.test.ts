import { mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findKeptMail, listKeptMail } from "#app/mail/disk.server.ts";
import { openTransport, transportName } from "#app/mail/transport.server.ts";
import { someMail } from "./some-mail.ts";

let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "tram thư "));
});
afterAll(() => rm(dataDir, { recursive: true }));

test("Resend goes before a mail server, and a folder is what is left", () => {
  expect(transportName({ RESEND_API_KEY: "k", SMTP_URL: "smtp://h" })).toBe("resend");
  expect(transportName({ SMTP_URL: "smtp://h" })).toBe("smtp");
  expect(transportName({})).toBe("disk");
});

test("letters lie in the data folder, whole and for nobody else to read", async () => {
  const { send, name } = await openTransport({ DATA_DIR: dataDir });
  const mail = await someMail();
  const sent = await send(mail);
  expect([name, sent.ok]).toEqual(["disk", true]);
  const [kept] = await listKeptMail(dataDir, 10);
  expect(kept?.mail).toEqual(mail);
  const file = join(dataDir, "mail", `${kept?.id}.json`);
  expect((await stat(file)).mode & 0o077).toBe(0);
  expect(await send(mail)).toEqual(sent);
  expect((await listKeptMail(dataDir, 10)).length).toBe(1);
});

test("only the newest are kept, and listed newest first", async () => {
  const { send } = await openTransport({ DATA_DIR: dataDir });
  const folder = join(dataDir, "mail");
  const mail = await someMail();
  const old = (i: number) => `${String(i).padStart(13, "0")}-${String(i).padStart(16, "0")}`;
  await Promise.all(
    Array.from({ length: 520 }, (_, i) => writeFile(join(folder, `${old(i)}.json`), JSON.stringify(mail))),
  );
  await writeFile(join(folder, "notes.txt"), "");
  await send({ ...mail, idempotencyKey: "one more" });
  const files = await readdir(folder);
  expect(files.filter((file) => file.endsWith(".json")).length).toBe(500);
  expect(files).toContain("notes.txt");
  const listed = await listKeptMail(dataDir, 5);
  expect(listed.map(({ at }) => at.getTime())).toEqual(listed.map(({ at }) => at.getTime()).sort((a, b) => b - a));
});

test.each(["../../etc/passwd", "", "1", "0000000000001-000000000000000x", "0000000000001-0000000000000001/../x"])(
  "%j is no letter",
  async (id) => expect(await findKeptMail(dataDir, id)).toBeNull(),
);

test("a folder that cannot be written is tried again later", async () => {
  const file = join(dataDir, "file");
  await writeFile(file, "");
  const { send } = await openTransport({ DATA_DIR: file });
  expect(await send(await someMail())).toEqual({ ok: false, retry: true, reason: "failed" });
});
