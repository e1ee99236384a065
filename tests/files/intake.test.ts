import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DAILY_MAX_BYTES } from "#app/domain/tickets/files/file-limits.ts";
import { attachFiles, getFile } from "#app/domain/tickets/files/files.server.ts";
import { takeIn } from "#app/domain/tickets/files/files-intake.server.ts";
import { sweepFiles } from "#app/domain/tickets/files/files-sweep.server.ts";
import { type FileStore, localStore, thumbOf } from "#app/files/store.server.ts";
import { animation, bomb, jpeg, pdf, phonePicture, png, webp } from "#tests/files/pictures.ts";
import { castOf, type Name, seedCast } from "#tests/support/cast.ts";
import { openTestDatabase } from "#tests/support/db.ts";

const world = await openTestDatabase();
const home = mkdtempSync(join(tmpdir(), "tram-files-"));
const store = localStore(join(home, "files"));
const cast = castOf(world.db);
const now = new Date("2026-11-02T08:00+07:00");
beforeAll(() => seedCast(world.db));
afterAll(async () => {
  await world.close();
  rmSync(home, { recursive: true, force: true });
});

let arrivals = 0;
async function send(
  content: Buffer,
  more: { by?: Name; name?: string; key?: string; store?: FileStore; at?: Date } = {},
) {
  const path = join(home, `arrived-${arrivals++}`);
  writeFileSync(path, content);
  const at = more.at ?? now;
  const from = { db: world.db, actor: await cast.actorOf(more.by ?? "lan", at), now: at, store: more.store ?? store };
  return takeIn(from, { name: more.name ?? "ảnh.png", path, size: content.length }, more.key);
}
const kept = async (content: Buffer, more = {}) => {
  const taken = await send(content, more);
  if (!taken.ok) throw new Error(taken.fault);
  return taken.file;
};
const bytesOf = async (key: string) => {
  const content = await store.read(key);
  return content && Buffer.concat(await content.toArray());
};
const onDisk = () =>
  readdirSync(join(home, "files"), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());

test.each([
  ["png", png, "image/png"],
  ["jpeg", jpeg, "image/jpeg"],
  ["webp", webp, "image/webp"],
])("a %s is kept as a picture of its own kind with a thumbnail", async (_, make, mime) => {
  const file = await kept(await make());
  expect(file).toMatchObject({ mime, width: 640, height: 480 });
  expect(await sharp((await bytesOf(thumbOf(file.id))) ?? undefined).metadata()).toMatchObject({
    format: "webp",
    width: 480,
  });
});

test("a PDF is kept as it came", async () => {
  const file = await kept(pdf, { name: "công văn.pdf" });
  expect(await bytesOf(file.id)).toEqual(pdf);
});

test.each([
  ["html", "<!doctype html><script>alert(1)</script>"],
  ["svg", '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
  ["gif with a script in it", "GIF89a/*\u0000*/=1;alert(1)"],
  ["a program", "MZ\u0090\u0000"],
  ["nothing", ""],
])("%s called .png is refused", async (_, content) => {
  expect(await send(Buffer.from(content, "latin1"))).toMatchObject({ ok: false, fault: "file_type" });
});

test("what hides behind the picture's own bytes does not survive", async () => {
  const file = await kept(Buffer.concat([await png(), Buffer.from("<script>alert(1)</script>")]));
  expect((await bytesOf(file.id))?.includes("<script>")).toBe(false);
});

test.each([
  ["a flood of pixels", async () => bomb()],
  ["half a png", async () => (await png()).subarray(0, 5000)],
  ["half a jpeg", async () => (await jpeg()).subarray(0, 5000)],
  ["an animation", animation],
  ["half a PDF", async () => pdf.subarray(0, 20)],
])("%s is refused within a second", async (_, make) => {
  const content = await make();
  const began = performance.now();
  expect(await send(content)).toMatchObject({ ok: false, fault: "file_broken" });
  expect(performance.now() - began).toBeLessThan(1000);
});

test("where and by whom a picture was taken is gone, and it stands upright", async () => {
  const taken = await phonePicture();
  expect((await sharp(taken).metadata()).exif?.includes("Nguyen Thi Lan")).toBe(true);
  const file = await kept(taken, { name: "quầy.jpg" });
  expect(file).toMatchObject({ width: 480, height: 640 });
  const about = await sharp((await bytesOf(file.id)) ?? undefined).metadata();
  expect([about.exif, about.orientation]).toEqual([undefined, undefined]);
});

test("a large picture is brought to 4000 pixels", async () => {
  expect(await kept(await png(5000, 20))).toMatchObject({ width: 4000, height: 16 });
});

test("the same file sent again with the same form, even at once, is the same file", async () => {
  const content = await png();
  const key = crypto.randomUUID();
  const twins = await Promise.all(Array.from({ length: 6 }, () => kept(content, { key })));
  expect(new Set(twins.map(({ id }) => id)).size).toBe(1);
  expect((await kept(content, { key, by: "mai" })).id).not.toBe(twins[0]?.id);
  expect((await kept(content)).id).not.toBe(twins[0]?.id);
});

test("200 MB a day are enough for anybody, and tomorrow is another day", async () => {
  const file = await kept(pdf, { by: "head" });
  await world.owner.sql`update files set size_bytes = ${DAILY_MAX_BYTES} where id = ${file.id}`;
  expect(await send(pdf, { by: "head" })).toMatchObject({ ok: false, fault: "file_quota" });
  expect(await send(pdf, { by: "head", at: new Date("2026-11-03T08:01+07:00") })).toMatchObject({ ok: true });
});

test("a full disk refuses the file, leaves no row and nothing on the disk", async () => {
  const before = onDisk().length;
  const full = localStore(join(home, "files"));
  const broken: FileStore = {
    ...full,
    put: (key) =>
      full.put(
        key,
        new Readable({
          read: () => {
            throw Object.assign(new Error("full"), { code: "ENOSPC" });
          },
        }),
      ),
  };
  expect(await send(await png(), { store: broken, name: "đầy đĩa.png" })).toMatchObject({
    ok: false,
    fault: "storage_full",
  });
  expect(onDisk()).toHaveLength(before);
  const [row] = await world.owner.sql`select count(*)::int as rows from files where name = 'đầy đĩa.png'`;
  expect(row?.rows).toBe(0);
});

test("a file goes on one ticket, by the person who sent it, once", async () => {
  const file = await kept(pdf);
  const one = await cast.open("lan");
  const other = await cast.open("lan");
  const attach = (by: Name, number: number) =>
    cast.as(by, "2026-11-02T09:00+07:00", (ctx) =>
      attachFiles(ctx, [file.id], { ticketNumber: number, messageId: null }),
    );
  await expect(attach("mai", one.number)).rejects.toMatchObject({ reason: "file_gone" });
  await attach("lan", one.number);
  await expect(attach("lan", other.number)).rejects.toMatchObject({ reason: "file_gone" });
  await expect(cast.as("hoa", "2026-11-02T09:00+07:00", (ctx) => getFile(ctx, file.id))).rejects.toMatchObject({
    refusal: "not_found",
  });
  expect(await cast.as("minh", "2026-11-02T09:00+07:00", (ctx) => getFile(ctx, file.id))).toMatchObject({
    ticketNumber: one.number,
  });
});

test("the sweep takes what was never sent and what has no row, and nothing else", async () => {
  const attached = await kept(pdf, { at: new Date("2020-01-01") });
  const ticket = await cast.open("lan");
  await cast.as("lan", "2026-11-02T09:00+07:00", (ctx) =>
    attachFiles(ctx, [attached.id], { ticketNumber: ticket.number, messageId: null }),
  );
  const forgotten = await kept(await png(), { at: new Date(Date.now() - 25 * 3_600_000) });
  const fresh = await kept(pdf, { at: new Date(Date.now() - 22 * 3_600_000) });
  const stray = crypto.randomUUID();
  await store.put(stray, Buffer.from("stray"));

  expect(await sweepFiles(world.db, store, new Date())).toMatchObject({ strays: 0 });
  expect([await bytesOf(forgotten.id), await bytesOf(thumbOf(forgotten.id))]).toEqual([null, null]);
  expect(await sweepFiles(world.db, store, new Date(Date.now() + 61 * 60_000))).toMatchObject({ strays: 1 });
  expect(await bytesOf(stray)).toBeNull();
  for (const { id } of [attached, fresh]) expect(await bytesOf(id)).toEqual(pdf);
});

test("a key made of what somebody typed never reaches the disk", async () => {
  await expect(store.read("../../etc/passwd")).rejects.toThrow("not a key");
  expect(await readFile(join(home, "arrived-0"))).toBeInstanceOf(Buffer);
});
