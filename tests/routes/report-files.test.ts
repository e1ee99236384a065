import "#tests/support/own-data-dir.ts";
import { readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import * as whole from "#app/routes/files.file.ts";
import * as upload from "#app/routes/files.new.ts";
import * as thumb from "#app/routes/files.thumb.ts";
import { jpeg, pdf } from "#tests/files/pictures.ts";
import { back, openReportWorld, picture } from "#tests/routes/report-world.ts";
import { idOf, type Name } from "#tests/support/cast.ts";

const world = await openReportWorld();
const { get, post, send, sent, countTickets, home, sql } = world;
afterAll(() => world.close());

test("without a script files come with the form, survive its mistakes and end on the ticket", async () => {
  const commandId = crypto.randomUUID();
  const answer = await send("lan", { commandId, title: "", files: [await picture(), new File([pdf], "công văn.pdf")] });
  expect(answer.status).toBe(422);
  expect(
    back(answer)
      .kept.map(({ name }) => name)
      .sort(),
  ).toEqual(["công văn.pdf", "màn hình.png"]);
  const ticket = await sent("lan", { commandId, fileIds: back(answer).kept.map(({ id }) => id) });
  const rows = await sql`select name from files where ticket_number = ${ticket.number}`;
  expect(rows).toHaveLength(2);
});

test("a file that is no picture is named, the others and the text stay", async () => {
  const before = await countTickets();
  const answer = await send("lan", { files: [await picture(), new File(["<html>"], "trang.png")] });
  expect([answer.status, back(answer).reply.errors]).toEqual([415, { files: ["file_type"] }]);
  expect(back(answer).kept).toMatchObject([{ name: "màn hình.png" }]);
  expect(await countTickets()).toBe(before);
});

test("nine files are one too many", async () => {
  const files = Array.from({ length: 9 }, (_, n) => new File([pdf, String(n)], `${n}.pdf`));
  expect(back(await send("lan", { files })).reply.errors).toEqual({ files: ["too_many_files"] });
});

test("10 MB and a byte are cut off while they arrive, and nothing stays on the disk", async () => {
  const answer = await post(upload.action, "lan", "/files", {
    files: new File([new Uint8Array(10 * 1024 * 1024 + 1)], "to.png"),
  });
  expect([answer.status, answer.body]).toEqual([413, { fault: "file_too_large" }]);
  expect(readdirSync(join(home, "incoming"))).toEqual([]);
});

test("nobody uploads, reads or files without being signed in", async () => {
  expect(await post(upload.action, null, "/files", { files: await picture() })).toMatchObject({
    status: 401,
    body: { fault: "signed_out" },
  });
  expect((await send(null)).to).toMatch(/^\/login/);
  expect((await get(whole.loader, null, "/files/x", { id: crypto.randomUUID() })).to).toMatch(/^\/login/);
});

async function uploaded(by: Name, file: File): Promise<string> {
  const answer = await post(upload.action, by, "/files", { files: file, commandId: crypto.randomUUID() });
  expect(answer.status).toBe(201);
  return (answer.body as { file: { id: string } }).file.id; // safe because 201 carries it
}
const open = (by: Name, id: string) => get(whole.loader, by, `/files/${id}`, { id });

test("a picture opens in the page that asks, whole and inert, and each look is written down", async () => {
  const id = await uploaded("lan", new File([new Uint8Array(await jpeg())], "quầy 1'.jpg"));
  const ticket = await sent("lan", { fileIds: [id] });
  const answer = await open("minh", id);
  expect([answer.status, answer.headers.get("Content-Type")]).toEqual([200, "image/jpeg"]);
  expect(answer.headers.get("Content-Disposition")).toMatch(
    /^inline; filename="qu_y_1_.jpg"; filename\*=UTF-8''qu%E1%BA%A7y%201%27\.jpg$/,
  );
  expect(answer.headers.get("Content-Security-Policy")).toContain("sandbox; default-src 'none'");
  expect([answer.headers.get("X-Content-Type-Options"), answer.headers.get("Cross-Origin-Resource-Policy")]).toEqual([
    "nosniff",
    "same-origin",
  ]);
  const views = await sql`select person_id from file_views where file_id = ${id}`;
  expect(views.map(({ person_id }) => person_id)).toEqual([idOf("minh")]);
  const small = await get(thumb.loader, "lan", `/files/${id}/thumb`, { id });
  expect([small.status, small.headers.get("Content-Type")]).toEqual([200, "image/webp"]);
  expect(ticket.number).toBeGreaterThan(0);
});

test("a PDF is only ever saved, never shown", async () => {
  const id = await uploaded("lan", new File([pdf], "công văn.pdf"));
  expect((await open("lan", id)).headers.get("Content-Disposition")).toMatch(/^attachment;/);
});

test("another ward's file, another's draft, no file and no id are one and the same 404", async () => {
  const id = await uploaded("lan", await picture());
  const draft = await open("mai", id);
  await sent("lan", { fileIds: [id] });
  const answers = [
    draft,
    await open("hoa", id),
    await open("hoa", crypto.randomUUID()),
    await open("hoa", "../../etc/passwd"),
  ];
  expect(answers.map(({ status, body }) => `${status} ${body}`)).toEqual(Array.from({ length: 4 }, () => "404 "));
});

test("a changed byte and a missing file are told in words, and no content is given", async () => {
  const id = await uploaded("lan", await picture());
  await sent("lan", { fileIds: [id] });
  writeFileSync(join(home, "files", id.slice(0, 2), id), "changed", { flag: "r+" });
  const answer = await open("minh", id);
  expect([answer.status, String(answer.body)]).toEqual([410, expect.stringContaining("không còn nguyên vẹn")]);
  rmSync(join(home, "files", id.slice(0, 2), id));
  expect((await open("minh", id)).status).toBe(410);
});

test("somebody else's upload cannot be put on one's ticket", async () => {
  const id = await uploaded("hoa", await picture());
  expect(back(await send("lan", { fileIds: [id] })).reply.errors).toEqual({ files: ["file_gone"] });
});
